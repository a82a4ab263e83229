import type { Elements } from '../graph/elements.ts'
import type { Routing } from '../service/routing.ts'
import { together } from '../service/routing.ts'
import { roughly } from '../graph/state.ts'
import { arrives } from '../service/walk.ts'

/**
 * What the NOC knows. Nodes are routers, asked from the hub: up when packets go there and back. A link is a set of elements that is down
 * when all of them are: an owned link, a tunnel, an uplink, or a circuit with all its tunnels. What is not named is not known.
 */
export interface Observation {
  /** By router: whether it answers. */
  readonly nodes: ReadonlyMap<number, boolean>
  readonly links: readonly LinkState[]
}

export interface LinkState {
  readonly elements: readonly number[]
  readonly up: boolean
}

/** Whether a router answers the hub. Of several cores that hand a site on, each delivers: which is the nearest does not matter. */
export function answers(routing: Routing, router: number): boolean {
  const {
    elements: { hub, cores },
    alive,
  } = routing
  if (alive[router] === 0 || alive[hub] === 0) return false
  if (cores.includes(router)) return together(routing, router, hub)
  return arrives(routing, router, hub, roughly) && arrives(routing, hub, router, roughly)
}

/** Everything that the NOC would see: all nodes, and every link at an end of which a router answers. */
export function observe(routing: Routing): Observation {
  const { elements, alive } = routing
  const nodes = new Map(elements.routers.map((_, router) => [router, answers(routing, router)]))
  const links = [...linkElements(elements)].filter(element =>
    endsOf(elements, element).some(router => nodes.get(router) === true),
  )
  return { nodes, links: links.map(element => ({ elements: [element], up: alive[element] === 1 })) }
}

function* linkElements({ firstLink, count }: Elements): Generator<number> {
  for (let element = firstLink; element < count; element++) yield element
}

/** Routers that can tell of a link, a tunnel or an uplink. */
function endsOf(
  { firstLink, firstTunnel, firstUplink, linkA, linkB, tunnelSite, tunnelCore, uplinks, routerOf }: Elements,
  element: number,
): readonly number[] {
  if (element < firstLink) return [element]
  if (element < firstTunnel) return [linkA[element - firstLink] as number, linkB[element - firstLink] as number]
  if (element < firstUplink)
    return [tunnelSite[element - firstTunnel] as number, tunnelCore[element - firstTunnel] as number]
  return [routerOf.get(uplinks[element - firstUplink]?.router.id ?? '') ?? -1]
}
