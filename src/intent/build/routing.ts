import { addressOf, type Prefix } from '../../model/ip.ts'
import type { Plan, RouterPlan, TunnelPlan } from '../../plan/plan.ts'
import { circuitKeyName, coresKeyName } from '../../plan/secret-names.ts'
import { inside, type Place } from '../../source/source.ts'
import type { Bgp, BgpNeighbor, From, RoutePattern } from '../intent.ts'
import { addressPlaces } from './interfaces.ts'
import { loopbackPlace } from './identity.ts'
import { given, inNetwork, nameOf, recorded } from './places.ts'

/** BGP over leased circuits, between the cores, and to providers. A router that has none of these speaks none. */
export function bgpOf(plan: Plan, own: RouterPlan): Bgp | undefined {
  const { network } = plan
  const core = own.router.role === 'core'
  const neighbors = core
    ? [...leasedSites(plan, own), ...otherCores(plan, own), ...providers(plan, own)]
    : hubs(plan, own)
  if (neighbors.length === 0) return undefined
  return {
    as: own.as,
    routerId: { value: addressOf(own.loopbackV4), from: [loopbackPlace(plan, own)] },
    leasedDistance: {
      value: network.declared.routing.leasedDistance,
      from: given(inNetwork(network, 'routing', 'leasedDistance')),
    },
    own: core ? [...summary(plan, []), ...publicPrefixes(own)] : ownPrefixes(plan, own),
    neighbors,
    from: core
      ? [inNetwork(network, 'asNumbers', 'hub'), loopbackPlace(plan, own)]
      : [recorded(plan, 'router', own.router.id, 'as'), loopbackPlace(plan, own), nameOf(network, own.router)],
  }
}

/** What a site announces over a circuit: its own loopback and segments, and nothing that it was told. */
function ownPrefixes(plan: Plan, own: RouterPlan): RoutePattern[] {
  const loopback: From = [loopbackPlace(plan, own), nameOf(plan.network, own.router)]
  const here = own.segments
    .filter(({ active }) => active)
    .flatMap((segment): RoutePattern[] => [
      { prefix: segment.v4, from: addressPlaces(plan, segment) },
      { prefix: segment.v6, from: [recorded(plan, 'segment', segment.site.id, segment.id, 'v6'), segment.use.hostsAt] },
    ])
  return [{ prefix: own.loopbackV4, from: loopback }, { prefix: own.loopbackV6, from: loopback }, ...here]
}

/**
 * The whole network in either family. Everything of IPv6 hangs on the one /48, so that the neighbour tells more about a
 * line with it.
 */
function summary({ network, aggregateV4, ula }: Plan, fromV6: From): RoutePattern[] {
  return [
    { prefix: aggregateV4, from: [inNetwork(network, 'addressing', 'v4')] },
    { prefix: ula, from: fromV6 },
  ]
}

const defaultV4: Prefix = { family: 4, bits: 0n, length: 0 }
const defaultV6: Prefix = { family: 6, bits: 0n, length: 0 }

function defaults(from: From): RoutePattern[] {
  return [
    { prefix: defaultV4, from },
    { prefix: defaultV6, from },
  ]
}

function publicPrefixes({ uplinks }: RouterPlan): RoutePattern[] {
  return uplinks
    .filter(({ active, uplink }) => active && uplink.declared.routing.kind === 'bgp')
    .flatMap(({ uplink, natPool, prefixV6 }): RoutePattern[] => [
      { prefix: natPool, from: [uplink.at('natPool')] },
      ...(prefixV6 === undefined ? [] : [{ prefix: prefixV6, from: [uplink.at('prefixV6')] }]),
    ])
}

function hubs(plan: Plan, own: RouterPlan): BgpNeighbor[] {
  const { network } = plan
  return own.tunnels
    .filter(({ active }) => active)
    .map(
      (tunnel): BgpNeighbor => ({
        ...overTunnel(plan, tunnel, 'site'),
        relation: 'hub',
        description: `${tunnel.core.id} over ${tunnel.circuit.id}`,
        remoteAs: network.declared.asNumbers.hub,
        accepts: [...defaults([rolePlace(tunnel)]), ...summary(plan, [rolePlace(tunnel)])],
        announces: ownPrefixes(plan, own),
        maximumPrefixes: undefined,
      }),
    )
}

function leasedSites(plan: Plan, own: RouterPlan): BgpNeighbor[] {
  const { network } = plan
  return own.tunnels
    .filter(({ active }) => active)
    .flatMap((tunnel): BgpNeighbor[] => {
      const site = plan.routers.get(tunnel.site.id)
      if (site === undefined) return []
      return [
        {
          ...overTunnel(plan, tunnel, 'core'),
          relation: 'leased-site',
          description: `${tunnel.site.id} over ${tunnel.circuit.id}`,
          remoteAs: site.as,
          accepts: ownPrefixes(plan, site),
          announces: [
            ...defaults([inside(tunnel.circuit.origin, 'circuit')]),
            ...summary(plan, [inside(tunnel.circuit.origin, 'circuit')]),
          ],
          maximumPrefixes: network.declared.routing.maximumPrefixes,
        },
      ]
    })
}

