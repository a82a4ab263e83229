import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { camelCase } from './source.ts'
import { parseYaml } from './yaml.ts'

/** The reader against another one by other people, which holds to the same core schema of YAML 1.2. */

const folders = ['../../sites', '../testing/contoh'].map(folder => join(import.meta.dirname, folder))
const texts = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml') && !entry.name.endsWith('.lock.yaml'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
)

/** Plain objects, so that both sides compare; keys as code spells them. */
function plain(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(plain)
  if (typeof data !== 'object' || data === null) return data === 0 ? 0 : data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [camelCase(key), plain(value)]))
}

const ours = (text: string): unknown => plain(parseYaml({ path: 'opd/x.yaml', text }).data)
const theirs = (text: string): unknown => plain(parse(text, { schema: 'core' }))

test('every file of both inventories is read as another library reads it', () => {
  expect(texts.length).toBeGreaterThan(60)
  for (const text of texts) expect(ours(text)).toEqual(theirs(text))
})

const letters = fc.constantFrom(...'0123456789aefilnorstuxyAEFILNORSTUX.+-_~')
const word = fc.oneof(
  fc.string({ unit: letters, minLength: 1, maxLength: 5 }).filter(text => text !== '-'),
  fc.constantFrom('null', 'True', 'FALSE', 'yes', 'on', '.inf', '-.INF', '.nan', '0x1F', '0o17', '1e3', '-0', '0b1'),
)

test('an unquoted word means what it means to the other library', () => {
  fc.assert(
    fc.property(word, text => {
      expect(ours(`a: ${text} `)).toEqual(theirs(`a: ${text} `))
    }),
    { numRuns: 4000, seed: 3310 },
  )
})

describe('what is read', () => {
  test.each([
    ['a: 1\nb:\n  - c: d\n    e: [1, x, "y"]\n  - f\n', { a: 1, b: [{ c: 'd', e: [1, 'x', 'y'] }, 'f'] }],
    ['a_b: { c_d: 2026-01-01, e: {} } # why\n', { aB: { cD: '2026-01-01', e: {} } }],
    ['a:\n- 1\n- 2\n', { a: [1, 2] }],
    ['a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['a: "x\\ty"\n', { a: 'x\ty' }],
    ['a: -0\n', { a: 0 }],
  ])('%j', (text, data) => expect(ours(text)).toEqual(data))
})
