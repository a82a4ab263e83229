import FlatQueue from 'flatqueue'
import { itemAt } from '../../text/item-at.ts'
import { neighboursOf, type Elements, type Neighbour } from '../graph/elements.ts'

/** Which elements work: 1 or 0 by number. */
export type Alive = Uint8Array

/** Every router's island, joined by living fibre; -1 for a dead one. A router without fibre is an island by itself. */
export function islandsOf(
  elements: Elements,
  alive: Alive,
  into: Int32Array = new Int32Array(elements.routers.length),
  stack: Int32Array = new Int32Array(elements.routers.length),
): Int32Array {
  const { firstLink } = elements
  const island = into.fill(-1)
  for (let start = 0; start < island.length; start++) {
    if (alive[start] === 0 || island[start] !== -1) continue
    island[start] = start
    let depth = 0
    stack[depth++] = start
    while (depth > 0) {
      for (const { link, router } of neighboursOf(elements, itemAt(stack, --depth))) {
        if (alive[firstLink + link] === 0 || island[router] !== -1) continue
        island[router] = start
        stack[depth++] = router
      }
    }
  }
  return island
}

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
    if (router === undefined || cost > itemAt(distance, router)) continue
    for (const near of neighboursOf(elements, router)) {
      if (alive[elements.firstLink + near.link] === 0) continue
      const reached = cost + costTo(elements, near)
      if (reached >= itemAt(distance, near.router)) continue
      distance[near.router] = reached
      queue.push(near.router, reached)
    }
  }
  return distance
}

/** Cost that a neighbour counts for the way here, over its own end of the link. */
function costTo({ linkCost, linkCostBack }: Elements, { link, isSecond }: Neighbour): number {
  return itemAt(isSecond ? linkCostBack : linkCost, link)
}

/** Cost that counts here for the way to a neighbour. */
function costFrom({ linkCost, linkCostBack }: Elements, { link, isSecond }: Neighbour): number {
  return itemAt(isSecond ? linkCost : linkCostBack, link)
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
      if (itemAt(distance, to) + costFrom(elements, near) !== distance[router]) continue
      hops.push({ from: router, link, to })
      seen.add(to)
    }
  }
  return hops
}
