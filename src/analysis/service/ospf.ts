import type { Elements } from '../graph/elements.ts'

/** Which elements work: 1 or 0 by number. */
export type Alive = Uint8Array

/** Every router's island, joined by living fibre; -1 for a dead one. A router without fibre is an island by itself. */
export function islandsOf(
  { routers, linkA, linkB, linkStart, linksOfRouter, firstLink }: Elements,
  alive: Alive,
  into: Int32Array = new Int32Array(routers.length),
  stack: Int32Array = new Int32Array(routers.length),
): Int32Array {
  const island = into.fill(-1)
  for (let start = 0; start < routers.length; start++) {
    if (alive[start] === 0 || island[start] !== -1) continue
    island[start] = start
    let depth = 0
    stack[depth++] = start
    while (depth > 0) {
      const router = stack[--depth] as number
      for (let i = linkStart[router] as number; i < (linkStart[router + 1] as number); i++) {
        const link = linksOfRouter[i] as number
        const other = (linkA[link] === router ? linkB[link] : linkA[link]) as number
        if (alive[firstLink + link] === 0 || island[other] !== -1) continue
        island[other] = start
        stack[depth++] = other
      }
    }
  }
  return island
}

const unreachable = Number.MAX_SAFE_INTEGER

/** Cost of every router's way to the nearest of these routers (Dijkstra, with a binary heap over two arrays). */
export function distancesTo(elements: Elements, alive: Alive, targets: readonly number[]): Float64Array {
  const { routers, linkA, linkB, linkCost, linkCostBack, linkStart, linksOfRouter, firstLink } = elements
  const distance = new Float64Array(routers.length).fill(unreachable)
  const heap: Heap = { routers: [], keys: [] }
  for (const target of targets) {
    if (alive[target] === 0) continue
    distance[target] = 0
    push(heap, target, 0)
  }
  while (heap.routers.length > 0) {
    const key = heap.keys[0] as number
    const router = pop(heap)
    if (key > (distance[router] as number)) continue
    for (let i = linkStart[router] as number; i < (linkStart[router + 1] as number); i++) {
      const link = linksOfRouter[i] as number
      if (alive[firstLink + link] === 0) continue
      const isFirst = linkA[link] === router
      const other = (isFirst ? linkB[link] : linkA[link]) as number
      // The other router's packets come here: its own cost counts.
      const reached = key + ((isFirst ? linkCostBack[link] : linkCost[link]) as number)
      if (reached >= (distance[other] as number)) continue
      distance[other] = reached
      push(heap, other, reached)
    }
  }
  return distance
}

interface Heap {
  readonly routers: number[]
  readonly keys: number[]
}

function push({ routers, keys }: Heap, router: number, key: number): void {
  let at = routers.length
  while (at > 0) {
    const parent = (at - 1) >> 1
    if ((keys[parent] as number) <= key) break
    routers[at] = routers[parent] as number
    keys[at] = keys[parent] as number
    at = parent
  }
  routers[at] = router
  keys[at] = key
}

function pop({ routers, keys }: Heap): number {
  const top = routers[0] as number
  const router = routers.pop() as number
  const key = keys.pop() as number
  const length = routers.length
  if (length === 0) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= length) break
    if (child + 1 < length && (keys[child + 1] as number) < (keys[child] as number)) child++
    if ((keys[child] as number) >= key) break
    routers[at] = routers[child] as number
    keys[at] = keys[child] as number
    at = child
  }
  routers[at] = router
  keys[at] = key
  return top
}

/** One hop over fibre on a shortest way. */
export interface FibreHop {
  readonly from: number
  readonly link: number
  readonly to: number
}

/**
 * All shortest ways from a router to the nearest target, as one set of hops: every equal path of OSPF is made of these. A router at
 * which `stopAt` says yes goes no further.
 */
export function shortestHops(
  elements: Elements,
  alive: Alive,
  distance: Float64Array,
  from: number,
  stopAt?: (router: number) => boolean,
): FibreHop[] {
  const { linkA, linkB, linkCost, linkCostBack, linkStart, linksOfRouter, firstLink } = elements
  const hops: FibreHop[] = []
  const seen = new Set([from])
  for (const router of seen) {
    if (distance[router] === 0 || (stopAt?.(router) ?? false)) continue
    for (let i = linkStart[router] as number; i < (linkStart[router + 1] as number); i++) {
      const link = linksOfRouter[i] as number
      const isFirst = linkA[link] === router
      const to = (isFirst ? linkB[link] : linkA[link]) as number
      const cost = (isFirst ? linkCost[link] : linkCostBack[link]) as number
      if (alive[firstLink + link] === 0 || (distance[to] as number) + cost !== distance[router]) continue
      hops.push({ from: router, link, to })
      seen.add(to)
    }
  }
  return hops
}