/** What decides the preference of routes over a tunnel. */
function rolePlace({ circuit }: TunnelPlan): Place {
  return circuit.at(circuit.declared.preference === undefined ? 'role' : 'preference')
}

type OverTunnel = Pick<
  BgpNeighbor,
  'id' | 'localAs' | 'interface' | 'v4' | 'v6' | 'password' | 'bfd' | 'preference' | 'from'
>

function overTunnel(plan: Plan, tunnel: TunnelPlan, local: 'core' | 'site'): OverTunnel {
  const { network } = plan
  const { circuit, end, names, v4, v6, preference } = tunnel
  const remote = local === 'core' ? 'site' : 'core'
  const { bgpKey, leasedBfd } = network.declared.routing
  const at = (...steps: string[]): Place => inNetwork(network, 'routing', ...steps)
  const from = [recorded(plan, 'tunnel', circuit.id, end, 'v4'), circuit.at('circuit'), circuit.at('role')]
  return {
    id: {
      value: `${local === 'core' ? 'leased' : 'hub'}-${circuit.id}-${end}`,
      from: local === 'core' ? [circuit.at('circuit')] : [],
    },
    localAs: { value: undefined, from: [] },
    interface: names[local],
    v4: { local: addressOf(v4[local]), remote: addressOf(v4[remote]) },
    v6: { value: { local: addressOf(v6[local]), remote: addressOf(v6[remote]) }, from },
    password: { value: { secret: circuitKeyName(bgpKey, circuit.id) }, from: [at('bgpKey', 'secret')] },
    bfd: { ...leasedBfd, from: given(at('leasedBfd', 'intervalMs'), at('leasedBfd', 'multiplier')) },
    preference: { value: preference, from: [rolePlace(tunnel)] },
    from,
  }
}

/** Each core tells the others which leased sites it reaches; over loopbacks, so that any way between them will do. */
function otherCores(plan: Plan, own: RouterPlan): BgpNeighbor[] {
  const { network } = plan
  const { bgpKey } = network.declared.routing
  return network.hub.cores
    .filter(({ id }) => id !== own.router.id)
    .flatMap((core): BgpNeighbor[] => {
      const other = plan.routers.get(core.id)
      if (other === undefined) return []
      const inner: RoutePattern[] = summary(plan, [nameOf(network, core)]).map(({ prefix, from }) => ({
        prefix,
        from,
        upTo: prefix.family === 4 ? 32 : 128,
      }))
      return [
        {
          id: { value: core.id, from: [nameOf(network, core)] },
          relation: 'core',
          description: `core ${core.id}`,
          remoteAs: own.as,
          localAs: { value: undefined, from: [] },
          interface: undefined,
          v4: { local: addressOf(own.loopbackV4), remote: addressOf(other.loopbackV4) },
          v6: {
            value: { local: addressOf(own.loopbackV6), remote: addressOf(other.loopbackV6) },
            from: [nameOf(network, core)],
          },
          password: {
            value: { secret: coresKeyName(bgpKey, own.router.id, core.id) },
            from: [inNetwork(network, 'routing', 'bgpKey', 'secret')],
          },
          bfd: undefined,
          accepts: inner,
          announces: inner,
          preference: { value: 100, from: [nameOf(network, core)] },
          maximumPrefixes: undefined,

          from: [nameOf(network, core)],
        },
      ]
    })
}

/** Towards a provider of an uplink: our public prefixes out, the default in. */
function providers(_plan: Plan, own: RouterPlan): BgpNeighbor[] {
  return own.uplinks.flatMap(({ uplink, v4, gateway, v6, gatewayV6, natPool, prefixV6, active }): BgpNeighbor[] => {
    const { routing } = uplink.declared
    if (!active || routing.kind !== 'bgp') return []
    const at = (...steps: string[]): Place => uplink.at(...steps)
    const sixth =
      prefixV6 === undefined || v6 === undefined || gatewayV6 === undefined
        ? undefined
        : { prefix: prefixV6, local: addressOf(v6), remote: gatewayV6 }
    return [
      {
        id: { value: uplink.id, from: [] },
        relation: 'provider',
        description: `${uplink.provider.id} ${uplink.declared.providerRef}`,
        remoteAs: routing.as,
        localAs: { value: routing.ourAs, from: [at('routing', 'ourAs')] },
        interface: undefined,
        v4: { local: addressOf(v4), remote: gateway },
        v6: {
          value: sixth === undefined ? undefined : { local: sixth.local, remote: sixth.remote },
          from: [at('address', 'gatewayV6'), at('routing', 'as')],
        },
        password: {
          value: routing.password === undefined ? undefined : { secret: routing.password.secret },
          from: [at('routing', 'password', 'secret')],
        },
        bfd: undefined,
        accepts: sixth === undefined ? [{ prefix: defaultV4, from: [] }] : defaults([]),
        announces: [
          { prefix: natPool, from: [at('natPool')] },
          ...(sixth === undefined ? [] : [{ prefix: sixth.prefix, from: [at('prefixV6')] }]),
        ],
        preference: { value: 100, from: [] },
        maximumPrefixes: undefined,

        from: [at('address', 'gateway'), at('routing', 'as')],
      },
    ]
  })
}
