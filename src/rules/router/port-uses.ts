import type { Bought, Named, Network, Router, Site } from '../../model/network.ts'
import { inside, keyInside, type Place } from '../../source/source.ts'
import type { Period } from '../../model/scalars.ts'
import { localAccessOf } from '../../plan/local-access.ts'
import { standingEach, worldOf } from '../../source/recorded.ts'
import { remembered } from '../../source/remembered.ts'
import { circuitTermsOf } from '../circuit/bought.ts'

/**
 * How a port is used: alone, as one VLAN of it, or as a hand-off's trunk, which shares its port with single VLANs but
 * not with another trunk.
 */
type Share = { readonly kind: 'alone' } | { readonly kind: 'vlan'; readonly vlan: number } | { readonly kind: 'trunk' }

export interface PortUse {
  readonly router: Router
  readonly port: string
  readonly share: Share
  readonly user: Named | 'trunk' | 'desk' | 'local'
  readonly at: Place
  /** Days on which it is used; always, where nothing says otherwise. */
  readonly period?: Period
  /** True where the port follows from the model and nobody wrote it. */
  readonly implied?: true
}

/**
 * Every use of every router port; what is retired uses none. Those that nobody wrote come first, so that a clash is
 * shown where somebody wrote.
 */
export const portUses: (network: Network) => readonly PortUse[] = remembered(network => [
  ...usesOfEach(worldOf(network), network.sites.values(), site => [
    ...trunkOf(site),
    ...localOf(network, site),
    ...desksOf(site),
  ]).flat(),
  ...leasedUses(network),
  ...routeUses(network),
])

const usesOfEach = standingEach<Site, readonly PortUse[]>()

/** They stand while sites change. */
const leasedUses = remembered((network: Network): readonly PortUse[] => [
  ...handoffUses(network),
  ...[...network.uplinks.values(), ...network.circuits.values()].flatMap(boughtUse),
])

const routeUses = remembered(({ routes }: Network): readonly PortUse[] =>
  [...routes.values()]
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
)

function trunkOf({ router, segments, declared }: Site): PortUse[] {
  if (segments.length === 0 || declared.status === 'retired') return []
  const { trunk } = router.declared
  const use = { router, share: { kind: 'alone' }, user: 'trunk' } as const
  return trunk === undefined
    ? [{ ...use, port: router.model.trunk, at: inside(router.origin, 'model'), implied: true }]
    : [{ ...use, port: trunk, at: inside(router.origin, 'trunk') }]
}

function localOf(network: Network, { router, cores, declared }: Site): PortUse[] {
  if (declared.status === 'retired') return []
  return (cores.length > 0 ? cores : [router]).flatMap((owner): PortUse[] => {
    const local = localAccessOf(network, owner)
    if (local === undefined) return []
    const use = { router: owner, port: local.port, share: { kind: 'alone' }, user: 'local', at: local.at } as const
    return owner.declared.localPort === undefined ? [{ ...use, implied: true }] : [use]
  })
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
  const vlans = [...circuits.values()].flatMap(circuitTermsOf).flatMap(({ term }) =>
    (term.handoff?.ports ?? []).map(
      ({ router, port }): PortUse => ({
        router,
        port,
        share: { kind: 'vlan', vlan: term.declared.hub?.vlan ?? 0 },
        user: term.handoff!,
        at: term.at('hub', 'vlan'),
        period: term.period,
      }),
    ),
  )
  return [...trunks, ...vlans]
}

/** One use for each term in which it is on another port or VLAN. */
function boughtUse(bought: Bought): PortUse[] {
  const uses =
    bought.kind === 'uplink'
      ? bought.terms.map(term => ({ term, at: term.at('port'), vlan: term.declared.vlan }))
      : bought.terms.map(term => ({ term, at: term.at('site', 'port'), vlan: term.declared.site.vlan }))
  return uses
    .filter(({ term }) => term.declared.status !== 'retired')
    .map(({ term: { end, period }, at, vlan }): PortUse => {
      const share = vlan === undefined ? ({ kind: 'alone' } as const) : ({ kind: 'vlan', vlan } as const)
      return { router: end.router, port: end.port, share, user: bought, at, period }
    })
}
