import { expect, test } from 'vitest'
import { locate } from '../source/locate.ts'
import { load } from './load.ts'

/** What a text leaves open is told where it opens, and what a merge key may have brought is no finding of its own. */

function told(text: string): string[] {
  return load([{ path: 'opd/a.yaml', text }], new Map())
    .diagnostics.filter(({ at }) => at.source.path === 'opd/a.yaml')
    .map(({ code, at, message }) => {
      const { line, column } = locate(at)
      return `${line}:${column} ${code} ${message.en}`
    })
}

const parse = 'LOD005 the YAML does not parse:'

test('a line of two megabytes is looked through once', () => {
  expect(told(`a: [${'{x: [1]}, '.repeat(12_000)}{b: "${'c'.repeat(1_500_000)}\nd: 1\n`)).toEqual([
    `1:${4 + 10 * 12_000 + 5} ${parse} a quote is not closed`,
  ])
})

test.each([
  ['site: zz\nname: [a\n', `2:7 ${parse} a bracket [ or { is not closed`],
  ['site: zz\nname: [a, {b: 1\nclass: opd\n', `2:11 ${parse} a bracket [ or { is not closed`],
  ['segments: { data: 40, voice: 5\nsite: zz\n', `1:11 ${parse} a bracket [ or { is not closed`],
  ["site: zz\nname: 'Jum''at\nclass: opd\n", `2:7 ${parse} a quote is not closed`],
  ['site: zz\nname: "a\\"b\nclass: opd\n', `2:7 ${parse} a quote is not closed`],
  [`name: Jum'at # it's [\nx: [a, "b]", 'c\nd: 1\n`, `2:14 ${parse} a quote is not closed`],
  ['site: zz\nsegments: {\n  data: 40\n}\n', `4:1 ${parse} this closing bracket stands too far left`],
  ['<<: *x\nsite: zz\n', '1:5 LOD007 anchors, aliases and tags of YAML are not used here (`x`)'],
  ['site: zz\n<<: {a: 1}\n', '2:1 LOD010 `<<` copies what stands elsewhere; here each value has one place'],
])('%j', (text, finding) => {
  expect(told(text)).toEqual([finding])
})
