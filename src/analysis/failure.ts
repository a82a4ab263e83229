import type { Elements } from './elements.ts'
import type { Alive } from './ospf.ts'
import { routingOf, type Routing } from './routing.ts'

/** Which elements live when these are down, with all that falls with them already among them. */
export function aliveWithout({ count }: Elements, ...down: readonly Int32Array[]): Alive {
  const alive = new Uint8Array(count).fill(1)
  for (const elements of down) for (const element of elements) alive[element] = 0
  return alive
}

export function routingWithout(elements: Elements, ...down: readonly Int32Array[]): Routing {
  return routingOf(elements, aliveWithout(elements, ...down))
}
