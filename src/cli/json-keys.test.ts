import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heard } from './heard.fixture.ts'

/**
 * JSON of every command has one spelling, that of the files of an inventory; and every help says what its exit codes
 * mean.
 */

let home = ''

async function serat(...args: readonly string[]): Promise<string> {
  return (await heard({ cwd: home }, ...args)).out
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'serat-json-'))
  cpSync(join(import.meta.dirname, '../testing/contoh'), join(home, 'sites'), { recursive: true })
  await serat('build')
})
afterAll(() => rmSync(home, { recursive: true }))

/** Names of things are keys too: only what a program chose to name is judged. */
function keysOf(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(keysOf)
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => [key, ...keysOf(value)])
}

test.each([
  'check',
  'explain GEO002',
  'explain out/routers/utara/utara.rsc:40',
  'explain out/ip-plan/ip-plan.csv:2',
  ...['sites', 'routers', 'circuits', 'contracts', 'routes'].map(kind => `show ${kind}`),
  'what-if --all',
  'what-if --cut site:utara',
  'locate --down utara',
  'locate --otdr route=ring-1,from=a,reading=99999',
  'locate --otdr route=ring-1,from=a,reading=1,launch=500',
  'call bukit',
  'keys --secrets secrets.yaml',
])('%s --format json', async line => {
  const printed = await serat(...line.split(' '), '--format', 'json')
  expect(printed).not.toBe('')
  expect(keysOf(JSON.parse(printed)).filter(key => /[a-z][A-Z]/.test(key))).toEqual([])
})

test('a place is spelt so', async () => {
  const { diagnostics } = JSON.parse(await serat('check', '--format', 'json', '--as-of', '2027-06-15')) as {
    readonly diagnostics: readonly object[]
  }
  expect(diagnostics[0]).toMatchObject({
    file: 'sites/circuits/bukit.yaml',
    line: 11,
    column: 33,
    end_line: 11,
    end_column: 43,
  })
})

test('help says what the exit codes mean', async () => {
  expect(await serat('check', '--help')).toContain('1 errors; with --strict also warnings')
  expect(await serat('locate', '--help')).toContain('1 the inventory has errors: the answer may not be whole')
})
