import { itemAt } from '../../text/item-at.ts'
import { neighboursOf, type Elements } from './elements.ts'
import { islandsOf, type Alive } from '../service/ospf.ts'
import { routingOf, type Routing } from '../service/routing.ts'

/** Which elements live when these are down, with all that falls with them already among them. */
export function aliveWithout({ count }: Elements, ...down: readonly Int32Array[]): Alive {
  const alive = new Uint8Array(count).fill(1)
  for (const elements of down) for (const element of elements) alive[element] = 0
  return alive
}

/** Arrays that one failure after the other is written into: making new ones costs more than the answer. */
interface Bench {
  readonly alive: Alive
  readonly islands: Int32Array
  readonly stack: Int32Array
}

const benches = new WeakMap<Routing, Bench>()

function benchOf(whole: Routing): Bench {
  const found = benches.get(whole)
  if (found !== undefined) return found
  const made = {
    alive: whole.alive.slice(),
    islands: whole.islands.slice(),
    stack: new Int32Array(whole.islands.length),
  }
  benches.set(whole, made)
  return made
}

/**
 * Asks something of the routing that is left when elements fail, all else being as in `whole`. The routing must not
 * outlive the question: its arrays are used again. Where no fibre falls, the islands stay as they are.
 */
export function askAfter<T>(whole: Routing, down: readonly Int32Array[], ask: (routing: Routing) => T): T {
  const {
    elements,
    elements: { firstLink, firstTunnel },
  } = whole
  const { alive, islands, stack } = benchOf(whole)
  const isOnFibre = (element: number): boolean =>
    element < firstLink ? neighboursOf(elements, element).length > 0 : element < firstTunnel
  for (const list of down) for (const element of list) alive[element] = 0
  const fibre = down.some(list => list.some(isOnFibre))
  if (fibre) islandsOf(elements, alive, islands, stack)
  else for (const list of down) for (const element of list) if (element < firstLink) islands[element] = -1
  const answer = ask(routingOf(elements, alive, islands))
  for (const list of down) for (const element of list) alive[element] = itemAt(whole.alive, element)
  if (fibre) islands.set(whole.islands)
  else
    for (const list of down)
      for (const element of list) if (element < firstLink) islands[element] = itemAt(whole.islands, element)
  return answer
}

export function routingWithout(elements: Elements, ...down: readonly Int32Array[]): Routing {
  return routingOf(elements, aliveWithout(elements, ...down))
}
