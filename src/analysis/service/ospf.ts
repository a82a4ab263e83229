import FlatQueue from 'flatqueue'
import { numberAt } from '../../text/item-at.ts'
import { neighboursOf, type Elements, type Neighbour } from '../graph/elements.ts'
import type { Alive } from './forest.ts'

const unreachable = Number.MAX_SAFE_INTEGER

/** Cost of every router's way to the nearest of these routers (Dijkstra). */
export function distancesTo(elements: Elements, alive: Alive, targets: readonly number[]): Float64Array {
  const distance = new Float64Array(elements.routers.length).fill(unreachable)
  const queue = new FlatQueue<number>()
  for (const target of targets) {
    if (alive[target] === 0) continue
    distance[target] = 0
    queue.push(target, 0)
  }
  for (let cost = queue.peekValue(); cost !== undefined; cost = queue.peekValue()) {
    const router = queue.pop()
    if (router === undefined || cost > numberAt(distance, router)) continue
    for (const near of neighboursOf(elements, router)) {
      if (alive[elements.firstLink + near.link] === 0) continue
      const reached = cost + costTo(elements, near)
      if (reached >= numberAt(distance, near.router)) continue
      distance[near.router] = reached
      queue.push(near.router, reached)
    }
  }
  return distance
}

/** Cost that a neighbour counts for the way here, over its own end of the link. */
function costTo({ linkCost, linkCostBack }: Elements, { link, isSecond }: Neighbour): number {
  return numberAt(isSecond ? linkCostBack : linkCost, link)
}

/** Cost that counts here for the way to a neighbour. */
function costFrom({ linkCost, linkCostBack }: Elements, { link, isSecond }: Neighbour): number {
  return numberAt(isSecond ? linkCost : linkCostBack, link)
}

/** One hop over fibre on a shortest way. */
export interface FibreHop {
  readonly from: number
  readonly link: number
  readonly to: number
}

/**
 * All shortest ways from a router to the nearest target, as one set of hops: every equal path of OSPF is made of these.
 * A router at which `stopAt` says yes goes no further.
 */
export function shortestHops(
  elements: Elements,
  alive: Alive,
  distance: Float64Array,
  from: number,
  stopAt?: (router: number) => boolean,
): FibreHop[] {
  const hops: FibreHop[] = []
  const seen = new Set([from])
  for (const router of seen) {
    if (distance[router] === 0 || (stopAt?.(router) ?? false)) continue
    for (const near of neighboursOf(elements, router)) {
      const { link, router: to } = near
      if (alive[elements.firstLink + link] === 0) continue
      if (numberAt(distance, to) + costFrom(elements, near) !== distance[router]) continue
      hops.push({ from: router, link, to })
      seen.add(to)
    }
  }
  return hops
}
