import { shortestHops, type FibreHop } from '../service/ospf.ts'
import type { Routing } from '../service/routing.ts'

/**
 * All hops of the cheapest ways over fibre. Every such way begins or ends at the hub's router or a core, and costs are
 * the same both ways, so that the distances to these few serve all.
 */
export function fibreHops(
  routing: Routing,
  from: number,
  targets: readonly number[],
  stopAt?: (router: number) => boolean,
): FibreHop[] {
  const { elements, alive } = routing
  const isCentre = (router: number): boolean => router === elements.hub || elements.cores.includes(router)
  if (targets.every(isCentre)) return shortestHops(elements, alive, routing.distances(targets), from, stopAt)
  const distances = routing.distances([from])
  return targets
    .flatMap(target => shortestHops(elements, alive, distances, target))
    .map(({ from: to, link, to: at }) => ({ from: at, link, to }))
}
