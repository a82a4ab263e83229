import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** What ends, on which day, and what the commands that it names do next. */

const home = mkdtempSync(join(tmpdir(), 'serat-retire-'))
const sites = join(home, 'sites')
afterAll(() => rmSync(home, { recursive: true }))
beforeEach(() => {
  rmSync(sites, { recursive: true, force: true })
  cpSync(join(import.meta.dirname, '../../../stacks/lembah'), sites, { recursive: true })
})

const serat = (...args: string[]): Promise<Heard> => heard({ cwd: home, today: '2026-11-29' }, ...args)
const textIn = (path: string): string => readFileSync(join(sites, path), 'utf8')

test('a leased site ends on the day that findings are held against, and its paper is one command away', async () => {
  const { code, said } = await serat('retire', 'site', 'bukit', '--lang', 'en')
  expect(said).not.toContain('nothing was written')
  // What the contract says is not what is bought until the addendum is there.
  expect(code).toBe(1)
  expect(said).toContain('KTR009')
  expect(textIn('opd/bukit.yaml')).toContain('status: retired\nuntil: 2026-06-15')
  expect(textIn('circuits/bukit.yaml')).toContain('changes: [{ from: 2026-06-15, status: retired }]')
  const next = /serat (new addendum \S+ --number) NUMBER (--from \S+)/.exec(said)
  expect(next, said).not.toBeNull()
  const words = `${next?.[1] ?? ''} 7/ADD/2026 ${next?.[2] ?? ''}`.split(' ')
  expect((await serat(...words, '--lang', 'en')).code).toBe(0)
  expect(textIn('providers/penyedia-a.yaml')).toContain('annex: { circuits: 2, bandwidth_mbps: 400 }')
  expect(await serat('check', '--lang', 'en')).toMatchObject({ code: 0 })
})

test('on a day to come its circuits end, and the day of the site is told', async () => {
  const { said } = await serat('retire', 'site', 'bukit', '--on', '2026-09-01', '--lang', 'en')
  expect(said).toContain('on 2026-09-01 run serat retire site bukit')
  expect(textIn('opd/bukit.yaml')).not.toContain('retired')
})

test('without as_of the calendar counts', async () => {
  writeFileSync(join(sites, 'network.yaml'), textIn('network.yaml').replace(/^as_of: .*\n/m, ''))
  await serat('retire', 'site', 'bukit')
  expect(textIn('opd/bukit.yaml')).toMatch(/status: retired\nuntil: 2026-11-29/)
})
