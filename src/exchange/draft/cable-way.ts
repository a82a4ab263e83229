import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { geodesicM } from '../../model/geodesy.ts'
import type { Point } from '../../model/scalars.ts'
import { freeId, idFrom, nameKey } from '../values/ids.ts'
import { numberOf } from '../values/numbers.ts'
import { laidAlong, type Hop, type Laid } from './along.ts'
import { factIf, factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { structureNamed } from './named.ts'
import { lineOf } from './position.ts'
import type { Standing, Structures } from './structures.ts'

/** What laying cables goes by, and what it has made. */
export interface Laying {
  readonly drafting: Drafting
  readonly structures: Structures
  readonly drafts: Map<string, Draft>
  /** Spans by the two structures that they join, in either order. */
  readonly spans: Map<string, string>
  readonly taken: Set<string>
}

export function between(a: string, b: string): string {
  return [a, b].sort().join(' ')
}

interface Way {
  readonly hops: readonly Hop[]
  readonly from: Fact['from']
  readonly certainty: Fact['certainty']
  readonly why?: Bilingual
}

export function wayOf(state: Laying, mapped: MappedRow, id: string): Way | Bilingual {
  const { row } = mapped
  const said = namedWay(state, mapped)
  if (mapped.text('along') !== '' && 'hops' in said) return said
  if (row.shape?.kind === 'line') {
    const line = lineOf(mapped, state.drafting, row.shape.points)
    if (!('points' in line)) return line
    const way = drawnWay(state, mapped, line.points, id)
    return 'hops' in way && line.why !== undefined ? { ...way, certainty: 'guessed', why: line.why } : way
  }
  return said
}

/** The way that a table names, structure by structure, or only by its ends. */
function namedWay(state: Laying, mapped: MappedRow): Way | Bilingual {
  const named =
    mapped.text('along') === '' ? [mapped.text('from'), mapped.text('to')] : waypointsIn(mapped.text('along'))
  const ends: Standing[] = []
  for (const name of named) {
    const found = structureNamed(state.structures, name)
    if (!('point' in found)) return found
    ends.push(found)
  }
  const hops = ends.slice(1).flatMap((to, i): Hop[] => {
    const from = ends[i]
    return from === undefined || from.id === to.id ? [] : [{ from, to, via: [] }]
  })
  if (hops.length === 0)
    return { id: 'kabel tanpa jalan: kedua ujungnya satu', en: 'a cable without a way: both its ends are one' }
  const straight = mapped.text('along') === ''
  return {
    hops,
    from: mapped.spot('along', 'from', 'to'),
    certainty: straight ? 'guessed' : 'sure',
    ...(straight
      ? { why: { id: 'hanya kedua ujungnya disebut; ditarik lurus', en: 'only its ends are said; drawn straight' } }
      : {}),
  }
}

/** Structures of a cell, one after the other. */
export function waypointsIn(text: string): string[] {
  return text.split(/\s*(?:;|->|\u2192|,|\s)\s*/).filter(each => each !== '')
}

function drawnWay(state: Laying, mapped: MappedRow, points: readonly Point[], id: string): Way | Bilingual {
  const ends = [
    state.structures.byName.get(nameKey(mapped.text('from')))?.[0],
    state.structures.byName.get(nameKey(mapped.text('to')))?.[0],
  ] as const
  const isBackwards = isDrawnBackwards(points, ends)
  const drawn = isBackwards ? points.toReversed() : points
  const laid = laidAlong(drawn, state.structures, {
    from: ends[0],
    to: ends[1],
    put: end => putEnd(state, mapped, id, end),
  })
  if (laid.hops.length === 0) return { id: 'garis tanpa panjang', en: 'a line without a length' }
  say(state, mapped, laid, isBackwards)
  const isSure = !isBackwards && laid.off.length === 0 && laid.loose.length === 0
  const from = [mapped.row.at, ...(ends.some(end => end !== undefined) ? mapped.spot('from', 'to') : [])]
  return { hops: laid.hops, from, certainty: isSure ? 'sure' : 'guessed' }
}

function isDrawnBackwards(
  points: readonly Point[],
  [from, to]: readonly [Standing | undefined, Standing | undefined],
): boolean {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || (from === undefined && to === undefined)) return false
  const away = (standing: Standing | undefined, point: Point): number =>
    standing === undefined ? 0 : geodesicM(standing.point, point)
  return away(from, last) + away(to, first) < away(from, first) + away(to, last)
}

