import { itemAt } from '../../text/item-at.ts'
import { neighboursOf, type Elements } from '../../analysis/graph/elements.ts'
import {
  announcers,
  hasDefault,
  originators,
  together,
  tunnelsUp,
  type Family,
  type Routing,
} from '../../analysis/service/routing.ts'
import type { Intent } from '../../intent/intent.ts'
import { hostPrefix, networkOf, prefixText, type Prefix } from '../../model/ip.ts'
import type { RouterPlan } from '../../plan/plan.ts'

/**
 * Prefixes that a router must forward by, and no others, as the plan and the analysis of routing say: what it is
 * connected to, what its neighbours by fibre have, leased sites by way of the cores, the network's summary, and a
 * default where one is originated.
 */
export function expectedPrefixes(routing: Routing, intent: Intent, family: Family): ReadonlySet<string> {
  const { elements } = routing
  const self = elements.routerOf.get(intent.router.id)
  if (self === undefined || routing.alive[self] === 0) return new Set()
  const all = [
    ...connected(intent),
    ...fixed(intent),
    ...overFibre(routing, self),
    ...leased(routing, self),
    ...summaries(routing, self),
    ...defaults(routing, self, family),
  ]
  const own = new Set([intent.loopback.v4, intent.loopback.v6].map(each => prefixText(networkOf(each))))
  return new Set(
    all
      .filter(prefix => prefix.family === family)
      .map(prefix => prefixText(networkOf(prefix)))
      .filter(text => !own.has(text)),
  )
}

function connected({ fibre, access, underlays, tunnels, uplinks, management }: Intent): Prefix[] {
  const both = [
    ...fibre.flatMap(({ v4, v6 }) => [v4, v6]),
    ...[...(access?.segments ?? []), ...tunnels].flatMap(({ v4, v6 }) => [v4.value, v6.value]),
  ]
  return [
    ...both,
    ...underlays.flatMap(({ v4 }) => v4 ?? []),
    ...(management.local === undefined ? [] : [management.local.v4.value]),
    ...uplinks.flatMap(({ v4, v6 }) => [v4, ...(v6.value === undefined ? [] : [v6.value])]),
  ]
}

/** Static routes, with the overlay's way to the probe of a watched uplink. */
function fixed({ staticRoutes, uplinks }: Intent): Prefix[] {
  return [
    ...staticRoutes.filter(({ via }) => via !== 'dhcp').map(({ to }) => to),
    ...uplinks.flatMap(({ probe }) => (probe.value === undefined ? [] : [hostPrefix(probe.value)])),
  ]
}

/** Loopback and active segments of a router. */
function ownPrefixes({ loopbackV4, loopbackV6, segments }: RouterPlan): Prefix[] {
  return [loopbackV4, loopbackV6, ...segments.filter(({ active }) => active).flatMap(({ v4, v6 }) => [v4, v6])]
}

function overFibre(routing: Routing, self: number): Prefix[] {
  const {
    elements: { routers, links, firstLink, linkA },
    alive,
  } = routing
  const near = routers.filter((_, other) => other !== self && together(routing, self, other))
  const between = links.filter((_, i) => alive[firstLink + i] === 1 && together(routing, self, itemAt(linkA, i)))
  return [...near.flatMap(ownPrefixes), ...between.flatMap(({ v4, v6 }) => [v4, v6])]
}

/** Sites whose prefixes come by a core of the same island, and by no fibre. */
function leased(routing: Routing, self: number): Prefix[] {
  const {
    elements: { routers, tunnelsOfSite },
    islands,
  } = routing
  const island = itemAt(islands, self)
  if (!hasFibre(routing.elements, self) && !routing.elements.cores.includes(self)) return []
  return [...tunnelsOfSite.keys()]
    .filter(site => site !== self && !together(routing, self, site) && announcers(routing, island, site).length > 0)
    .flatMap(site => ownPrefixes(itemAt(routers, site)))
}

function summaries(routing: Routing, self: number): Prefix[] {
  const { plan } = routing.elements
  return tunnelsUp(routing, self, () => true).length > 0 ? [plan.aggregateV4, plan.ula] : []
}

const anywhere: Readonly<Record<Family, Prefix>> = {
  4: { family: 4, bits: 0n, length: 0 },
  6: { family: 6, bits: 0n, length: 0 },
}

function defaults(routing: Routing, self: number, family: Family): Prefix[] {
  const byFibre = originators(routing, self, family).length > 0
  const byTunnel = tunnelsUp(routing, self, core => hasDefault(routing, core, family)).length > 0
  return byFibre || byTunnel ? [anywhere[family]] : []
}

function hasFibre(elements: Elements, router: number): boolean {
  return neighboursOf(elements, router).length > 0
}
