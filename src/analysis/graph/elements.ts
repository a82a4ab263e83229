import type { Site } from '../../model/network.ts'
import type { LinkPlan, Plan, RouterPlan, TunnelPlan, UplinkPlan } from '../../plan/plan.ts'
import { itemAt } from '../../text/item-at.ts'
import { compareText } from '../../text/order.ts'

/**
 * What packets go through, numbered from 0 without gaps: routers, then owned links, tunnels and uplinks. Only what is
 * active is here: what is planned or retired carries nothing.
 */
export interface Elements {
  readonly plan: Plan
  readonly routers: readonly RouterPlan[]
  readonly links: readonly LinkPlan[]
  readonly tunnels: readonly TunnelPlan[]
  readonly uplinks: readonly UplinkPlan[]
  /** Number of the first link, tunnel and uplink, and of all elements. */
  readonly firstLink: number
  readonly firstTunnel: number
  readonly firstUplink: number
  readonly count: number
  readonly routerOf: ReadonlyMap<string, number>
  /** Router that stands for the hub's services and its NOC. */
  readonly hub: number
  readonly cores: readonly number[]
  readonly sites: readonly SiteElement[]
  /**
   * By link: its two routers and its cost in OSPF from the first; from the second the same, but in the middle of a
   * rollout.
   */
  readonly linkA: Int32Array
  readonly linkB: Int32Array
  readonly linkCost: Int32Array
  readonly linkCostBack: Int32Array
  /** By router: what its links lead to. */
  readonly neighbours: readonly (readonly Neighbour[])[]
  /** By tunnel: its two routers, and its uplink or -1. */
  readonly tunnelSite: Int32Array
  readonly tunnelCore: Int32Array
  readonly tunnelUplink: Int32Array
  /** Local preference of each tunnel's routes at the core; at the site the same, but in the middle of a rollout. */
  readonly preference: Int32Array
  readonly preferenceAtSite: Int32Array
  readonly tunnelsOfSite: ReadonlyMap<number, readonly number[]>
  readonly uplinksOfCore: ReadonlyMap<number, readonly number[]>
  /** Other elements that fall with an element: links, tunnels and uplinks of a router, tunnels over an uplink. */
  readonly dependents: readonly (readonly number[])[]
}

/** A router at the other end of a link; `isSecond` where it is the link's second end. */
export interface Neighbour {
  readonly link: number
  readonly router: number
  readonly isSecond: boolean
}

export interface SiteElement {
  readonly site: Site
  readonly router: number
  /** The circuit that a leased site is meant to use; undefined where it leases none as its primary. */
  readonly primary: string | undefined
}

export function elementsOf(plan: Plan): Elements {
  const { network } = plan
  const living = livingParts(plan)
  const { routers, routerOf, cores, links, tunnels, uplinks } = living
  const [firstLink, firstTunnel] = [routers.length, routers.length + links.length]
  const firstUplink = firstTunnel + tunnels.length
  const linkCost = Int32Array.from(links, ({ cost }) => cost)
  const preferences = Int32Array.from(tunnels, ({ preference }) => preference)
  const wiring = { count: firstUplink + uplinks.length, firstLink, firstTunnel, firstUplink, ...wiresOf(living) }
  return {
    plan,
    ...living,
    ...wiring,
    hub: routerOf.get(network.hub.router.id) ?? -1,
    cores,
    sites: sitesOf(plan, routerOf),
    linkCost,
    linkCostBack: linkCost,
    neighbours: neighboursAmong(routers.length, wiring.linkA, wiring.linkB),
    preference: preferences,
    preferenceAtSite: preferences,
    tunnelsOfSite: group(wiring.tunnelSite),
    dependents: dependentsOf(wiring),
  }
}

type Living = Pick<Elements, 'routers' | 'routerOf' | 'cores' | 'links' | 'tunnels' | 'uplinks'>

/** What is in service: routers of active sites, and links, tunnels and uplinks whose ends are among them. */
function livingParts(plan: Plan): Living {
  const routers = [...plan.routers.values()].filter(({ site }) => site?.active === true)
  const routerOf = new Map(routers.map(({ router }, i) => [router.id, i]))
  const has = (...ids: readonly string[]): boolean => ids.every(id => routerOf.has(id))
  const cores = plan.network.hub.cores.flatMap(({ id }) => routerOf.get(id) ?? [])
  const links = [...plan.links.values()].filter(
    ({ active, a, b }) => active && a.router.id !== b.router.id && has(a.router.id, b.router.id),
  )
  const tunnels = [...plan.leases.values()]
    .flatMap(lease => lease.tunnels)
    .filter(({ active, site, core }) => active && has(site.id, core.id))
  const uplinks = [...plan.uplinks.values()].filter(
    ({ active, router }) => active && cores.includes(routerOf.get(router.id) ?? -1),
  )
  return { routers, routerOf, cores, links, tunnels, uplinks }
}

