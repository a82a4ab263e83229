import type { Network } from '../../model/network.ts'
import type { PlantPlan, RoutePlan } from '../../plan/plant/plant-plan.ts'
import { spotAt, type Located } from './locate.ts'
import { glassOf, sideOf, type Reading } from './reading.ts'
import { combined, doubtsOf, type Doubt } from './uncertainty.ts'

/** What two shots from opposite ends of one route say together. */
export type Bracketed =
  /** They meet: one break, placed by both. */
  | { readonly kind: 'one-break'; readonly spot: Located; readonly differenceM: number }
  /** Glass between them that neither has seen: two breaks, or a damaged stretch. */
  | { readonly kind: 'two-breaks'; readonly near: Located; readonly far: Located; readonly betweenM: number }
  /** They overlap by more than their doubts: index, helix or launch lead were noted wrongly, or the route is not the one that was shot. */
  | { readonly kind: 'contradiction'; readonly overlapM: number }
  | { readonly kind: 'not-opposite' }

/** Brackets a break between a reading from either end. Both must be of one route. */
export function bracketReadings(network: Network, plant: PlantPlan, readings: readonly [Reading, Reading]): Bracketed {
  const plan = plant.routes.get(readings[0].route)
  if (plan === undefined || plan.hops.length === 0 || readings[1].route !== readings[0].route)
    return { kind: 'not-opposite' }
  const [fromA, fromB] = (['a', 'b'] as const).map(side => readings.find(({ from }) => sideOf(plan, from) === side))
  if (fromA === undefined || fromB === undefined) return { kind: 'not-opposite' }
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

interface Seen {
  readonly glassM: number
  readonly plusMinusM: number
  readonly doubts: readonly Doubt[]
}

function seenFrom(plan: RoutePlan, side: 'a' | 'b', reading: Reading): Seen {
  const glassM = glassOf(plan, side, reading)
  const doubts = doubtsOf(plan, side, Math.max(0, glassM), reading.pulseNs)
  return { glassM, doubts, plusMinusM: combined(doubts) }
}

/** The mean of both, each weighed by the square of its certainty. */
function meeting({ glassM: whole }: RoutePlan, a: Seen, b: Seen): Pick<Seen, 'glassM' | 'doubts'> {
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
