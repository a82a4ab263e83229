import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { contoh } from '../testing/contoh.ts'
import { hoverAt } from './hover.ts'
import { lensesIn } from './lenses.ts'
import type { Project } from './project.ts'

/** What is said of every kind of value: `|` is where the pointer rests. */

const sources = contoh()
const input = { ledger: '', today: '2026-06-15', entropy: new Uint8Array(16).fill(7) }
const { ledger } = compile({ ...input, sources })

function openedAt(
  path: string,
  from: string | RegExp,
  to: string,
): readonly [Project, Project['sources'][number], number] {
  const marked = (sources.find(source => source.path === path)?.text ?? '').replace(from, to)
  expect(marked).toContain('|')
  const source = { path, text: marked.replace('|', '') }
  const typed = [...sources.filter(each => each.path !== path), source]
  return [{ sources: typed, compilation: compile({ ...input, ledger, sources: typed }) }, source, marked.indexOf('|')]
}

function said(path: string, from: string | RegExp, to: string): readonly string[] {
  return (hoverAt(...openedAt(path, from, to))?.lines ?? []).map(({ en }) => en)
}

const site = 'opd/utara.yaml'
const circuit = 'circuits/bukit.yaml'

const values: readonly (readonly [name: string, path: string, from: string | RegExp, to: string, lines: string[]])[] = [
  ['an amount', circuit, /monthly_rupiah: /, 'monthly_rupiah: |', ['Rp 5,000,000', 'monthly_rupiah (required)']],
  ['a day', circuit, /from: 2026/, 'from: |2026', ['1 January 2026', 'from (required)']],
  ['a port', circuit, /port: ether1/, 'port: |ether1', ['ether1: 1,000 Mbit/s, copper']],
  ['a model', site, /model: /, 'model: |', ['CCR2004-16G-2S+PC: 16 x copper 1000 Mbit/s, 2 x sfp+ 10000 Mbit/s']],
  ['an optic', 'routes/ring.yaml', /optic: lr/, 'optic: |lr', ['lr: 10 km, 2 strands']],
  [
    'a word of a closed list',
    site,
    /class: opd/,
    'class: |opd',
    ['class (required)', 'One of: hub, opd, kecamatan, field'],
  ],
  ['a name that is free', site, /name: /, 'name: |', ['name (required)', 'Example: Dinas Perhubungan']],
  ['a coordinate', site, /lat: /, 'lat: |', ['latitude in WGS84 degrees']],
  [
    'the size of a segment',
    site,
    /guest: 60/,
    'guest: |60',
    [expect.stringMatching(/^Ledger: segment\/utara\/guest\/v4: 10\./)],
  ],
]

test.each(values)('%s', (_, path, from, to, lines) => {
  expect(said(path, from, to)).toEqual(expect.arrayContaining(lines))
})

test('a site is described once, although its router is declared with it', () => {
  const lines = said(site, 'site: utara', 'site: |utara')
  expect(lines.filter(line => line.startsWith('Declared at'))).toHaveLength(1)
  expect(new Set(lines).size).toBe(lines.length)
})

test('a contract says with whom, for how much, until when, and what hangs on it', () => {
  const lines = said(circuit, /contract: /, 'contract: |')
  expect(lines[1]).toMatch(/^number .+, PT .+, Rp .+ without PPN, until 31 December 2026$/)
  expect(lines[2]).toMatch(/^Circuits: .*ckt-bukit/)
})

test('a fee that changes says until when it holds and what comes then, above the circuit and where it is named', () => {
  const changes = 'role: primary\nchanges: [{ from: 2026-09-01, monthly_rupiah: 4000000 }]'
  const [project, source] = openedAt(circuit, /circuit: (.*\n[\s\S]*)role: primary/, `circuit: |$1${changes}`)
  const fee = 'Rp 5,000,000 a month until 31 August 2026, then Rp 4,000,000'
  expect(lensesIn(project, source).map(({ title }) => title.en)).toEqual([fee])
  const hover = hoverAt(project, source, source.text.indexOf('ckt-bukit'))
  expect(hover?.lines.map(({ en }) => en)[1]).toContain(fee)
})

test('above a range of spans one lens speaks for all of them', () => {
  const [project, source] = openedAt('plant/ring.yaml', /^/, '|')
  const lenses = lensesIn(project, source)
  const places = lenses.map(({ range }) => `${range.line}:${range.column}`)
  expect(new Set(places).size).toBe(places.length)
  expect(lenses.length).toBeGreaterThan(0)
})