/** What hangs on what, by number. */
function wiresOf({ routerOf, links, tunnels, uplinks }: Living): Omit<Wiring, 'count' | `first${string}`> {
  const numberOf = (id: string): number => routerOf.get(id) ?? -1
  const uplinkOf = new Map(uplinks.map(({ uplink }, i) => [uplink.id, i]))
  return {
    linkA: Int32Array.from(links, ({ a }) => numberOf(a.router.id)),
    linkB: Int32Array.from(links, ({ b }) => numberOf(b.router.id)),
    tunnelSite: Int32Array.from(tunnels, ({ site }) => numberOf(site.id)),
    tunnelCore: Int32Array.from(tunnels, ({ core }) => numberOf(core.id)),
    tunnelUplink: Int32Array.from(tunnels, ({ uplink }) => uplinkOf.get(uplink?.id ?? '') ?? -1),
    uplinksOfCore: group(Int32Array.from(uplinks, ({ router }) => numberOf(router.id))),
  }
}

function sitesOf({ network, leases }: Plan, routerOf: ReadonlyMap<string, number>): SiteElement[] {
  return [...network.sites.values()].flatMap(site => {
    const router = routerOf.get(site.router.id)
    if (!site.active || router === undefined) return []
    const primaries = (network.index.circuitsOfSite.get(site.id) ?? []).filter(
      ({ active, declared }) => active && declared.role === 'primary',
    )
    const preferenceOf = (id: string): number => leases.get(id)?.tunnels[0]?.preference ?? 0
    const [primary] = primaries
      .map(({ id }) => id)
      .sort((a, b) => preferenceOf(b) - preferenceOf(a) || compareText(a, b))
    return { site, router, primary }
  })
}

/** Numbers of the items, by what each belongs to. */
export function group(keys: Int32Array): ReadonlyMap<number, readonly number[]> {
  return Map.groupBy(keys.keys(), i => itemAt(keys, i))
}

/** What the links of each router lead to, in the order of links. */
export function neighboursAmong(routers: number, a: Int32Array, b: Int32Array): Neighbour[][] {
  const neighbours = Array.from({ length: routers }, (): Neighbour[] => [])
  for (const [link, first] of a.entries()) {
    const second = itemAt(b, link)
    neighbours[first]?.push({ link, router: second, isSecond: true })
    neighbours[second]?.push({ link, router: first, isSecond: false })
  }
  return neighbours
}

const none: readonly Neighbour[] = []

export function neighboursOf({ neighbours }: Elements, router: number): readonly Neighbour[] {
  return neighbours[router] ?? none
}

type Wiring = Pick<
  Elements,
  | 'count'
  | 'firstLink'
  | 'firstTunnel'
  | 'firstUplink'
  | 'linkA'
  | 'linkB'
  | 'tunnelSite'
  | 'tunnelCore'
  | 'tunnelUplink'
  | 'uplinksOfCore'
>

function dependentsOf({
  count,
  firstLink,
  firstTunnel,
  firstUplink,
  linkA,
  linkB,
  tunnelSite,
  tunnelCore,
  tunnelUplink,
  uplinksOfCore,
}: Wiring): number[][] {
  const dependents = Array.from({ length: count }, (): number[] => [])
  const fallsWith = (element: number, other: number): void => {
    dependents[other]?.push(element)
  }
  for (const ends of [linkA, linkB]) for (const [link, router] of ends.entries()) fallsWith(firstLink + link, router)
  for (const ends of [tunnelSite, tunnelCore])
    for (const [tunnel, router] of ends.entries()) fallsWith(firstTunnel + tunnel, router)
  for (const [core, uplinks] of uplinksOfCore) for (const uplink of uplinks) fallsWith(firstUplink + uplink, core)
  for (const [tunnel, uplink] of tunnelUplink.entries())
    if (uplink >= 0) fallsWith(firstTunnel + tunnel, firstUplink + uplink)
  return dependents
}

/** What is down when these elements are: themselves and all that falls with them, each once, ascending. */
export function withDependents({ dependents }: Elements, elements: Iterable<number>): Int32Array {
  const found = new Set(elements)
  for (const element of found) for (const dependent of dependents[element] ?? []) found.add(dependent)
  return Int32Array.from(found).sort()
}

/** Routers that see whether a link, tunnel or uplink is up: those at its ends, a core first. A router has none. */
export function endsOf(elements: Elements, element: number): number[] {
  const { firstLink, firstTunnel, firstUplink, linkA, linkB, tunnelSite, tunnelCore, uplinks, routerOf } = elements
  if (element < firstLink) return []
  if (element < firstTunnel) return [itemAt(linkA, element - firstLink), itemAt(linkB, element - firstLink)]
  if (element < firstUplink) return [tunnelCore, tunnelSite].map(ends => itemAt(ends, element - firstTunnel))
  const core = routerOf.get(uplinks[element - firstUplink]?.router.id ?? '')
  return core === undefined ? [] : [core]
}

/** `router:ID`, `route:ID`, `tunnel:ID` or `uplink:ID`. */
export function elementName(
  { routers, links, tunnels, uplinks, firstLink, firstTunnel, firstUplink }: Elements,
  element: number,
): string {
  if (element < firstLink) return `router:${routers[element]?.router.id}`
  if (element < firstTunnel) return `route:${links[element - firstLink]?.route.id}`
  if (element < firstUplink) return `tunnel:${tunnels[element - firstTunnel]?.id}`
  return `uplink:${uplinks[element - firstUplink]?.uplink.id}`
}
