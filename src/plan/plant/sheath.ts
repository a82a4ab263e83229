import { itemAt } from '../../text/item-at.ts'
import type { Cable, Slack } from '../../model/network.ts'
import { placeOf } from './place.ts'
import type { Coil, Station } from './plant-plan.ts'

/** How the sheath of a cable lies over its stations. */
interface Sheath {
  readonly positions: readonly Pick<Station, 'sheathInM' | 'sheathOutM'>[]
  readonly coils: readonly Coil[]
  readonly stray: readonly Slack[]
  readonly sheathM: number
  readonly expectedM: number
  readonly basis: 'marks' | 'drawn'
  readonly impossible: boolean
}

interface SheathInput {
  readonly cable: Cable
  readonly chainagesM: readonly number[]
  readonly stationsAt: ReadonlyMap<string, readonly number[]>
  readonly slacks: readonly Slack[]
}

/**
 * Sheath = drawn length x installation factor + tails + coils, or the difference of the marks printed on the jacket, which wins (practice
 * F7). Between two places whose marks were read the factor is what the marks leave for the drawn line.
 */
export function layOut({ cable, chainagesM, stationsAt, slacks }: SheathInput): Sheath {
  const last = chainagesM.length - 1
  const stationOf = ({ at }: Slack): number | undefined => coilStation(stationsAt.get(placeOf(at)) ?? [], last)
  const coilsAt = Map.groupBy(
    slacks.filter(slack => stationOf(slack) !== undefined),
    slack => stationOf(slack) as number,
  )
  const stray = slacks.filter(slack => stationOf(slack) === undefined)
  const { tailsM, marksM } = cable.declared
  const ground: Ground = {
    chainagesM,
    coilsAt,
    coilsBeforeM: runningCoils(coilsAt, chainagesM.length),
    tailM: tailsM.start,
  }
  const factor = 1 + cable.type.declared.installationPercent / 100
  const expectedM =
    tailsM.start + tailsM.end + (chainagesM.at(-1) ?? 0) * factor + sumOfCoils(ground, 0, chainagesM.length)
  const factors =
    marksM === undefined ? undefined : factorsFromMarks(ground, { ...marksM, endTailM: tailsM.end }, factor)
  if (marksM !== undefined && factors !== undefined) {
    return {
      ...positionsOf(ground, factors),
      stray,
      sheathM: Math.abs(marksM.end - marksM.start),
      expectedM,
      basis: 'marks',
      impossible: false,
    }
  }
  return {
    ...positionsOf(
      ground,
      chainagesM.slice(1).map(() => factor),
    ),
    stray,
    sheathM: expectedM,
    expectedM,
    basis: 'drawn',
    impossible: marksM !== undefined,
  }
}

/** Where a place is passed twice its coils are taken to hang where the cable begins or ends, else where it comes first. */
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
  readonly tailM: number
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

/** Walks the stations: to each along its span, then round its coils. `factors[i]` belongs to span `i`. */
function positionsOf(
  { chainagesM, coilsAt, tailM }: Ground,
  factors: readonly number[],
): Pick<Sheath, 'positions' | 'coils'> {
  const coils: Coil[] = []
  let sheathM = tailM
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

interface Marks {
  readonly start: number
  readonly end: number
  readonly endTailM: number
}

/** A station whose place on the sheath is known by itself: where the sheath arrives, and where it leaves behind its coils. */
interface Knot {
  readonly station: number
  readonly inM: number
  readonly outM: number
}

/** Factor of every span; undefined where the marks cannot be. Marks of a coil that do not fit between the others are left out. */
function factorsFromMarks(ground: Ground, marks: Marks, usual: number): readonly number[] | undefined {
  const [first, last] = endKnots(ground, marks)
  return (
    factorsBetween(ground, [first, ...coilKnots(ground, marks), last], usual, mostFactor) ??
    factorsBetween(ground, [first, last], usual, Infinity)
  )
}

function endKnots(ground: Ground, { start, end, endTailM }: Marks): readonly [Knot, Knot] {
  const { chainagesM, tailM } = ground
  const station = chainagesM.length - 1
  const outM = Math.abs(end - start) - endTailM
  return [
    { station: 0, inM: tailM, outM: tailM + sumOfCoils(ground, 0, 1) },
    { station, inM: outM - sumOfCoils(ground, station, station + 1), outM },
  ]
}

function coilKnots(ground: Ground, { start, end }: Marks): Knot[] {
  const { chainagesM, coilsAt } = ground
  const direction = end >= start ? 1 : -1
  return [...coilsAt]
    .sort(([a], [b]) => a - b)
    .flatMap(([station, coils]): Knot[] => {
      const read = coils.find(({ declared }) => declared.marksM !== undefined)?.declared.marksM
      if (read === undefined || station === 0 || station === chainagesM.length - 1) return []
      const inM = Math.min((read.start - start) * direction, (read.end - start) * direction)
      return [{ station, inM, outM: inM + sumOfCoils(ground, station, station + 1) }]
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
    if (factor < leastFactor || factor > most) return undefined
    for (let station = from.station; station < to.station; station++) factors.push(factor)
  }
  return factors
}

/** Cable cannot be much shorter than the line that it follows; between two read coils it does not lie twice as long either. */
const leastFactor = 0.5
const mostFactor = 2
