import { expect, test } from 'vitest'
import { schemaFiles } from '../schemas/files.ts'
import { heard } from '../heard.fixture.ts'
import { knownKeys } from './key.ts'

const keys = knownKeys()

async function said(language: 'id' | 'en', ...args: readonly string[]): Promise<string> {
  return (await heard({ cwd: '/', language }, 'explain', ...args)).said
}

test('every key says in both languages what it means, and has an example', () => {
  expect(keys.length).toBeGreaterThan(400)
  expect(
    keys.filter(({ meaning, example }) => meaning === undefined || example === '').map(({ path }) => path),
  ).toEqual([])
  const alike = keys.filter(({ meaning }) => meaning?.id === meaning?.en || (meaning?.id.length ?? 0) < 5)
  expect(alike.map(({ path }) => path)).toEqual([])
})

test.each([
  ['Mbps', /Mbit\/s/],
  ['Rupiah', /rupiah/],
  ['Km', / km/i],
  ['Db', /dB/],
  ['Percent', /percent|availability/],
  ['Minutes', /[Mm]inutes/],
  ['Ms', /milliseconds/],
])('keys that end in %s name their unit', (ending, unit) => {
  const snake = ending.toLowerCase()
  const own = keys.filter(({ path }) => path.endsWith(`_${snake}`))
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter(({ meaning }) => !unit.test(meaning?.en ?? '')).map(({ path }) => path)).toEqual([])
})

test.each(['id', 'en'] as const)('the JSON Schema (%s) describes every property', language => {
  const bare: string[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      if (key === 'properties')
        for (const [name, property] of Object.entries(child as Record<string, { description?: string }>))
          if (property.description === undefined) bare.push(`${path}.${name}`)
      walk(child, `${path}.${key}`)
    }
  }
  walk(schemaFiles(language), '')
  expect(bare).toEqual([])
})

test('explain says what a key means, wherever one of that name stands', async () => {
  expect(await said('en', 'site.router.model')).toBe(
    "site.router.model (required)\n  the maker's name of the model\n  Form: a word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`\n  Example: model: CCR2004-16G-2S+PC\n",
  )
  expect(await said('id', 'monthly_rupiah')).toContain(
    'circuit.monthly_rupiah (wajib)\n  biaya sebulan dalam rupiah, tanpa PPN',
  )
  expect(await said('en', 'bandwith_mbps')).toContain('did you mean bandwidth_mbps?')
})
