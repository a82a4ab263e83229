import { entryOf } from '../../text/item-at.ts'
import type { FibreRoute, Network, Site } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import { type Bridges, bridgesOf, type Edge } from './bridges.ts'

/** A ring that routes declare, with what is known of its protection. */
interface Ring {
  readonly name: string
  /** Routes that carry it. */
  readonly routes: readonly FibreRoute[]
  /** Routes that name it, and carry nothing yet. */
  readonly unbuilt: readonly FibreRoute[]
  /** Undefined where every route of the ring has another way round. */
  readonly opening: Opening | undefined
}

export interface Opening {
  /** Routers at which the ring ends. */
  readonly ends: readonly string[]
  /** Routes without another way round. */
  readonly routes: readonly FibreRoute[]
  /** Active sites that have the fibre of these routes alone between themselves and the hub. */
  readonly sites: readonly Site[]
}

/**
 * Rings by name. A ring is closed when each of its routes has another way round over active fibre; the routers of the
 * hub count as one, so that a ring may begin at one core and end at the other. The other way may be another ring's: a
 * side ring is closed by the one it leans on.
 */
export const ringsOf: (network: Network) => readonly Ring[] = remembered(network => {
  const named = Map.groupBy(
    [...network.routes.values()].filter(({ declared }) => declared.ring !== undefined && declared.status !== 'retired'),
    ({ declared }) => declared.ring as string,
  )
  if (named.size === 0) return []
  const fibre = fibreOf(network)
  return [...named].map(([name, members]): Ring => {
    const routes = members.filter(({ active }) => active)
    return {
      name,
      routes,
      unbuilt: members.filter(({ active }) => !active),
      opening: openingOf(network, fibre, routes),
    }
  })
})

const hub = 0

interface Fibre {
  readonly nodeOf: ReadonlyMap<string, number>
  readonly numberOf: ReadonlyMap<FibreRoute, number>
  readonly bridges: Bridges
}

function fibreOf(network: Network): Fibre {
  const nodeOf = new Map([network.hub.router, ...network.hub.cores].map(({ id }) => [id, hub]))
  let next = hub + 1
  const node = (router: string): number => {
    const known = nodeOf.get(router) ?? next++
    nodeOf.set(router, known)
    return known
  }
  const active = [...network.routes.values()].filter(route => route.active)
  const edges = active.map(({ a, b }): Edge => [node(a.router.id), node(b.router.id)])
  return {
    nodeOf,
    numberOf: new Map(active.map((route, i) => [route, i])),
    bridges: bridgesOf(next, edges, hub),
  }
}

function openingOf(
  network: Network,
  { nodeOf, numberOf, bridges }: Fibre,
  routes: readonly FibreRoute[],
): Opening | undefined {
  const number = (route: FibreRoute): number => entryOf(numberOf, route)
  const open = routes.filter(route => bridges.isBridge[number(route)])
  if (open.length === 0) return undefined
  const beyond = new Set(open.flatMap(route => bridges.beyond(number(route))))
  return {
    ends: endsOf(nodeOf, routes, open),
    routes: open,
    sites: [...network.sites.values()].filter(
      ({ active, router }) => active && beyond.has(nodeOf.get(router.id) ?? hub),
    ),
  }
}

/** Routers that the ring reaches once; of a ring without such ends those at which an open route begins. */
function endsOf(
  nodeOf: ReadonlyMap<string, number>,
  routes: readonly FibreRoute[],
  open: readonly FibreRoute[],
): string[] {
  const reached = Map.groupBy(
    routes.flatMap(({ a, b }) => [a.router.id, b.router.id]),
    router => nodeOf.get(router),
  )
  const once = [...reached.values()].filter(({ length }) => length === 1).flat()
  return once.length > 0 ? once : [...new Set(open.flatMap(({ a, b }) => [a.router.id, b.router.id]))]
}
