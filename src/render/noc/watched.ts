import type { Plan } from '../../plan/plan.ts'
import { watchedLight, type WatchedLight } from './light.ts'
import { addressText } from '../../model/ip.ts'
import { compareText } from '../../text/order.ts'

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
  /** Circuits of its site that carry, and what their providers call them; `none` where it leases none. */
  readonly circuits: string
  readonly references: string
}

/** An owned route, by the ports at its two ends. */
export interface WatchedRoute {
  readonly id: string
  readonly ends: readonly { readonly address: string; readonly port: string }[]
}

export interface Watched {
  readonly routers: readonly WatchedRouter[]
  readonly routes: readonly WatchedRoute[]
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
        lat: site.declared.location.lat.toFixed(6),
        lon: site.declared.location.lon.toFixed(6),
        circuits: listed(circuits.map(({ id }) => id)),
        references: listed(circuits.map(({ declared }) => declared.providerRef)),
      }
    })
  const routes = [...plan.links.values()]
    .filter(({ active }) => active)
    .map(
      ({ route, a, b }): WatchedRoute => ({
        id: route.id,
        ends: [a, b].map(({ router, port }) => ({ address: addresses.get(router.id) ?? '', port })),
      }),
    )
  return {
    routers: routers.sort((a, b) => compareText(a.id, b.id)),
    routes: routes.sort((a, b) => compareText(a.id, b.id)),
    lights: watchedLight(plan),
  }
}

/** Alertmanager takes an empty label for one that is not there. */
function listed(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(' ')
}
