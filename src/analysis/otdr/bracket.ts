import type { Network } from '../../model/network.ts'
import type { PlantPlan, Line } from '../../plan/plant/plant-plan.ts'
import { spotAt, type Located } from './locate.ts'
import { lineOf, type NoLine } from './line.ts'
import { glassOf, type Reading } from './reading.ts'
import { combined, doubtsOf, type Doubt } from './uncertainty.ts'

/** What two shots from opposite ends of one route say together. */
export type Bracketed =
  /** They meet: one break, placed by both. */
  | { readonly kind: 'one-break'; readonly spot: Located; readonly differenceM: number }
  /** Glass between them that neither has seen: two breaks, or a damaged stretch. */
  | { readonly kind: 'two-breaks'; readonly near: Located; readonly far: Located; readonly betweenM: number }
  /**
   * They overlap by more than their doubts: index, helix or launch lead were noted wrongly, or the route is not the one
   * that was shot.
   */
  | { readonly kind: 'contradiction'; readonly overlapM: number }
  | { readonly kind: 'not-opposite' }
  /** The core is joined to others on its way: the two ends need not be of one glass. */
  | { readonly kind: 'joined'; readonly closures: readonly string[] }
  | NoLine

/** Brackets a break between a reading from either end. Both must be of one route. */
export function bracketReadings(network: Network, plant: PlantPlan, readings: readonly [Reading, Reading]): Bracketed {
  const lines = readings.map(reading => lineOf(network, plant, reading))
  const lost = lines.find(line => 'kind' in line)
  if (lost !== undefined) return lost
  const [fromA, fromB] = (['a', 'b'] as const).map(side =>
    readings.find((_, i) => {
      const line = lines[i]
      return line !== undefined && !('kind' in line) && line.side === side
    }),
  )
  const line = lines[0]
  if (line === undefined || 'kind' in line || fromA === undefined || fromB === undefined || !areOfOne(readings))
    return { kind: 'not-opposite' }
  const { plan, joined } = line
  // Two shots that each stop at a joint are of two cores.
  const between = joined.filter(({ end }) => end === undefined)
  if (between.length > 0) return { kind: 'joined', closures: between.map(({ closure }) => closure.id) }
  const [a, b] = [seenFrom(plan, 'a', fromA), seenFrom(plan, 'b', fromB)]
  const gapM = plan.glassM - b.glassM - a.glassM
  if (Math.abs(gapM) <= a.plusMinusM + b.plusMinusM)
    return {
      kind: 'one-break',
      spot: spotAt(network, plant, { plan, side: 'a', ...meeting(plan, a, b) }),
      differenceM: gapM,
    }
  if (gapM < 0) return { kind: 'contradiction', overlapM: -gapM }
  return {
    kind: 'two-breaks',
    near: spotAt(network, plant, { plan, side: 'a', ...a }),
    far: spotAt(network, plant, { plan, side: 'b', ...b }),
    betweenM: gapM,
  }
}

function areOfOne([one, other]: readonly [Reading, Reading]): boolean {
  return nameOf(one) === nameOf(other)
}

function nameOf(reading: Reading): string {
  return 'route' in reading ? reading.route : `${reading.cable}/${reading.core}`
}

interface Seen {
  readonly glassM: number
  readonly plusMinusM: number
  readonly doubts: readonly Doubt[]
}

function seenFrom(plan: Line, side: 'a' | 'b', reading: Reading): Seen {
  const glassM = glassOf(plan, side, reading)
  const doubts = doubtsOf(plan, side, Math.max(0, glassM), reading.pulseNs)
  return { glassM, doubts, plusMinusM: combined(doubts) }
}

/** The mean of both, each weighed by the square of its certainty. */
function meeting({ glassM: whole }: Line, a: Seen, b: Seen): Pick<Seen, 'glassM' | 'doubts'> {
  const [weightA, weightB] = [1 / a.plusMinusM ** 2, 1 / b.plusMinusM ** 2]
  const glassM = (a.glassM * weightA + (whole - b.glassM) * weightB) / (weightA + weightB)
  return {
    glassM: Math.min(whole, Math.max(0, glassM)),
    doubts: [
      {
        plusMinusM: 1 / Math.sqrt(weightA + weightB),
        why: { id: 'dua bacaan dari kedua ujung', en: 'two readings from both ends' },
      },
    ],
  }
}
