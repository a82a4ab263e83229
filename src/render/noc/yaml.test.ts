import fc from 'fast-check'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { flowYamlFile, yamlFile } from './yaml.ts'

/** What is near to meaning something in YAML, beside any text at all. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...': |#|- |\n|\t|{{|}}|[|*|&|!|%|@|`|"|\'|\\|a|é|0|.|e|x|~|null|yes|.inf|\u0085|\u2028|\u007f|\ufeff|\u0000'.split(
          '|',
        ),
      ),
      { maxLength: 6 },
    )
    .map(parts => parts.join('')),
)
const values = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(texts, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

test('any text comes back as it was, in YAML of today and of before, and is never markup', () => {
  fc.assert(
    fc.property(values, value => {
      const wrapped = { value }
      for (const text of [yamlFile(['a remark'], wrapped), flowYamlFile(['a remark'], wrapped)]) {
        expect(load(text)).toEqual(wrapped)
        expect(parse(text)).toEqual(wrapped)
        expect(parse(text, { version: '1.1' })).toEqual(wrapped)
      }
    }),
    { numRuns: 300, seed: 17 },
  )
})

test('rules, addresses and durations stand as a person would write them', () => {
  expect(
    yamlFile(['For whom.'], {
      expr: 'count(serat_down{sign=~"router:a"} == 1) == 1',
      for: '2m',
      none: undefined,
      summary: "Salah satu dari: '{{ a }}'",
      walk: ['1.3.6.1', '6.0', 'no', ''],
      routes: [{ receiver: 'noc', matchers: ['subject="a"'] }],
      empty: { list: [], map: {} },
    }),
  ).toBe(`# For whom.
expr: count(serat_down{sign=~"router:a"} == 1) == 1
for: 2m
summary: 'Salah satu dari: ''{{ a }}'''
walk:
  - 1.3.6.1
  - '6.0'
  - 'no'
  - ''
routes:
  - receiver: noc
    matchers:
      - subject="a"
empty:
  list: []
  map: {}
`)
})
