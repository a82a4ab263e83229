import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/**
 * Each scaffold on a copy of the project: what it made has its types right, and its tests are green, before anybody
 * wrote a word.
 */

const root = join(import.meta.dirname, '../../..')
const copy = mkdtempSync(join(tmpdir(), 'serat-scaffold-'))

beforeAll(() => {
  for (const name of ['src', 'sites', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'biome.json', '.gitignore'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true }))

function node(script: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [join(copy, script), ...args], { cwd: copy, encoding: 'utf8', stdio: 'pipe' })
}

/** Makes a thing, and runs what the scaffold says that comes next. */
function makeAndTest(kind: string, ...args: readonly string[]): void {
  const said = node('src/testing/scaffolds/new.ts', kind, ...args)
  const next = /^ {2}npx tsc && npx vitest run (.*)$/m.exec(said)?.[1] ?? ''
  const words = [...next.matchAll(/'([^']*)'|(\S+)/g)].map(([, inQuotes, bare]) => inQuotes ?? bare ?? '')
  // Ends with an error where a test fails, and where there is none.
  node('node_modules/vitest/vitest.mjs', 'run', ...words)
}

test.each([
  ['rule', ['OPT', 'mast-too-tall']],
  ['platform', ['contohos']],
  ['command', ['count-sites']],
  ['artifact', ['site-list']],
  ['field', ['site', 'floor_plan', 'text']],
  ['field', ['circuit', 'termination_room', 'text']],
  ['field', ['contract', 'signed_on', 'date']],
] as const)('a new %s: %j', (kind, args) => makeAndTest(kind, ...args))

test('all of them together have their types right, and the format of the house', () => {
  node('node_modules/typescript/bin/tsc')
  node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', 'src')
})

test('the new field is read and shown, the new command runs', () => {
  const site = join(copy, 'sites/opd/dishub.yaml')
  writeFileSync(site, `${readFileSync(site, 'utf8')}floor_plan: lantai dua\n`)
  expect(node('src/cli/main.ts', 'show', 'sites', 'dishub', '--format', 'json')).toContain('"floor_plan": "lantai dua"')
  expect(node('src/cli/main.ts', 'count-sites')).toMatch(/^\d+\n$/)
})
