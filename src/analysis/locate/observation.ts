import type { Routing } from '../service/routing.ts'
import { together } from '../service/routing.ts'
import { roughly } from '../graph/state.ts'
import { arrives } from '../service/walk.ts'

/**
 * What the NOC knows. Nodes are routers, asked from the hub: up when packets go there and back. A link is a set of
 * elements that is down when all of them are: an owned link, a tunnel, an uplink, or a circuit with all its tunnels.
 * What is not named is not known.
 */
export interface Observation {
  /** By router: whether it answers. */
  readonly nodes: ReadonlyMap<number, boolean>
  readonly links: readonly LinkState[]
}

export interface LinkState {
  /** As whoever saw it calls it; the names of its elements where nobody did. */
  readonly name?: string
  readonly elements: readonly number[]
  readonly up: boolean
}

/**
 * Whether a router answers the hub. Of several cores that hand a site on, each delivers: which is the nearest does not
 * matter.
 */
export function answers(routing: Routing, router: number): boolean {
  const {
    elements: { hub, cores },
    alive,
  } = routing
  if (alive[router] === 0 || alive[hub] === 0) return false
  if (cores.includes(router)) return together(routing, router, hub)
  return arrives(routing, router, hub, roughly) && arrives(routing, hub, router, roughly)
}

export function works({ alive }: Routing, { elements }: LinkState): boolean {
  return elements.some(element => alive[element] === 1)
}
