import type { Bought, Named, Network, Router, Site } from '../../model/network.ts'
import { inside, keyInside, type Place } from '../../source/source.ts'
import { remembered } from '../../source/remembered.ts'

/**
 * How a port is used: alone, as one VLAN of it, or as a hand-off's trunk, which shares its port with single VLANs but not with another trunk.
 */
export type Share =
  | { readonly kind: 'alone' }
  | { readonly kind: 'vlan'; readonly vlan: number }
  | { readonly kind: 'trunk' }

export interface PortUse {
  readonly router: Router
  readonly port: string
  readonly share: Share
  readonly user: Named | 'trunk' | 'desk'
  readonly at: Place
  /** True where the port follows from the model and nobody wrote it. */
  readonly implied?: true
}

/** Every use of every router port; what is retired uses none. Those that nobody wrote come first, so that a clash is shown where somebody wrote. */
export const portUses: (network: Network) => readonly PortUse[] = remembered(network => [
  ...[...network.sites.values()].flatMap(site => [...trunkOf(site), ...desksOf(site)]),
  ...handoffUses(network),
  ...[...network.uplinks.values(), ...network.circuits.values()].flatMap(boughtUse),
  ...[...network.routes.values()]
    .filter(({ declared }) => declared.status !== 'retired')
    .flatMap(route =>
      [route.a, route.b].map(
        ({ router, port, origin }): PortUse => ({
          router,
          port,
          share: { kind: 'alone' },
          user: route,
          at: inside(origin, 'port'),
        }),
      ),
    ),
])

function trunkOf({ router, segments, declared }: Site): PortUse[] {
  if (segments.length === 0 || declared.status === 'retired') return []
  const { trunk } = router.declared
  const use = { router, share: { kind: 'alone' }, user: 'trunk' } as const
  return trunk === undefined
    ? [{ ...use, port: router.model.trunk, at: inside(router.origin, 'model'), implied: true }]
    : [{ ...use, port: trunk, at: inside(router.origin, 'trunk') }]
}

function desksOf({ router, cores, declared }: Site): PortUse[] {
  if (declared.status === 'retired') return []
  return [router, ...cores].flatMap(owner =>
    Object.keys(owner.declared.desks).map(
      (port): PortUse => ({
        router: owner,
        port,
        share: { kind: 'alone' },
        user: 'desk',
        at: keyInside(owner.origin, 'desks', port),
      }),
    ),
  )
}

function handoffUses({ handoffs, circuits }: Network): PortUse[] {
  const trunks = [...handoffs.values()].flatMap(handoff =>
    handoff.ports.map(
      ({ router, port, origin }): PortUse => ({
        router,
        port,
        share: { kind: 'trunk' },
        user: handoff,
        at: inside(origin, 'port'),
      }),
    ),
  )
  const vlans = [...circuits.values()]
    .filter(({ declared }) => declared.status !== 'retired')
    .flatMap(circuit =>
      (circuit.handoff?.ports ?? []).map(
        ({ router, port }): PortUse => ({
          router,
          port,
          share: { kind: 'vlan', vlan: circuit.declared.hub?.vlan ?? 0 },
          user: circuit.handoff!,
          at: inside(circuit.origin, 'hub', 'vlan'),
        }),
      ),
    )
  return [...trunks, ...vlans]
}

function boughtUse(bought: Bought): PortUse[] {
  if (bought.declared.status === 'retired') return []
  const { router, port } = bought.end
  const [at, vlan] =
    bought.kind === 'uplink'
      ? [inside(bought.origin, 'port'), bought.declared.vlan]
      : [inside(bought.origin, 'site', 'port'), bought.declared.site.vlan]
  return [{ router, port, share: vlan === undefined ? { kind: 'alone' } : { kind: 'vlan', vlan }, user: bought, at }]
}
