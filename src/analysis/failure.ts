import type { Elements } from './elements.ts'
import type { Alive } from './ospf.ts'
import { routingOf, type Routing } from './routing.ts'

/** Which elements live when these are down, with all that falls with them already among them. */
export function aliveWithout({ count }: Elements, ...down: readonly Int32Array[]): Alive {
  const alive = new Uint8Array(count).fill(1)
  for (const elements of down) for (const element of elements) alive[element] = 0
  return alive
}

/** The same as from nothing, but where no fibre falls the islands stay as they are. */
export function routingAfter(whole: Routing, ...down: readonly Int32Array[]): Routing {
  const { elements, elements: { firstLink, firstTunnel, linkStart } } = whole
  const isOnFibre = (element: number): boolean => (element < firstLink ? linkStart[element] !== linkStart[element + 1] : element < firstTunnel)
  if (down.some(list => list.some(isOnFibre))) return routingWithout(elements, ...down)
  const islands = whole.islands.slice()
  for (const list of down) for (const element of list) if (element < firstLink) islands[element] = -1
  return routingOf(elements, aliveWithout(elements, ...down), islands)
}

export function routingWithout(elements: Elements, ...down: readonly Int32Array[]): Routing {
  return routingOf(elements, aliveWithout(elements, ...down))
}
