import { itemAt } from '../../text/item-at.ts'
import type { Cable, Slack } from '../../model/network.ts'
import { markedSheath, sheathAtMark, type MarkedSheath } from './marks.ts'
import { placeOf } from './place.ts'
import type { Coil, Station } from './cable-plan.ts'
import type { LaidRepair } from './repairs.ts'

/** How the sheath of a cable lies over its stations. */
interface Sheath {
  readonly positions: readonly Pick<Station, 'sheathInM' | 'sheathOutM'>[]
  readonly coils: readonly Coil[]
  readonly stray: readonly Slack[]
  readonly sheathM: number
  readonly expectedM: number
  readonly basis: 'marks' | 'drawn'
  readonly impossible: boolean
  readonly marked: MarkedSheath | undefined
  /** Those that leave enough sheath. */
  readonly repairs: readonly LaidRepair[]
}

interface SheathInput {
  readonly cable: Cable
  readonly chainagesM: readonly number[]
  readonly stationsAt: ReadonlyMap<string, readonly number[]>
  readonly slacks: readonly Slack[]
  readonly repairs: readonly LaidRepair[]
}

/**
 * Sheath = drawn length x installation factor + tails + coils, or the difference of the marks printed on the jacket,
 * which wins (practice F7). Between two places whose marks were read the factor is what the marks leave for the drawn
 * line; between the closures of a new piece it is what the piece leaves.
 */
export function layOut({ cable, chainagesM, stationsAt, slacks, repairs: wanted }: SheathInput): Sheath {
  const last = chainagesM.length - 1
  const stationOf = ({ at }: Slack): number | undefined => coilStation(stationsAt.get(placeOf(at)) ?? [], last)
  const coilsAt = Map.groupBy(
    slacks.filter(slack => stationOf(slack) !== undefined),
    slack => stationOf(slack) as number,
  )
  const { tailsM, marksM } = cable.declared
  const ground: Ground = { chainagesM, coilsAt, coilsBeforeM: runningCoils(coilsAt, chainagesM.length), tailsM }
  const repairs = wanted.filter(each => each.lengthM === 0 || pieceFactor(ground, each) >= leastFactor)
  const factor = 1 + cable.type.declared.installationPercent / 100
  const drawn = drawnFactors(ground, repairs, factor)
  const marked = marksM === undefined ? undefined : markedSheath(marksM, repairs)
  const factors =
    marked && marksM && factorsFromMarks(ground, { marked, repairs, rising: marksM.end >= marksM.start, usual: factor })
  const expectedM = sheathOf(ground, drawn)
  const shared = {
    stray: slacks.filter(slack => stationOf(slack) === undefined),
    expectedM,
    marked,
    repairs,
  }
  return marked === undefined || factors === undefined
    ? { ...positionsOf(ground, drawn), ...shared, sheathM: expectedM, basis: 'drawn', impossible: marked !== undefined }
    : { ...positionsOf(ground, factors), ...shared, sheathM: marked.sheathM, basis: 'marks', impossible: false }
}

/**
 * Sheath over the drawn line between two closures, for each metre of it. The coils at both stay with the old sheath,
 * but at the cable's ends.
 */
function pieceFactor(ground: Ground, { fromStation, toStation, lengthM }: LaidRepair): number {
  const { chainagesM, tailsM } = ground
  const last = chainagesM.length - 1
  const drawnM = (chainagesM[toStation] ?? 0) - (chainagesM[fromStation] ?? 0)
  const insideM =
    lengthM -
    sumOfCoils(ground, fromStation + 1, toStation) -
    (fromStation === 0 ? tailsM.start + coilsOf(ground, 0) : 0) -
    (toStation === last ? tailsM.end + coilsOf(ground, last) : 0)
  return drawnM > 0 ? insideM / drawnM : 1
}

/** Factor of every span by the drawing, but between the closures of new pieces. */
function drawnFactors(ground: Ground, repairs: readonly LaidRepair[], usual: number): number[] {
  const factors = ground.chainagesM.slice(1).map(() => usual)
  for (const repair of repairs)
    if (repair.lengthM > 0) factors.fill(pieceFactor(ground, repair), repair.fromStation, repair.toStation)
  return factors
}

function sheathOf(ground: Ground, factors: readonly number[]): number {
  const { chainagesM, tailsM } = ground
  const spansM = factors.reduce((sum, factor, i) => sum + ((chainagesM[i + 1] ?? 0) - (chainagesM[i] ?? 0)) * factor, 0)
  return tailsM.start + tailsM.end + spansM + sumOfCoils(ground, 0, chainagesM.length)
}

/**
 * Where a place is passed twice its coils are taken to hang where the cable begins or ends, else where it comes first.
 */
function coilStation(stations: readonly number[], last: number): number | undefined {
  return stations[0] !== 0 && stations.at(-1) === last ? last : stations[0]
}

/** A coil's declared length, else what its marks say; 0 where neither is known. */
export function lengthOf({ declared: { lengthM, marksM } }: Slack): number {
  return lengthM ?? (marksM === undefined ? 0 : Math.abs(marksM.end - marksM.start))
}

interface Ground {
  readonly chainagesM: readonly number[]
  readonly coilsAt: ReadonlyMap<number, readonly Slack[]>
  /** Coils at the stations before each, and behind the last at all of them. */
  readonly coilsBeforeM: readonly number[]
  readonly tailsM: { readonly start: number; readonly end: number }
}

function runningCoils(coilsAt: Ground['coilsAt'], stations: number): number[] {
  const before = [0]
  for (let station = 0; station < stations; station++)
    before.push((coilsAt.get(station) ?? []).reduce((sum, coil) => sum + lengthOf(coil), before[station] ?? 0))
  return before
}

