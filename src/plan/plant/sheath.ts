import type { Cable, Slack } from '../../model/network.ts'
import { placeOf } from './place.ts'
import type { Coil, Station } from './plant-plan.ts'

/** How the sheath lies over its stations. */
export interface Sheath {
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
  readonly stationAt: ReadonlyMap<string, number>
  readonly slacks: readonly Slack[]
}

/**
 * Sheath = drawn length x installation factor + tails + coils, or the difference of the marks printed on the jacket, which wins (practice
 * F7). Between two places whose marks were read the factor is what the marks leave for the drawn line.
 */
export function layOut({ cable, chainagesM, stationAt, slacks }: SheathInput): Sheath {
  const placed = slacks.flatMap(slack => {
    const station = stationAt.get(placeOf(slack.at))
    return station === undefined ? [] : [{ slack, station, lengthM: lengthOf(slack) }]
  }).sort((a, b) => a.station - b.station || (a.slack.id < b.slack.id ? -1 : 1))
  const stray = slacks.filter(slack => !stationAt.has(placeOf(slack.at)))
  const { tailsM, marksM } = cable.declared
  const drawnM = chainagesM.at(-1) ?? 0
  const factor = 1 + cable.type.declared.installationPercent / 100
  const expectedM = tailsM.start + tailsM.end + drawnM * factor + placed.reduce((sum, { lengthM }) => sum + lengthM, 0)
  const ends = (totalM: number): readonly Knot[] => [
    { station: 0, inM: tailsM.start, outM: tailsM.start },
    { station: chainagesM.length - 1, inM: totalM - tailsM.end, outM: totalM - tailsM.end },
  ]
  const lay = (knots: readonly Knot[]): Layout | undefined => layBetween(knots, chainagesM, placed, factor)
  if (marksM !== undefined) {
    const totalM = Math.abs(marksM.end - marksM.start)
    const [first, last] = ends(totalM) as [Knot, Knot]
    const layout = lay([first, ...knotsOf(placed, marksM, chainagesM.length), last]) ?? lay([first, last])
    if (layout !== undefined) return { ...layout, stray, sheathM: totalM, expectedM, basis: 'marks', impossible: false }
  }
  const layout = lay(ends(expectedM)) ?? { positions: chainagesM.map(() => ({ sheathInM: 0, sheathOutM: 0 })), coils: [] }
  return { ...layout, stray, sheathM: expectedM, expectedM, basis: 'drawn', impossible: marksM !== undefined }
}

/** A coil's declared length, else what its marks say; 0 where neither is known. */
export function lengthOf({ declared: { lengthM, marksM } }: Slack): number {
  return lengthM ?? (marksM === undefined ? 0 : Math.abs(marksM.end - marksM.start))
}

/** A place on the sheath that is known by itself. */
interface Knot {
  readonly station: number
  readonly inM: number
  readonly outM: number
  readonly coil?: string
}

interface Placed {
  readonly slack: Slack
  readonly station: number
  readonly lengthM: number
}

type Layout = Pick<Sheath, 'positions' | 'coils'>

/** Coils between the two ends whose marks were read, as places on the sheath. */
function knotsOf(placed: readonly Placed[], { start, end }: { readonly start: number; readonly end: number }, stations: number): Knot[] {
  const direction = end >= start ? 1 : -1
  return placed.flatMap(({ slack, station, lengthM }) => {
    const { marksM } = slack.declared
    if (marksM === undefined || station === 0 || station === stations - 1) return []
    const inM = Math.min((marksM.start - start) * direction, (marksM.end - start) * direction)
    return [{ station, inM, outM: inM + lengthM, coil: slack.id }]
  })
}

/** Undefined where a stretch between two knots would have no sheath, or far too much: then a mark was misread. */
function layBetween(knots: readonly Knot[], chainagesM: readonly number[], placed: readonly Placed[], factor: number): Layout | undefined {
  const byStation = Map.groupBy(placed, ({ station }) => station)
  const fixed = new Set(knots.map(({ coil }) => coil))
  const positions: { sheathInM: number; sheathOutM: number }[] = []
  const coils: Coil[] = []
  const last = knots.length - 1
  for (let k = 0; k < last; k++) {
    const [from, to] = [knots[k] as Knot, knots[k + 1] as Knot]
    const between = placed.filter(({ slack, station }) => !fixed.has(slack.id) && station >= from.station && (station < to.station || k + 1 === last))
    const drawn = (chainagesM[to.station] ?? 0) - (chainagesM[from.station] ?? 0)
    const left = to.inM - from.outM - between.reduce((sum, { lengthM }) => sum + lengthM, 0)
    const stretch = drawn > 0 ? left / drawn : factor
    if (drawn > 0 && (stretch < leastFactor || (knots.length > 2 && stretch > mostFactor))) return undefined
    if (from.station === to.station && k + 1 !== last) return undefined
    let sheath = from.inM
    for (let station = from.station; station < to.station || (k + 1 === last && station === to.station); station++) {
      if (station > from.station) sheath += ((chainagesM[station] ?? 0) - (chainagesM[station - 1] ?? 0)) * stretch
      const sheathInM = sheath
      for (const { slack, lengthM } of byStation.get(station) ?? []) {
        coils.push({ slack, station, lengthM, sheathFromM: sheath, sheathToM: sheath + lengthM })
        sheath += lengthM
      }
      positions.push({ sheathInM, sheathOutM: sheath })
    }
  }
  return { positions, coils }
}

/** Cable cannot be much shorter than the line that it follows, nor lie much slacker than twice. */
const leastFactor = 0.5
const mostFactor = 2
