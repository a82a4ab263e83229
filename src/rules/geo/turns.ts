import type { Cable, Network, Span, Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { remembered } from '../../source/remembered.ts'
import { isLive } from '../live.ts'
import type { CablePlan, OrientedSpan } from '../../plan/plant/cable-plan.ts'
import type { Point } from '../../model/scalars.ts'
import { flat, metresBetween } from './distance.ts'
import { isToldOf } from './told-of.ts'

/** A structure at which a cable turns back sharply. */
export interface Turn {
  readonly station: number
  readonly structure: Structure
  /** Between the span that comes and the one that goes; 180 is straight on. */
  readonly degrees: number
}

/** Sharp turns of every cable in use that has any, by its id. Usually none. */
export const sharpTurns: (network: Network) => ReadonlyMap<string, readonly Turn[]> = remembered(
  network =>
    new Map(
      [...planPlant(network).cables.values()].flatMap(plan => {
        const isWhole = isLive(plan.cable) && plan.broken?.kind !== 'spans-apart'
        const turns = isWhole ? turnsOf(network, plan) : []
        return turns.length === 0 ? [] : [[plan.cable.id, turns] as const]
      }),
    ),
)

/**
 * A cable whose structures are rather in the wrong order: it turns back, and back again, or is written from the wrong
 * end.
 */
export function isOutOfOrder(network: Network, { id }: Cable): boolean {
  return (sharpTurns(network).get(id)?.length ?? 0) > 1 || backwardsM(planPlant(network).cables.get(id)) !== undefined
}

/** A span that meets a turn of such a cable: its length follows from the order. */
export function isAtTurn(network: Network, span: Span): boolean {
  return (network.index.cablesOfSpan.get(span.id) ?? []).some(
    cable =>
      isOutOfOrder(network, cable) &&
      sharpTurns(network)
        .get(cable.id)
        ?.some(({ structure }) => [span.from, span.to].some(end => placeOf(end) === placeOf(structure))),
  )
}

function turnsOf(network: Network, plan: CablePlan): Turn[] {
  const smallest = plan.cable.type.declared.smallestAngleDeg ?? network.declared.policy.smallestAngleDeg
  const { stations, spans } = plan
  return stations.slice(1, -1).flatMap(({ structure }, i): Turn[] => {
    const [before, after] = [spans[i], spans[i + 1]]
    if (before === undefined || after === undefined || before.plan.span.id === after.plan.span.id) return []
    const degrees = angleBetween(before, after)
    const isTrusted = ![before, after].some(each => isToldOf(network, each.plan.span))
    return degrees !== undefined && degrees < smallest && isTrusted ? [{ station: i + 1, structure, degrees }] : []
  })
}

/** In the plane that touches at the corner; undefined where a leg has no length. */
function angleBetween(before: OrientedSpan, after: OrientedSpan): number | undefined {
  const [come, go] = [lineOf(before), lineOf(after)]
  const corner = go[0]
  const [a, b] = [come.at(-2), go[1]].map(point => corner && point && flat(corner, point))
  if (a === undefined || b === undefined) return undefined
  const lengths = Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y)
  if (lengths === 0) return undefined
  return (Math.acos(Math.max(-1, Math.min(1, (a.x * b.x + a.y * b.y) / lengths))) * 180) / Math.PI
}

function lineOf({ plan, forward }: OrientedSpan): readonly Point[] {
  return forward ? plan.line : plan.line.toReversed()
}

/**
 * Metres that a line would be shorter by, were the structures between its ends written from the other end, where that
 * is what must have been meant.
 */
export function backwardsM(plan: CablePlan | undefined): number | undefined {
  const spans = plan?.spans ?? []
  const [first, last] = [spans[0], spans.at(-1)].map(span => span && lineOf(span))
  const [a, begin, end, b] = [first?.[0], first?.at(-1), last?.[0], last?.at(-1)]
  if (spans.length < 4 || a === undefined || begin === undefined || end === undefined || b === undefined)
    return undefined
  const [now, turned] = [
    metresBetween(a, begin) + metresBetween(end, b),
    metresBetween(a, end) + metresBetween(begin, b),
  ]
  return turned * 3 < now && now - turned > 300 ? now - turned : undefined
}
