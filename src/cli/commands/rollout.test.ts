import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** `rollout` between folders, made from the small inventory of the golden cases. */
const contoh = join(import.meta.dirname, '../../testing/contoh')
let folder = ''

const serat = (...args: string[]): Promise<Heard> => heard({ cwd: folder }, ...args)

function edit(path: string, find: string, replace: string): void {
  const file = join(folder, path)
  writeFileSync(file, readFileSync(file, 'utf8').replace(find, replace))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serat-rollout-'))
  cpSync(contoh, join(folder, 'sites'), { recursive: true })
  await serat('build', '--inventory', 'sites', '--out', 'built')
  cpSync(join(folder, 'sites'), join(folder, 'base'), { recursive: true })
  cpSync(join(folder, 'sites'), join(folder, 'older'), { recursive: true })
  edit('sites/opd/timur.yaml', '\nname: ', '\nname: Kantor ')
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a script for the router that changes, its undo, and a run sheet', async () => {
  const { code, out } = await serat('rollout', 'base', '--inventory', 'sites', '--out', 'rollout')
  expect([code, out]).toEqual([0, expect.stringMatching(/^1 router with a script \(\d+ commands\), 0 loaded whole/)])
  expect(readdirSync(join(folder, 'rollout')).sort()).toEqual(['manifest.json', 'run-sheet.md', 'timur'])
  expect(existsSync(join(folder, 'rollout/timur/undo'))).toBe(true)
})

test.each([
  ['opd/timur.yaml', 'class: opd', 'class: kantor'],
  ['network.yaml', 'hub: ', 'pusat: '],
])(
  'a base of which %s does not load is no base: nothing is written, and nobody is told that nothing changes',
  async (path, find, replace) => {
    edit(`older/${path}`, find, replace)
    const { code, out, err } = await serat('rollout', 'older', '--inventory', 'sites', '--out', 'from-older')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/The old state: LOD\d+ .+\.yaml:\d+/)
    expect(err).toContain('nothing was written: the configurations at older cannot be written down')
    expect(existsSync(join(folder, 'from-older'))).toBe(false)
  },
)

test('what is no base at all', async () => {
  expect(await serat('rollout', 'tidak-ada', '--inventory', 'sites', '--out', 'x')).toMatchObject({ code: 2, out: '' })
})

test('a line that moves to another port is a cable that somebody moves, and the sheet says which and when', async () => {
  cpSync(join(folder, 'base'), join(folder, 'moved'), { recursive: true })
  edit('moved/routes/pusat.yaml', '{ router: core-2, port: ether1 }', '{ router: core-2, port: ether7 }')
  edit('moved/circuits/bukit.yaml', 'port: ether1 }', 'port: ether2 }')
  expect(await serat('rollout', 'base', '--inventory', 'moved', '--out', 'cables')).toMatchObject({ code: 0 })
  const sheet = readFileSync(join(folder, 'cables/run-sheet.md'), 'utf8')
  expect(sheet.match(/Move the cable of .* to \S+/g)?.sort()).toEqual([
    'Move the cable of circuit ckt-bukit from port ether1 to ether2',
    'Move the cable of route pusat-2 from port ether1 to ether7',
  ])
})
