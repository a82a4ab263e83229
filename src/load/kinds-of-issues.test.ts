import { constants } from 'node:os'
import { getSystemErrorMap } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { formFault } from '../pulumi/words.ts'
import { fileReason, fileRemedy } from '../words/file-errors.ts'
import { shape } from './shape.ts'

/** Every kind of issue that the validator can find, provoked: a new kind does not compile until it stands here. */
const provoked: Readonly<Record<z.core.$ZodIssue['code'], readonly [z.ZodType, unknown]>> = {
  invalid_type: [z.strictObject({ name: z.string() }), { name: 7 }],
  too_big: [z.strictObject({ count: z.number().max(3) }), { count: 9 }],
  too_small: [z.strictObject({ list: z.array(z.string()).min(1) }), { list: [] }],
  invalid_format: [z.strictObject({ day: z.string().regex(/^\d{4}$/) }), { day: 'x' }],
  not_multiple_of: [z.strictObject({ count: z.number().multipleOf(5) }), { count: 7 }],
  unrecognized_keys: [z.strictObject({ name: z.string() }), { name: 'a', nam: 'b' }],
  invalid_union: [z.strictObject({ at: z.union([z.string(), z.array(z.number())]) }), { at: true }],
  invalid_key: [z.strictObject({ by: z.record(z.string().regex(/^[a-z]+$/), z.number()) }), { by: { A1: 1 } }],
  invalid_element: [z.strictObject({ by: z.map(z.string(), z.number()) }), { by: new Map([['a', 'b']]) }],
  invalid_value: [z.strictObject({ kind: z.enum(['pole', 'handhole']) }), { kind: 'x' }],
  custom: [z.strictObject({ name: z.string().refine(text => text.startsWith('/')) }), { name: 'x' }],
}

/** Words in which the validator speaks, whatever the schema. */
const itsWords = /Invalid|expected|received|Too (small|big)|must be a multiple|Unrecognized key|undefined|\[object/

test.each(Object.entries(provoked))(
  '%s is said in our own words in both languages, with a remedy',
  (_, [schema, data]) => {
    const read = schema.safeParse(data, { reportInput: true })
    const issues = read.success ? [] : read.error.issues
    expect(issues).not.toEqual([])
    const { diagnostics } = shape(schema, data, { source: { path: 'opd/a.yaml', text: '' }, path: [] })
    expect(diagnostics).not.toEqual([])
    const texts = diagnostics.flatMap(({ message, help }) => [message.id, message.en, help?.id ?? '', help?.en ?? ''])
    const deployed = issues.map(formFault)
    expect(texts).not.toContain('')
    for (const text of [...texts, ...deployed]) {
      expect(text).not.toMatch(itsWords)
      for (const { message } of issues) expect(text).not.toContain(message)
    }
    for (const { message } of diagnostics) expect(message.id).not.toBe(message.en)
  },
)

test('every code of the operating system is said in our own words, with a remedy', () => {
  const codes = Object.keys(constants.errno)
  expect(codes.length).toBeGreaterThan(50)
  const its = new Map(getSystemErrorMap().values())
  for (const code of codes) {
    const [reason, remedy] = [fileReason(code), fileRemedy(code)]
    expect(reason.id).not.toBe(reason.en)
    expect(remedy.id).not.toBe(remedy.en)
    expect(remedy.en.length).toBeGreaterThan(10)
    expect(`${reason.id} ${remedy.id}`).not.toContain(its.get(code) ?? 'no sentence of its own')
  }
})
