import { expect, test, vi } from 'vitest'
import { allFiles, isProduct } from './code.ts'
import { doublesOf } from './doubles.ts'
import { isIdleAtHome, untaken } from './exports.ts'
import { oneLanguageOf } from './languages.ts'
import { oversized } from './sizes.ts'
import { hanging } from './comments.ts'
import { tooWide } from './widths.ts'

// The whole code is read as syntax trees: seconds alone, a minute beside other work.
vi.setConfig({ testTimeout: 180_000 })

const everything = allFiles()
const product = everything.filter(isProduct)

test('what has one place in the house is nowhere written again', () => {
  expect(product.length).toBeGreaterThan(500)
  expect(product.flatMap(doublesOf)).toEqual([])
})

const planted: Readonly<Record<string, string>> = {
  comparator: 'export const f = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)',
  'comparator in a sort': 'things.sort((x, y) => (x.id < y.id ? -1 : 1))',
  'comparator downwards': 'things.sort((x, y) => (x.id > y.id ? 1 : -1))',
  'cleaner of text': 'const clean = text.replace(/[\\p{Cc}\\u202a-\\u202e]/gu, "?")',
  'search of a near name': "import { closest } from 'fastest-levenshtein'",
  'table of words':
    "const w = { circuit: { id: 'sirkuit sewa', en: 'circuit' }, span: { id: 'bentangan', en: 'span' } }",
  'table of words for months': "const m = ['Januari', 'Februari', 'Agustus']",
  'table of words in a choice': "const w = both ? { id: 'sirkit', en: 'circuit' } : { id: 'bentangan', en: 'span' }",
  'table of words for states':
    "const w = [['a', { id: 'terputus', en: 'cut off' }], ['b', { id: 'normal', en: 'normal' }]]",
  'sum of money': 'const owed = circuit.declared.monthlyRupiah * months',
  'sum of money by division': 'const day = monthlyRupiah / 31',
  'walk of the plant': "const cables = declared.path.map(step => step.split('/')[0])",
}

test.each(Object.entries(planted))('a planted %s is found', (name, text) => {
  const what = Object.keys(planted).find(key => name.startsWith(key)) ?? name
  expect(doublesOf({ path: 'rules/planted.ts', text })).toEqual([`rules/planted.ts ${what}`])
})

/** What is too large by our own measure, and why it may be: ten at most. Who mends one takes its line out. */
const tooLarge: Readonly<Record<string, string>> = {
  'api/args.ts': 'made from the schemas: types, each with its words',
  'cli/arguments.ts take': 'six facts of one word of a command line',
  'intent/practice.ts': 'data: a row for each practice, with its reason in both languages',
  'lab/verify/verify-failures.ts verifyFailures':
    'one failure after the other, in the order in which the lab lives them',
  'model/optics.ts': 'data: a row for each optic, with its source',
  'platforms/junos/render/term.ts bind': 'six words of one line',
  'pulumi/provider/resources.ts resourcesOf': 'six short methods of one interface over the same settings',
  'pulumi/provider/server.ts methods': 'short methods of one interface, as the engine lists them',
  'render/tables/column.ts column': 'what a column is, said four hundred times in one line each',
}

test('no new file over 250 lines, no new function over 60 lines or with more than five parameters', () => {
  // An exception that is none any more fails as well.
  expect(product.flatMap(oversized).sort()).toEqual(Object.keys(tooLarge).sort())
  expect(Object.keys(tooLarge).length).toBeLessThanOrEqual(10)
})

test('a planted long function, long file and long list of parameters are found', () => {
  const lines = (count: number): string => '  call()\n'.repeat(count)
  expect(oversized({ path: 'a.ts', text: `function f() {\n${lines(60)}}\n` })).toEqual(['a.ts f'])
  expect(oversized({ path: 'a.ts', text: `function f() {\n${lines(58)}}\n` })).toEqual([])
  expect(oversized({ path: 'a.ts', text: lines(251) })).toEqual(['a.ts'])
  expect(oversized({ path: 'a.ts', text: 'const g = (a, b, c, d, e, f) => a' })).toEqual(['a.ts g'])
})

test('no comment over 120 columns, no other line over 140', () => {
  expect(product.filter(({ path }) => !made.includes(path)).flatMap(tooWide)).toEqual([])
})

