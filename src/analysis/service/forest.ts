import { numberAt } from '../../text/item-at.ts'
import { neighboursOf, type Elements } from '../graph/elements.ts'

/** Which elements work: 1 or 0 by number. */
export type Alive = Uint8Array

/**
 * Living fibre as trees, one for each island: who asks what is left when a little of it falls looks at what hung on
 * that and at the links that no tree needs, and need not walk over all of it again.
 */
export interface Forest {
  /** By router: the root of its tree; -1 for a dead one. A router without fibre is an island by itself. */
  readonly islands: Int32Array
  /** Living routers, each followed by all that hangs on it. */
  readonly order: Int32Array
  /** By router: its place in that order, and the place after the last that hangs on it. */
  readonly place: Int32Array
  readonly end: Int32Array
  /** By link: the router that hangs on it; -1 where no tree needs it. */
  readonly hanging: Int32Array
  /** Living links that no tree needs. */
  readonly spares: Int32Array
}

export function forestOf(elements: Elements, alive: Alive): Forest {
  const { firstLink, routers, links } = elements
  const byRouter = (): Int32Array => new Int32Array(routers.length).fill(-1)
  const [islands, place, above, order, stack] = [byRouter(), byRouter(), byRouter(), byRouter(), byRouter()]
  const hanging = new Int32Array(links.length).fill(-1)
  let reached = 0
  for (let root = 0; root < islands.length; root++) {
    if (alive[root] === 0 || islands[root] !== -1) continue
    islands[root] = root
    let depth = 0
    stack[depth++] = root
    while (depth > 0) {
      const at = numberAt(stack, --depth)
      place[at] = reached
      order[reached++] = at
      for (const { link, router } of neighboursOf(elements, at)) {
        if (alive[firstLink + link] === 0 || islands[router] !== -1) continue
        islands[router] = root
        above[router] = at
        hanging[link] = router
        stack[depth++] = router
      }
    }
  }
  const living = order.subarray(0, reached)
  const spares = Int32Array.from(hanging.keys()).filter(i => hanging[i] === -1 && alive[firstLink + i] === 1)
  return { islands, order: living, place, end: endsOf(living, place, above), hanging, spares }
}

/** What hangs on a router ends where what hangs on the last of its own ends. */
function endsOf(order: Int32Array, place: Int32Array, above: Int32Array): Int32Array {
  const end = place.map(at => at + 1)
  for (const router of order.toReversed()) {
    const holder = numberAt(above, router)
    if (holder !== -1) end[holder] = Math.max(numberAt(end, holder), numberAt(end, router))
  }
  return end
}

/** Routers that hung on a link that has fallen; each after those that it hung on itself. */
export function cutOff({ hanging, place }: Forest, { firstLink }: Elements, fallen: readonly Int32Array[]): number[] {
  const cut: number[] = []
  for (const list of fallen)
    for (const element of list) {
      const router = hanging[element - firstLink] ?? -1
      if (router !== -1) cut.push(router)
    }
  return cut.length < 2 ? cut : cut.sort((a, b) => numberAt(place, a) - numberAt(place, b))
}

/** Names the islands anew, in an array that has those of the forest, once these routers are cut off in it. */
export function partIslands(
  forest: Forest,
  { firstLink, linkA, linkB }: Elements,
  alive: Alive,
  cut: readonly number[],
  islands: Int32Array,
): void {
  if (cut.length === 0) return
  for (const router of cut) name(forest, islands, router, router)
  const renamed = new Map<number, number>()
  const nameOf = (island: number): number => {
    let last = island
    for (let next = renamed.get(last); next !== undefined; next = renamed.get(last)) last = next
    return last
  }
  for (const link of forest.spares) {
    if (alive[firstLink + link] === 0) continue
    const [a, b] = [nameOf(numberAt(islands, numberAt(linkA, link))), nameOf(numberAt(islands, numberAt(linkB, link)))]
    // What is whole keeps its name: its root comes before all that was cut off.
    if (numberAt(forest.place, a) < numberAt(forest.place, b)) renamed.set(b, a)
    else if (a !== b) renamed.set(a, b)
  }
  if (renamed.size > 0) for (const router of cut) name(forest, islands, router, nameOf(router))
}

/** The islands of the forest again, where these routers were cut off. */
export function joinIslands(forest: Forest, cut: readonly number[], islands: Int32Array): void {
  for (const router of cut) name(forest, islands, router, numberAt(forest.islands, router))
}

/** Gives one name to a router and all that hangs on it. */
function name({ order, place, end }: Forest, islands: Int32Array, router: number, island: number): void {
  for (let at = numberAt(place, router); at < numberAt(end, router); at++) islands[numberAt(order, at)] = island
}
