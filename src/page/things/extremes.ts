import { kindNoun } from '../parts/links.tsx'
import { messages } from '../messages.ts'
import { axisOf } from '../views/money-of.tsx'
import type { Hit } from './hit.ts'

type Measure = 'money' | 'length' | 'speed' | 'day'

/** Words that ask for the end of a table, by what it is then sorted by and whether the most comes first. */
const extremes: readonly (readonly [of: Measure, order: '' | '-', words: readonly string[]])[] = [
  ['money', '-', ['termahal', 'terbesar', 'expensive', 'largest', 'biggest', 'costliest']],
  ['money', '', ['termurah', 'terkecil', 'cheapest', 'smallest']],
  ['length', '-', ['terpanjang', 'longest']],
  ['length', '', ['terpendek', 'shortest']],
  ['speed', '-', ['tercepat', 'fastest']],
  ['speed', '', ['terlambat', 'slowest']],
  ['day', '-', ['terbaru', 'terakhir', 'newest', 'latest']],
  ['day', '', ['terlama', 'tertua', 'oldest']],
]

/** Where each kind is measured: a table by its address, and the column. */
const measured: Readonly<Record<Exclude<Measure, 'money'>, Readonly<Record<string, readonly [string, string]>>>> = {
  length: { cable: ['cable', 'drawn_m'], span: ['span', 'drawn_m'], route: ['losses', 'glass_km'] },
  speed: { circuit: ['circuit', 'bandwidth_mbps'], uplink: ['uplink', 'bandwidth_mbps'] },
  day: { contract: ['contract', 'from'], circuit: ['circuit', 'from'], waiver: ['waiver', 'until'] },
}

/** `sirkuit termahal`, `longest cable`: the table of it, sorted so that the answer stands first. */
export function extremeHits(query: string): Hit[] {
  const words = query.split(/[^\p{L}]+/u)
  return extremes
    .filter(([, , asked]) => asked.some(word => words.includes(word)))
    .flatMap(([of, order]) => kindsNamed(words).flatMap(kind => tablesOf(of, kind, order, words)))
    .map(hit => ({ ...hit, title: query }))
}

function tablesOf(of: Measure, kind: string, order: string, words: readonly string[]): Omit<Hit, 'title'>[] {
  if (of === 'money') {
    const axis = Object.hasOwn(axisOf, kind) ? axisOf[kind] : undefined
    if (axis === undefined) return []
    const column = axis === 'circuit' && words.includes('mbit') ? 'per_mbps' : 'committed_rupiah'
    return [{ view: 'money', id: axis, query: { sort: order + column }, note: messages.money }]
  }
  const known = measured[of]
  const [list, column] = (Object.hasOwn(known, kind) ? known[kind] : undefined) ?? []
  if (list === undefined || column === undefined) return []
  const { id, many } = kindNoun(kind)
  return [{ view: 'list', id: list, query: { sort: order + column }, note: messages.sorted({ id, en: many }) }]
}

const measurable = [...Object.keys(axisOf), 'cable', 'span', 'route', 'waiver']

/** Kinds whose noun is among the words, in the singular or the plural. */
function kindsNamed(words: readonly string[]): readonly string[] {
  return measurable.filter(kind => {
    const { id, en, many } = kindNoun(kind)
    return [id, en, many].some(noun => noun.split(' ').every(word => words.includes(word)))
  })
}