function say({ drafting }: Laying, mapped: MappedRow, { off, loose, passed }: Laid, isBackwards: boolean): void {
  const at = mapped.row.at
  const tell = (why: Bilingual): void => drafting.remark({ at, certainty: 'guessed', why })
  if (isBackwards)
    tell({
      id: 'garis digambar terbalik dari asal dan tujuannya; dibalik',
      en: 'the line was drawn back to front of its from and to; turned round',
    })
  for (const { thing, metres } of off)
    tell({
      id: `ujung garis ${metres.toFixed(1)} m dari ${thing.ref}; disambung ke sana`,
      en: `the line ends ${metres.toFixed(1)} m off ${thing.ref}; joined to it`,
    })
  for (const [lon, lat] of loose)
    tell({
      id: `di ujung garis (${lat}, ${lon}) tidak ada struktur; sebuah tiang ditaruh`,
      en: `nothing stands at the line's end (${lat}, ${lon}); a pole was put there`,
    })
  if (passed.length > 0)
    tell({
      id: `garis melewati ${passed.map(({ ref }) => ref).join(', ')} tanpa titik; digantungkan di sana`,
      en: `the line passes ${passed.map(({ ref }) => ref).join(', ')} without a vertex; hung there`,
    })
}

function putEnd(state: Laying, mapped: MappedRow, cable: string, point: Point): Standing {
  const id = freeId(`p-${cable}-1`.slice(0, 40), id => state.taken.has(id))
  state.taken.add(id)
  const standing: Standing = { id, ref: id, point, kind: 'pole' }
  const why = { id: 'ujung garis tanpa struktur', en: 'the end of a line where nothing stands' }
  state.drafts.set(id, {
    kind: 'structure',
    id,
    ref: id,
    at: mapped.row.at,
    facts: [
      factOf('kind', 'pole', [mapped.row.at], 'guessed', why),
      factOf('at', point, [mapped.row.at], 'guessed', why),
    ],
  })
  state.structures.ground.add(point, standing)
  return standing
}

export function spanOf(state: Laying, mapped: MappedRow, cable: string, { from, to, via }: Hop, i: number): string {
  const key = between(from.id, to.id)
  const known = state.spans.get(key)
  if (known !== undefined && via.length === 0) return known
  const id = freeId(`sp-${cable.slice(0, 30)}-${String(i + 1).padStart(3, '0')}`, id => state.taken.has(id))
  state.taken.add(id)
  state.spans.set(key, id)
  const kind = installationOf(mapped.text('installation'))
  state.drafts.set(id, {
    kind: 'span',
    id,
    ref: id,
    at: mapped.row.at,
    facts: [
      factOf(
        'kind',
        kind ?? 'aerial',
        mapped.spot('installation'),
        kind === undefined ? 'guessed' : 'sure',
        kind === undefined ? { id: 'cara pasangnya tidak disebut', en: 'how it is laid is not said' } : undefined,
      ),
      factOf('from', from.id, [mapped.row.at]),
      factOf('to', to.id, [mapped.row.at]),
      ...groundFacts(mapped),
      ...(via.length === 0 ? [] : [factOf('via', via, [mapped.row.at])]),
    ],
  })
  return id
}

/** The pipe, the digging and the cover that a row names: those of its whole way. */
function groundFacts(mapped: MappedRow): Fact[] {
  const named = (['duct', 'trench'] as const).flatMap((key): Fact[] => {
    const name = idFrom(mapped.text(key))
    return factIf(key, name, mapped.spot(key))
  })
  const depthM = numberOf(mapped.cell('depthM'), mapped.decimal('depthM'))
  if (depthM === undefined || depthM.value <= 0 || depthM.value > 20) return named
  return [...named, factOf('depth_m', depthM.value, mapped.spot('depthM'))]
}

export function installationOf(text: string): 'aerial' | 'duct' | 'buried' | undefined {
  const word = text.toLowerCase()
  if (/udara|aerial|gantung|overhead|tiang|above/.test(word)) return 'aerial'
  if (/duct|pipa|hdpe|subduct/.test(word)) return 'duct'
  return /tanam|buried|direct|bawah tanah|underground|below/.test(word) ? 'buried' : undefined
}
