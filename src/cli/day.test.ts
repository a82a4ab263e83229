import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ledgerName } from '../source/ledger-name.ts'
import { heard, type Heard } from './heard.fixture.ts'

/** The day as the command line takes it: from the clock, from a pin, from whoever asks. */
const example = join(import.meta.dirname, '../testing/contoh')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-day-'))
  cpSync(example, join(folder, 'sites'), { recursive: true })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const serat = (today: string, ...args: string[]): Promise<Heard> => heard({ cwd: folder, today }, ...args)

/** The example pins 15 June 2026. */
test.each([
  ['2026-06-22', ''],
  ['2026-06-23', 'checked for 15 June 2026 (as_of of network.yaml), 8 days before today, 23 June 2026'],
  ['2026-07-15', 'checked for 15 June 2026 (as_of of network.yaml), 30 days before today, 15 July 2026'],
])('on %s check warns of a pin that lies more than a week behind', async (today, warning) => {
  const { code, said } = await serat(today, 'check')
  expect(code).toBe(0)
  if (warning === '') expect(said).not.toContain('warning: checked for')
  else expect(said).toContain(warning)
})

test('without a pin the clock decides', async () => {
  const file = join(folder, 'sites/network.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^as_of: .*\n/m, ''))
  for (const today of ['2026-06-15', '2026-07-15']) {
    await serat(today, 'build')
    expect(JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8'))).toMatchObject({ asOf: today })
  }
})

test('a day that has not come gives nothing a number, and that of today does', async () => {
  const ledger = join(folder, 'sites', ledgerName)
  const early = await serat('2026-06-15', 'build', '--as-of', '2026-06-16')
  expect(early).toMatchObject({ code: 1, said: expect.stringContaining('2026-06-16 has not come, and the ledger') })
  expect([existsSync(ledger), existsSync(join(folder, 'out'))]).toEqual([false, false])
  expect((await serat('2026-06-15', 'build')).code).toBe(0)
  const recorded = readFileSync(ledger, 'utf8')
  expect((await serat('2026-06-15', 'build', '--as-of', '2026-06-16')).code).toBe(0)
  expect(readFileSync(ledger, 'utf8')).toBe(recorded)
})
