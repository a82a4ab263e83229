import { numberAt } from '../../text/item-at.ts'
import type { Elements } from './elements.ts'
import { cutOff, forestOf, joinIslands, partIslands, type Alive, type Forest } from '../service/forest.ts'
import { routingOf, type Routing } from '../service/routing.ts'

/** Which elements live when these are down, with all that falls with them already among them. */
export function aliveWithout({ count }: Elements, ...down: readonly Int32Array[]): Alive {
  const alive = new Uint8Array(count).fill(1)
  for (const elements of down) for (const element of elements) alive[element] = 0
  return alive
}

/** Arrays that one failure after the other is written into: making new ones costs more than the answer. */
interface Bench {
  readonly forest: Forest
  readonly alive: Alive
  readonly islands: Int32Array
}

const benches = new WeakMap<Routing, Bench>()

function benchOf(whole: Routing): Bench {
  const found = benches.get(whole)
  if (found !== undefined) return found
  const forest = forestOf(whole.elements, whole.alive)
  const made = { forest, alive: whole.alive.slice(), islands: forest.islands.slice() }
  benches.set(whole, made)
  return made
}

/**
 * Asks something of the routing that is left when elements fail with all that falls with them, all else being as in
 * `whole`. The routing must not outlive the question: its arrays are used again.
 */
export function askAfter<T>(whole: Routing, down: readonly Int32Array[], ask: (routing: Routing) => T): T {
  const { elements, exits } = whole
  const { firstLink, firstUplink } = elements
  const { forest, alive, islands } = benchOf(whole)
  for (const list of down) for (const element of list) alive[element] = 0
  const cut = cutOff(forest, elements, down)
  partIslands(forest, elements, alive, cut, islands)
  for (const list of down) for (const element of list) if (element < firstLink) islands[element] = -1
  const sameExits = down.every(list => list.every(element => element < firstUplink))
  const answer = ask(routingOf(elements, alive, islands, sameExits ? exits : undefined))
  joinIslands(forest, cut, islands)
  for (const list of down)
    for (const element of list) {
      alive[element] = numberAt(whole.alive, element)
      if (element < firstLink) islands[element] = numberAt(forest.islands, element)
    }
  return answer
}

export function routingWithout(elements: Elements, ...down: readonly Int32Array[]): Routing {
  return routingOf(elements, aliveWithout(elements, ...down))
}
