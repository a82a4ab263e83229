import { describe, expect, test } from 'vitest'
import { compare } from '../../change/compare.ts'
import type { Marks } from '../../change/marks.ts'
import { reportOf } from '../../change/report/report.ts'
import { compile } from '../../compile.ts'
import { contoh } from '../../testing/contoh.ts'
import type { Source } from '../../source/source.ts'
import { claimsOf, markOf, steadyMark } from './claims.ts'

const today = '2026-11-02'
const whole = contoh()
const opened = whole.map(source =>
  source.path.endsWith('routes/ring.yaml')
    ? { ...source, text: source.text.slice(0, source.text.indexOf('- route: ring-3')) }
    : source,
)
const change = compare(compiled(whole), compiled(opened))
const { service } = change
if (service === undefined) throw new Error('the smallest network is compared whole')

function compiled(sources: readonly Source[]) {
  return compile({ sources, ledger: '', today, asOf: today, entropy: new Uint8Array(16).fill(7) })
}

describe('claims of a change', () => {
  test('one of every row first, the worst row first; then a second of each', () => {
    const names = claimsOf(service, 5).map(({ component }) => component.name)
    const firsts = service.failures.map(({ components }) => components[0]?.name)
    expect(names.slice(0, 3)).toEqual(firsts)
    expect(names.slice(3)).toEqual(service.failures.slice(0, 2).map(({ components }) => components[1]?.name))
  })

  test('never more than were asked for, nor than there are', () => {
    const all = service.failures.flatMap(({ components }) => components)
    expect(claimsOf(service, 1)).toHaveLength(1)
    expect(claimsOf(service, 9999)).toHaveLength(all.length)
  })

  test('a claim that one side contradicts is refuted, in whatever order sites are named', () => {
    const claimed = { before: [], after: ['timur', 'utara'] }
    expect(markOf(claimed, { before: [], after: ['utara', 'timur'] }).isConfirmed).toBe(true)
    expect(markOf(claimed, { before: [], after: ['utara'] }).isConfirmed).toBe(false)
    expect(markOf(claimed, { before: ['utara'], after: ['timur', 'utara'] }).isConfirmed).toBe(false)
  })
})

test('the report marks what packets confirmed, contradicted and were not asked about', () => {
  const [first, second] = claimsOf(service, 2)
  if (first === undefined || second === undefined) throw new Error('too few failures')
  const marks: Marks = {
    failures: new Map([
      [first.component.name, markOf(first.isolated, first.isolated)],
      [second.component.name, markOf(second.isolated, { before: [], after: [] })],
    ]),
    states: new Map(),
    unchanged: new Map([
      ['router:core-1', steadyMark({ before: ['timur'], after: ['timur'] })],
      ['site:bukit', steadyMark({ before: ['fibre'], after: ['isolated'] })],
    ]),
  }
  const marked = (['id', 'en'] as const).map(language =>
    reportOf(change, language, marks)
      .sections.find(({ key }) => key === 'service')
      ?.rows.map(row => row.at(-1)),
  )
  expect(marked).toEqual([
    ['terbukti (1)', 'TERBANTAH: 0 → 0', 'tidak dicoba'],
    ['confirmed (1)', 'REFUTED: 0 → 0', 'not tried'],
  ])
  const notes = (['id', 'en'] as const).map(language =>
    reportOf(change, language, marks)
      .sections.find(({ key }) => key === 'service')
      ?.notes.at(-1),
  )
  expect(notes).toEqual([
    'Yang menurut laporan ini tetap (dicoba: kegagalan lain 1, situs 1): TERBANTAH oleh paket: site:bukit (fibre → isolated).',
    'What this report calls unchanged (tried: other failures 1, sites 1): REFUTED by packets: site:bukit (fibre → isolated).',
  ])
})
