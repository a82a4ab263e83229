import { itemAt } from '../../text/item-at.ts'
import type { Span, Structure } from '../../model/network.ts'
import { placeOf } from './place.ts'
import type { CablePlan } from './cable-plan.ts'
import type { Waypoint } from './plant-plan.ts'
import type { Stretch } from './steps.ts'

/**
 * Stations of a cable between which a stretch runs; it goes against the cable's direction where `from` is the larger.
 */
export interface Way {
  readonly from: number
  readonly to: number
}

/**
 * Every way in which a stretch can run: from one of the stations at which the cable passes its first structure to one
 * at which it passes its second, over its waypoints in their order, and past neither structure in between, since the
 * core is cut there. A cable that passes each place once leaves one; a closed ring leaves two. A loop back to the same
 * place runs with the cable, unless its waypoints say otherwise.
 */
export function waysOf({ plan, from, to, via }: Stretch): Way[] {
  const [starts, ends] = [stationsOf(plan, from.structure), stationsOf(plan, to.structure)].map(found => new Set(found))
  const stops = [...new Set([...(starts ?? []), ...(ends ?? [])])].sort((a, b) => a - b)
  return stops.slice(1).flatMap((high, i): Way[] => {
    const low = itemAt(stops, i)
    const ways = [
      { from: low, to: high },
      { from: high, to: low },
    ].filter(way => starts?.has(way.from) && ends?.has(way.to) && passesInOrder(plan, way, via))
    return ways.slice(0, 1)
  })
}

/**
 * Where a cable passes the place of a structure; only where it passes that very structure, if it does: one of two ODFs
 * in a building.
 */
function stationsOf({ stations, stationsAt }: CablePlan, structure: Structure): readonly number[] {
  const here = stationsAt.get(placeOf(structure)) ?? []
  const itself = here.length > 1 ? here.filter(station => stations[station]?.structure.id === structure.id) : here
  return itself.length > 0 ? itself : here
}

function passesInOrder(plan: CablePlan, way: Way, via: readonly Waypoint[]): boolean {
  let at = way.from
  for (const waypoint of via) {
    const next =
      waypoint.kind === 'span'
        ? behindSpan(plan, { from: at, to: way.to }, waypoint.span.id)
        : atPlace(plan, way, { at, structure: waypoint.structure })
    if (next === undefined) return false
    at = next
  }
  return true
}

/** The first station from `at` on at the place of a structure, between the ends of the way. */
function atPlace(
  { stationsAt }: CablePlan,
  { from, to }: Way,
  { at, structure }: { readonly at: number; readonly structure: Structure },
): number | undefined {
  const here = stationsAt.get(placeOf(structure)) ?? []
  return from < to
    ? here.find(station => station >= at && station > from && station < to)
    : here.findLast(station => station <= at && station < from && station > to)
}

/** The station behind the first such span from `from` on. */
function behindSpan({ spans }: CablePlan, { from, to }: Way, span: string): number | undefined {
  const isThere = (index: number): boolean => spans[index]?.plan.span.id === span
  if (from < to) for (let i = from; i < to; i++) if (isThere(i)) return i + 1
  if (from > to) for (let i = from - 1; i >= to; i--) if (isThere(i)) return i
  return undefined
}

/** Spans under a way, from its beginning on. */
export function spansOf({ spans }: CablePlan, { from, to }: Way): Span[] {
  const under = spans.slice(Math.min(from, to), Math.max(from, to)).map(({ plan }) => plan.span)
  return from < to ? under : under.toReversed()
}

/** Stations strictly between the ends of a way. */
export function between({ stations }: CablePlan, { from, to }: Way): CablePlan['stations'] {
  return stations.slice(Math.min(from, to) + 1, Math.max(from, to))
}

/** Two ways along one core that have a span in common. */
export function overlap(a: Way, b: Way): boolean {
  return Math.min(a.from, a.to) < Math.max(b.from, b.to) && Math.min(b.from, b.to) < Math.max(a.from, a.to)
}
