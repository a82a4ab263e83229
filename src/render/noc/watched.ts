import type { Plan } from '../../plan/plan.ts'
import { watchedLight, type WatchedLight } from './light.ts'
import { underlayName } from '../../intent/build/underlays.ts'
import { addressText } from '../../model/ip.ts'
import type { Router } from '../../model/network.ts'
import { byText } from '../../text/order.ts'

/** A router that is asked whether it answers, by the address that its loopback has. */
export interface WatchedRouter {
  readonly id: string
  readonly address: string
  readonly site: string
  readonly access: 'core' | 'fibre' | 'leased'
  readonly platform: string
  /** What Oxidized calls its platform; undefined where it has no model. */
  readonly oxidized: string | undefined
  /** Decimal degrees, as text: `-7.705800`. */
  readonly lat: string
  readonly lon: string
  /** The column of its SNMP that names ports as its configuration does. */
  readonly portNameOid: string
  /** Circuits of its site that carry, and what their providers call them; `none` where it leases none. */
  readonly circuits: string
  readonly references: string
}

/** An owned route, by the ports at its two ends. */
export interface WatchedRoute {
  readonly id: string
  /** Sites at its two ends. */
  readonly sites: string
  readonly ends: readonly { readonly address: string; readonly port: string }[]
}

/** `ifName` of IF-MIB (RFC 2863). */
const ifName = '1.3.6.1.2.1.31.1.1.1.1'

/** A port of a router, as its SNMP names it. */
interface WatchedEnd {
  readonly router: string
  readonly address: string
  readonly port: string
}

/** A tunnel over a circuit, by the interfaces at its two ends. */
export interface WatchedTunnel {
  readonly id: string
  readonly circuit: string
  readonly site: string
  readonly reference: string
  readonly ends: readonly WatchedEnd[]
}

/** An uplink, by its core: the default route that it brings, and its port. */
export interface WatchedUplink {
  readonly id: string
  readonly site: string
  readonly reference: string
  readonly end: WatchedEnd
  /** Address of the provider's router, through which the default leads. */
  readonly gateway: string
  /**
   * Whether other uplinks end at the same core: the default may then lead through one of those though this one lives.
   */
  readonly hasSiblings: boolean
}

export interface Watched {
  readonly routers: readonly WatchedRouter[]
  readonly routes: readonly WatchedRoute[]
  readonly tunnels: readonly WatchedTunnel[]
  readonly uplinks: readonly WatchedUplink[]
  readonly lights: readonly WatchedLight[]
}

/** All that carries service today, and nothing else: what is planned, suspended or retired raises no alarm. */
export function watchedOf(plan: Plan): Watched {
  const addresses = new Map(
    [...plan.routers.values()].map(({ router, loopbackV4 }) => [router.id, addressText(loopbackV4)]),
  )
  const routers = [...plan.routers.values()]
    .filter(({ site }) => site.active)
    .map(({ router, site }): WatchedRouter => {
      const circuits = (plan.network.index.circuitsOfSite.get(site.id) ?? []).filter(({ active }) => active)
      return {
        id: router.id,
        address: addresses.get(router.id) ?? '',
        site: site.id,
        access: site.cores.some(({ id }) => id === router.id) ? 'core' : circuits.length > 0 ? 'leased' : 'fibre',
        platform: router.platform.id,
        oxidized: router.platform.monitoring?.oxidized,
        portNameOid: router.platform.monitoring?.portNames?.oid ?? ifName,
        lat: site.declared.location.lat.toFixed(6),
        lon: site.declared.location.lon.toFixed(6),
        circuits: listed(circuits.map(({ id }) => id)),
        references: listed(circuits.map(({ declared }) => declared.providerRef)),
      }
    })
  return {
    routers: routers.sort(byText(({ id }) => id)),
    routes: routesOf(plan).sort(byText(({ id }) => id)),
    tunnels: tunnelsOf(plan).sort(byText(({ id }) => id)),
    uplinks: uplinksOf(plan).sort(byText(({ id }) => id)),
    lights: watchedLight(plan),
  }
}

function routesOf(plan: Plan): WatchedRoute[] {
  return [...plan.links.values()]
    .filter(({ active }) => active)
    .map(({ route, a, b }) => ({
      id: route.id,
      sites: listed([...new Set([a, b].flatMap(({ router }) => plan.routers.get(router.id)?.site.id ?? []))]),
      ends: [a, b].map(({ router, port }) => endOf(plan, router, port)),
    }))
}

function tunnelsOf(plan: Plan): WatchedTunnel[] {
  return [...plan.leases.values()]
    .flatMap(({ tunnels }) => tunnels)
    .filter(({ active }) => active)
    .map(({ id, circuit, core, site, names }) => ({
      id,
      circuit: circuit.id,
      site: circuit.site.id,
      reference: circuit.declared.providerRef,
      ends: [endOf(plan, core, names.core), endOf(plan, site, names.site)],
    }))
}

function uplinksOf(plan: Plan): WatchedUplink[] {
  const active = [...plan.uplinks.values()].filter(one => one.active)
  return active.map(({ uplink, router, gateway }) => ({
    id: uplink.id,
    site: plan.routers.get(router.id)?.site.id ?? 'none',
    reference: uplink.declared.providerRef,
    end: endOf(plan, router, underlayName(router, uplink.end.port, uplink.declared.vlan)),
    gateway: addressText(gateway),
    hasSiblings: active.some(other => other.uplink !== uplink && other.router === router),
  }))
}

function endOf(plan: Plan, { id }: Router, port: string): WatchedEnd {
  const loopback = plan.routers.get(id)?.loopbackV4
  return { router: id, address: loopback === undefined ? '' : addressText(loopback), port }
}

/** Alertmanager takes an empty label for one that is not there. */
function listed(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(' ')
}