test('no comment explains nothing: what it is about comes right behind it', () => {
  expect(product.flatMap(hanging)).toEqual([])
})

test('a planted comment that hangs on nothing is found, and one that heads a file is not', () => {
  const found = (text: string): string[] => hanging({ path: 'a.ts', text })
  expect(found("import a from 'b'\n\n/** About a. */\nconst c = a\n/** Of what? */\n\nconst d = c\n")).toEqual([
    'a.ts:5',
  ])
  expect(found("import a from 'b'\n\n/** Of this file. */\n\nconst c = a\n")).toEqual([])
})

/** Written by a program from the schemas: a sentence a line. */
const made = ['api/args.ts']
test('a planted wide line is found, and one that has to be wide is not', () => {
  const long = 'so it goes on '.repeat(12)
  const found = (text: string): number => tooWide({ path: 'a.ts', text }).length
  expect(found(`const a = '${long}'`)).toBe(1)
  expect(found(`/** ${long.slice(0, 120)} */`)).toBe(1)
  expect(found(`const a = '${long.slice(0, 120)}'`)).toBe(0)
  expect(found(`const a = line(from)\`${long}\``)).toBe(0)
  expect(found(`const a = /${long}/`)).toBe(0)
})

/** Our own bugs, and words that no person is shown. */
const englishAlone: readonly string[] = [
  'pulumi/declare/things.ts: nothing was decided for §',
  'pulumi/provider/server.ts: the provider was not configured',
  'pulumi/provider/struct.ts: no value for the engine: §',
  'pulumi/resources/parts.ts: no plan of router §',
  'pulumi/secrets/forms.ts: no deployment knows how the secret § is written',
  'pulumi/secrets/template.ts: no form for secret §',
  'pulumi/targets/routeros-load.ts: the inventory',
]

test('no sentence for a person stands in English alone', () => {
  expect(product.flatMap(oneLanguageOf)).toEqual(englishAlone)
})

test.each([
  ['pulumi/targets/planted.ts', 'throw new Error("it does not answer")'],
  ['pulumi/planted.ts', "const why = 'the session broke off'"],
  ['pulumi/planted.ts', "const why = { en: 'the session broke off' }"],
  ['cli/planted.ts', "process.stdout.write('nothing is there\\n')"],
])('a planted sentence in English alone is found: %s %s', (path, text) => {
  expect(oneLanguageOf({ path, text })).toHaveLength(1)
})

test.each([
  ['pulumi/planted.ts', "const why = { id: 'sesinya terputus', en: 'the session broke off' }"],
  ['pulumi/planted.ts', "ask('/system backup save name=this')"],
  ['cli/planted.ts', "throw new Error('no plan of it')"],
])('no fault is seen where none is: %s %s', (path, text) => {
  expect(oneLanguageOf({ path, text })).toEqual([])
})

test('nothing is exported that nobody takes', () => {
  expect(untaken(product, everything)).toEqual([])
})

/** What only tests take, and its own file has no use for either: each with what keeps it in the product. */
const onlyForTests: Readonly<Record<string, string>> = {
  'page/shims/crypto.ts createHash': "stands in a browser for Node's own, by a line of the bundler",
}

test('nothing is exported that only tests have a use for', () => {
  const idle = untaken(product, product).filter(offered => isIdleAtHome(product, offered))
  expect(idle).toEqual(Object.keys(onlyForTests))
})

test('a planted export without a taker is found', () => {
  const lone = {
    path: 'rules/lone.ts',
    text: 'export const lone = 1\nexport interface Lone {}\nexport function f() {}',
  }
  const taker = { path: 'rules/taker.ts', text: "import { f as g, type Lone } from './lone.ts'\ng()" }
  const whole = { path: 'rules/whole.ts', text: "import * as all from './lone.ts'" }
  expect(untaken([lone], [lone, taker])).toEqual(['rules/lone.ts lone'])
  expect(untaken([lone], [lone, whole])).toEqual([])
  expect(isIdleAtHome([lone], 'rules/lone.ts lone')).toBe(true)
  expect(isIdleAtHome([{ ...lone, text: `${lone.text}\nf(lone)` }], 'rules/lone.ts lone')).toBe(false)
})
