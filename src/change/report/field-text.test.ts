import { z } from 'zod'
import { expect, test } from 'vitest'
import { schemaOfKind } from '../../load/kind-schema.ts'
import { unwrapped } from '../../load/schema-walk.ts'
import { kinds } from '../../model/kind.ts'
import { snakeCase } from '../../source/source.ts'
import { fieldText } from './field-text.ts'

/** Fields of a thing as a report may name them: lists are values as a whole, and what people name themselves is called `x`. */
function fieldsOf(schema: z.core.$ZodType | undefined, above: readonly string[] = []): string[] {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(option => fieldsOf(option, above))
  if (inner instanceof z.ZodRecord) return fieldsOf(inner.valueType, [...above, 'x'])
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape).flatMap(([key, value]) => {
    const path = [...above, snakeCase(key)]
    return [path.join('.'), ...fieldsOf(value, path)]
  })
}

test('every field of every kind has words in both languages, not its key alone', () => {
  const all = kinds.flatMap(kind => fieldsOf(schemaOfKind(kind)).map(field => ({ kind, field })))
  expect(new Set(all.map(({ kind }) => kind)).size).toBe(kinds.length)
  expect(all.length).toBeGreaterThan(500)
  const wordless = all.filter(({ kind, field }) => {
    const { id, en } = fieldText(kind, field)
    return (id === field && en === field && !loanwords.has(field)) || Math.max(id.length, en.length) > 120
  })
  expect(wordless).toEqual([])
})

/** Words that are the same in both languages and in files. */
const loanwords = new Set(['banner', 'domain', 'kecamatan', 'model', 'platform', 'port', 'ring', 'router', 'status'])

test('the word, or what the model says of the key with the key behind it', () => {
  expect(fieldText('circuit', 'bandwidth_mbps').id).toBe('bandwidth (Mbit/s)')
  expect(fieldText('circuit', '2026-07-01.monthly_rupiah').id).toBe('harga sebulan sejak 2026-07-01')
  expect(fieldText('network', 'addressing.link.v4')).toEqual({
    id: 'awalan IPv4 (addressing.link.v4)',
    en: 'IPv4 prefix (addressing.link.v4)',
  })
  expect(fieldText('cable', 'tidak_ada').id).toBe('tidak_ada')
})
