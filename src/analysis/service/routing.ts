import { numberAt } from '../../text/item-at.ts'
import type { Elements } from '../graph/elements.ts'
import { forestOf, type Alive } from './forest.ts'
import { distancesTo } from './ospf.ts'

export type Family = 4 | 6

/**
 * What the routers have decided when some elements are down, once everything has converged. Distances are computed when
 * a choice between several routers asks for them.
 */
export interface Routing {
  readonly elements: Elements
  readonly alive: Alive
  readonly islands: Int32Array
  /** Living uplinks of each core that a default is learnt from, by core; a core without one is absent. */
  readonly exits: Readonly<Record<Family, ReadonlyMap<number, readonly number[]>>>
  /** Cost of every router's way to the nearest of these. */
  readonly distances: (targets: readonly number[]) => Float64Array
}

export function routingOf(
  elements: Elements,
  alive: Alive,
  islands = forestOf(elements, alive).islands,
  exits = exitsOf(elements, alive),
): Routing {
  // Most questions ask for none.
  let known: Map<string, Float64Array> | undefined
  return {
    elements,
    alive,
    islands,
    exits,
    distances(targets) {
      const key = targets.join()
      const found = known?.get(key)
      if (found !== undefined) return found
      const made = distancesTo(elements, alive, targets)
      known = (known ?? new Map()).set(key, made)
      return made
    },
  }
}

function exitsOf(elements: Elements, alive: Alive): Routing['exits'] {
  return { 4: exitsOfFamily(elements, alive, 4), 6: exitsOfFamily(elements, alive, 6) }
}

/** A core's static defaults (distance 1) go before those of BGP (distance 20); of several equal ones all are used. */
function exitsOfFamily(
  { uplinks, uplinksOfCore, firstUplink }: Elements,
  alive: Alive,
  family: Family,
): ReadonlyMap<number, readonly number[]> {
  const exits = new Map<number, readonly number[]>()
  for (const [core, own] of uplinksOfCore) {
    const living = own.filter(uplink => alive[firstUplink + uplink] === 1 && (family === 4 || hasV6(uplinks[uplink])))
    const fixed = living.filter(uplink => uplinks[uplink]?.uplink.declared.routing.kind === 'static')
    if (living.length > 0) exits.set(core, fixed.length > 0 ? fixed : living)
  }
  return exits
}

/**
 * Whether a default for IPv6 is taken from an uplink: by BGP with a prefix to announce, or where the provider names a
 * gateway.
 */
function hasV6(plan: Elements['uplinks'][number] | undefined): boolean {
  if (plan?.gatewayV6 === undefined) return false
  return plan.uplink.declared.routing.kind === 'static' || (plan.v6 !== undefined && plan.prefixV6 !== undefined)
}

export function together({ islands }: Routing, a: number, b: number): boolean {
  return islands[a] !== -1 && islands[a] === islands[b]
}

/** Cores that originate a default into the island of this router: those whose own uplink lives. */
export function originators(routing: Routing, router: number, family: Family): readonly number[] {
  const living = routing.exits[family]
  return routing.elements.cores.filter(core => living.has(core) && together(routing, core, router))
}

/** A core tells leased sites a default while its table has one, from its own uplink or by OSPF from another core. */
export function hasDefault(routing: Routing, core: number, family: Family): boolean {
  return routing.exits[family].has(core) || originators(routing, core, family).length > 0
}

/**
 * Cores of one island that hand on what a leased site told them. Local preference travels between cores, so only those
 * with the highest preference in the island use their own tunnels; the others use these cores, by iBGP over loopbacks,
 * and tell OSPF nothing.
 */
export function announcers(routing: Routing, island: number, site: number): readonly number[] {
  const {
    elements: { cores, tunnelsOfSite },
    islands,
  } = routing
  if (!tunnelsOfSite.has(site)) return []
  let best: number[] = []
  let highest = -1
  for (const core of cores) {
    if (islands[core] !== island) continue
    const preference = ownPreference(routing, core, site)
    if (preference < 0 || preference < highest) continue
    if (preference > highest) best = []
    highest = preference
    best.push(core)
  }
  return best
}

const none: readonly number[] = []

/** Highest local preference at a core among its living tunnels to a site; -1 where there is none. */
function ownPreference(
  { elements: { tunnelsOfSite, tunnelCore, preference, firstTunnel }, alive }: Routing,
  core: number,
  site: number,
): number {
  let highest = -1
  for (const tunnel of tunnelsOfSite.get(site) ?? none) {
    if (tunnelCore[tunnel] === core && alive[firstTunnel + tunnel] === 1)
      highest = Math.max(highest, numberAt(preference, tunnel))
  }
  return highest
}

/**
 * Tunnels that a core sends a site's packets into: all of the highest preference (BGP multipath, as FRR does it
 * unasked).
 */
export function tunnelsDown(routing: Routing, core: number, site: number): readonly number[] {
  const {
    elements: { tunnelsOfSite, tunnelCore, preference, firstTunnel },
    alive,
  } = routing
  const highest = ownPreference(routing, core, site)
  return (tunnelsOfSite.get(site) ?? none).filter(
    tunnel => tunnelCore[tunnel] === core && alive[firstTunnel + tunnel] === 1 && preference[tunnel] === highest,
  )
}

/**
 * Tunnels that a site sends into, among those whose core announces what is asked for: all of the highest preference at
 * the site.
 */
export function tunnelsUp(
  { elements: { tunnelsOfSite, tunnelCore, preferenceAtSite, firstTunnel }, alive }: Routing,
  site: number,
  announces: (core: number) => boolean,
): readonly number[] {
  let best: number[] = []
  let highest = -1
  for (const tunnel of tunnelsOfSite.get(site) ?? none) {
    const preference = numberAt(preferenceAtSite, tunnel)
    if (alive[firstTunnel + tunnel] === 0 || preference < highest || !announces(numberAt(tunnelCore, tunnel))) continue
    if (preference > highest) best = []
    highest = preference
    best.push(tunnel)
  }
  return best
}

/** Of several routers those with the cheapest way from here. */
export function nearest(routing: Routing, from: number, candidates: readonly number[]): readonly number[] {
  if (candidates.length < 2) return candidates
  const costs = candidates.map(candidate => numberAt(routing.distances([candidate]), from))
  const least = Math.min(...costs)
  return candidates.filter((_, i) => costs[i] === least)
}
