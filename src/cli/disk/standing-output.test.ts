import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heard } from '../heard.fixture.ts'

/** A build that finds what it would write does not render it; anything that could make a byte differ is found. */

const home = mkdtempSync(join(tmpdir(), 'serat-standing-'))
const at = (path: string): string => join(home, path)
const stamp = (path: string): bigint => lstatSync(at(path), { bigint: true }).ctimeNs

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../testing/contoh'), at('sites'), { recursive: true })
  await build()
}, 120_000)
afterAll(() => rmSync(home, { recursive: true }))

async function build(...args: readonly string[]): Promise<string> {
  const { code, out } = await heard({ cwd: home }, 'build', '--as-of', '2026-06-15', ...args)
  expect(code).toBe(0)
  return out
}

test('nothing changed: nothing is written, and the same is said', async () => {
  const before = stamp('out/manifest.json')
  const said = await build()
  expect(stamp('out/manifest.json')).toBe(before)
  expect(await build()).toBe(said)
})

test('a file that somebody changed, with the same length and time, is written anew; the others stay', async () => {
  const [page, router] = [stamp('out/index.html'), readFileSync(at('out/routers/utara/utara.rsc'), 'utf8')]
  const inode = lstatSync(at('out/index.html')).ino
  writeFileSync(at('out/routers/utara/utara.rsc'), router.replace(/[a-z]/, 'Z'))
  await build()
  expect(readFileSync(at('out/routers/utara/utara.rsc'), 'utf8')).toBe(router)
  expect(lstatSync(at('out/index.html')).ino).toBe(inode)
  expect(stamp('out/index.html')).not.toBe(page)
})

interface Change {
  readonly name: string
  readonly change?: () => void
  readonly args?: readonly string[]
}

const changes: readonly Change[] = [
  {
    name: 'a comment',
    change: () => writeFileSync(at('sites/opd/utara.yaml'), `${readFileSync(at('sites/opd/utara.yaml'), 'utf8')}# x\n`),
  },
  {
    name: 'evidence',
    change: () => {
      mkdirSync(at('sites/documents'), { recursive: true })
      writeFileSync(at('sites/documents/a.pdf'), 'x')
    },
  },
  { name: 'what the page leaves out', args: ['--page-without', 'waivers.yaml'] },
  { name: 'the day', args: ['--as-of', '2026-06-16'] },
]

test.each(changes)('$name makes another output', async ({ change = () => {}, args = [] }) => {
  await build()
  const before = stamp('out/manifest.json')
  change()
  await build(...args)
  expect(stamp('out/manifest.json')).not.toBe(before)
})