function sumOfCoils({ coilsBeforeM }: Ground, from: number, until: number): number {
  return (coilsBeforeM[until] ?? 0) - (coilsBeforeM[from] ?? 0)
}

function coilsOf(ground: Ground, station: number): number {
  return sumOfCoils(ground, station, station + 1)
}

/** Walks the stations: to each along its span, then round its coils. `factors[i]` belongs to span `i`. */
function positionsOf(
  { chainagesM, coilsAt, tailsM }: Ground,
  factors: readonly number[],
): Pick<Sheath, 'positions' | 'coils'> {
  const coils: Coil[] = []
  let sheathM = tailsM.start
  const positions = chainagesM.map((chainageM, station) => {
    if (station > 0) sheathM += (chainageM - (chainagesM[station - 1] ?? 0)) * (factors[station - 1] ?? 1)
    const sheathInM = sheathM
    for (const slack of coilsAt.get(station) ?? []) {
      const lengthM = lengthOf(slack)
      coils.push({ slack, station, lengthM, sheathFromM: sheathM, sheathToM: sheathM + lengthM })
      sheathM += lengthM
    }
    return { sheathInM, sheathOutM: sheathM }
  })
  return { positions, coils }
}

interface ByMarks {
  readonly marked: MarkedSheath
  readonly repairs: readonly LaidRepair[]
  /** The marks grow with the cable's direction. */
  readonly rising: boolean
  readonly usual: number
}

/**
 * A station whose place on the sheath is known by itself: where the sheath arrives, and where it leaves behind its
 * coils.
 */
interface Knot {
  readonly station: number
  readonly inM: number
  readonly outM: number
  /** Behind a new piece, which may lie in loops. */
  readonly endsPiece: boolean
}

/**
 * Factor of every span; undefined where the marks cannot be. Marks of a coil that do not fit between the others are
 * left out.
 */
function factorsFromMarks(ground: Ground, by: ByMarks): readonly number[] | undefined {
  const [first, last] = endKnots(ground, by)
  const cuts = cutKnots(ground, by)
  const inner = [...cuts, ...coilKnots(ground, by)].sort((a, b) => a.station - b.station)
  return (
    factorsBetween(ground, [first, ...inner, last], by.usual, mostFactor) ??
    factorsBetween(ground, [first, ...cuts, last], by.usual, Infinity)
  )
}

function endKnots(ground: Ground, { marked: { sheathM }, repairs }: ByMarks): readonly [Knot, Knot] {
  const { chainagesM, tailsM } = ground
  const station = chainagesM.length - 1
  const outM = sheathM - tailsM.end
  const endsPiece = repairs.some(({ toStation }) => toStation === station)
  return [
    { station: 0, inM: tailsM.start, outM: tailsM.start + coilsOf(ground, 0), endsPiece: false },
    { station, inM: outM - coilsOf(ground, station), outM, endsPiece },
  ]
}

/** Behind the coils where a new piece begins, before them where it ends, and in their middle where there is none. */
function cutKnots(ground: Ground, { marked: { stretches }, repairs }: ByMarks): Knot[] {
  const last = ground.chainagesM.length - 1
  const knots = repairs.flatMap(({ fromStation, toStation, lengthM }, i): Knot[] => {
    const cutM = stretches[i]?.sheathToM ?? 0
    const [here, there] = [coilsOf(ground, fromStation), coilsOf(ground, toStation)]
    if (lengthM === 0) return [{ station: fromStation, inM: cutM - here / 2, outM: cutM + here / 2, endsPiece: false }]
    const endM = cutM + lengthM
    return [
      { station: fromStation, inM: cutM - here, outM: cutM, endsPiece: false },
      { station: toStation, inM: endM, outM: endM + there, endsPiece: true },
    ]
  })
  return knots.filter(({ station }, i) => station > 0 && station < last && knots[i - 1]?.station !== station)
}

function coilKnots(ground: Ground, { marked, repairs, rising }: ByMarks): Knot[] {
  const { chainagesM, coilsAt } = ground
  const isCut = (station: number): boolean =>
    repairs.some(({ fromStation, toStation }) => station >= fromStation && station <= toStation)
  return [...coilsAt]
    .sort(([a], [b]) => a - b)
    .flatMap(([station, coils]): Knot[] => {
      const read = coils.find(({ declared }) => declared.marksM !== undefined)?.declared.marksM
      if (read === undefined || station === 0 || station === chainagesM.length - 1 || isCut(station)) return []
      const inM = Math.min(
        sheathAtMark(marked, station, read.start, rising),
        sheathAtMark(marked, station, read.end, rising),
      )
      return [{ station, inM, outM: inM + coilsOf(ground, station), endsPiece: false }]
    })
}

function factorsBetween(ground: Ground, knots: readonly Knot[], usual: number, most: number): number[] | undefined {
  const { chainagesM } = ground
  const factors: number[] = []
  for (let i = 1; i < knots.length; i++) {
    const [from, to] = [itemAt(knots, i - 1), itemAt(knots, i)]
    const drawn = (chainagesM[to.station] ?? 0) - (chainagesM[from.station] ?? 0)
    const factor =
      drawn > 0
        ? (to.inM - from.outM - sumOfCoils(ground, Math.min(from.station + 1, to.station), to.station)) / drawn
        : usual
    if (factor < leastFactor || (factor > most && !to.endsPiece)) return undefined
    for (let station = from.station; station < to.station; station++) factors.push(factor)
  }
  return factors
}

/**
 * Cable cannot be much shorter than the line that it follows; between two read coils it does not lie twice as long
 * either.
 */
const leastFactor = 0.5
const mostFactor = 2
