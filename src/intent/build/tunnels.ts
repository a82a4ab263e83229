import { addressOf, hostPrefix, type Address } from '../../model/ip.ts'
import type { Plan, RouterPlan, TunnelPlan } from '../../plan/plan.ts'
import { inside } from '../../source/source.ts'
import type { From, Shaper, StaticRoute, Tunnel } from '../intent.ts'
import { underlayName } from './underlays.ts'
import { outerPlaces } from './underlays.ts'
import { inNetwork, recorded } from './places.ts'
import { mtuPlaces } from './ports.ts'
import { compareText } from '../../text/order.ts'

/**
 * A handshake whose timestamp is not later than the last one's is refused (WireGuard's paper, section 5.1), so that a
 * site whose clock fell back in a power cut stays out, time itself lying behind the tunnel. With keepalives a living
 * session is never older than 180 s (section 6.1): longer silence leaves nothing to protect from a replay, and what was
 * remembered may go.
 */
const forgetsAfterSeconds = 240

/**
 * Encrypted tunnels that end at this router. The site begins each, so that it works from behind an address that
 * changes.
 */
export function tunnelsOf(plan: Plan, own: RouterPlan): Tunnel[] {
  return own.tunnels.filter(({ active }) => active).map(tunnel => tunnelOf(plan, own, tunnel))
}

function tunnelOf(plan: Plan, { router }: RouterPlan, tunnel: TunnelPlan): Tunnel {
  const atSite = router.role === 'site'
  const peer = atSite ? tunnel.core : tunnel.site
  const { circuit, kind, ipsecMode, outer, v4, v6, mtu, mssV4, mssV6 } = tunnel
  const local = atSite ? 'site' : 'core'
  const remote = atSite ? 'core' : 'site'
  const inner = [recorded(plan, 'tunnel', circuit.id, tunnel.end, 'v4'), circuit.at('circuit')]
  return {
    id: tunnel.id,
    circuit: circuit.id,
    interface: { value: tunnel.names[local], from: atSite ? [] : [circuit.at('circuit')] },
    kind,
    ipsecMode,
    description: `${circuit.id} to ${peer.id}`,
    initiates: atSite,
    localPort: tunnel.port,
    remotePort: tunnel.port,
    forgetsAfterSeconds: kind === 'wireguard' && !atSite ? forgetsAfterSeconds : undefined,
    underlay: underlayOf(tunnel, router),
    outerLocal: outer[local],
    outerRemote: { value: outer[remote], from: endpointPlaces(plan, tunnel, remote) },
    peer: peer.id,
    peerKey: plan.routers.get(peer.id)?.publicKey,
    key: { secret: kind === 'wireguard' ? `tunnel/${router.id}` : `tunnel/${circuit.id}` },
    v4: { value: v4[local], from: inner },
    v6: { value: v6[local], from: inner },
    peerV4: addressOf(v4[remote]),
    peerV6: addressOf(v6[remote]),
    mtu: { value: mtu, from: mtuPlaces(circuit) },
    mssV4,
    mssV6,

    from: [recorded(plan, 'tunnel', circuit.id, tunnel.end, 'port'), circuit.at('circuit'), circuit.at('service')],
  }
}

/** What decides the outer address of an end. */
function endpointPlaces(plan: Plan, { circuit, uplink }: TunnelPlan, end: 'core' | 'site'): From {
  if (end === 'site') return outerPlaces(plan, circuit, 'site')
  return uplink === undefined ? outerPlaces(plan, circuit, 'hub') : [uplink.at('address', 'v4')]
}

/** Interface below a tunnel at this router. */
function underlayOf({ circuit, core, uplink }: TunnelPlan, router: RouterPlan['router']): string {
  if (router.role === 'site') return underlayName(router, circuit.end.port, circuit.declared.site.vlan)
  if (uplink !== undefined) return underlayName(router, uplink.end.port, uplink.declared.vlan)
  const port = circuit.handoff?.ports.find(end => end.router.id === core.id)?.port ?? ''
  return underlayName(router, port, circuit.declared.hub?.vlan)
}

/**
 * Host routes to the far ends of tunnels where the circuit is routed, so that a default learnt inside a tunnel never
 * carries the tunnel itself; on metro-ethernet both ends are neighbours.
 */
export function tunnelRoutes(plan: Plan, own: RouterPlan): StaticRoute[] {
  const routes = own.tunnels.filter(({ active }) => active).flatMap(tunnel => routeTo(plan, own, tunnel))
  const byTarget = new Map(routes.map(route => [`${route.to.bits}`, route]))
  return [...byTarget.values()]
}

function routeTo(plan: Plan, { router }: RouterPlan, tunnel: TunnelPlan): StaticRoute[] {
  const { circuit, outer, uplink } = tunnel
  const lease = plan.leases.get(circuit.id)
  const from = [...endpointPlaces(plan, tunnel, router.role === 'site' ? 'core' : 'site'), circuit.at('service')]
  if (router.role === 'site') {
    const to = hostPrefix(outer.core)
    if (lease?.siteV4 === undefined)
      return [{ to, via: 'dhcp', interface: underlayOf(tunnel, router), why: 'tunnel-end', from }]
    return lease.siteGateway === undefined ? [] : [{ to, via: lease.siteGateway, why: 'tunnel-end', from }]
  }
  const gateway: Address | undefined =
    uplink === undefined
      ? lease?.hubEnds.find(end => end.router.id === router.id)?.gateway
      : plan.uplinks.get(uplink.id)?.gateway
  return outer.site === undefined || gateway === undefined
    ? []
    : [{ to: hostPrefix(outer.site), via: gateway, why: 'tunnel-end', from }]
}

/**
 * Both ends hold a leased circuit to the bandwidth that was bought, and serve voice first. Classes are the zones'
 * aggregate pools, so that one more site adds no line to a core's classification.
 */
export function shapersOf(plan: Plan, own: RouterPlan): Shaper[] {
  const local = own.router.role === 'site' ? 'site' : 'core'
  const classes = classesOf(plan)
  return own.tunnels
    .filter(({ active }) => active)
    .map((tunnel): Shaper => {
      const zones = new Set(
        (plan.routers.get(tunnel.site.id)?.segments ?? [])
          .filter(({ active }) => active)
          .map(({ zone }) => zone.zone.id),
      )
      return {
        interface: tunnel.names[local],
        rateKbps: tunnel.shapeKbps,
        match: local === 'site' ? 'source' : 'destination',
        classes: classes.filter(({ name }) => zones.has(name)),
        from: [tunnel.circuit.at('bandwidthMbps')],
      }
    })
}

/** A zone goes as early as the most urgent kind of segment in it. */
function classesOf({ network, zones }: Plan): Shaper['classes'] {
  const kinds = Map.groupBy(network.segmentKinds.values(), ({ zone }) => zone.id)
  const classes = [...zones.values()].flatMap(({ zone, v4, v6 }) => {
    const urgent = (kinds.get(zone.id) ?? []).toSorted((a, b) => a.declared.priority - b.declared.priority)[0]
    if (urgent === undefined) return []
    return [
      {
        name: zone.id,
        priority: { value: urgent.declared.priority, from: [inside(urgent.origin, 'priority')] },
        v4,
        v6: { value: v6, from: [inside(zone.origin, 'v6'), inside(urgent.origin, 'priority')] },
        from: [inside(zone.origin, 'v4'), inside(urgent.origin, 'priority')],
      },
    ]
  })
  return classes.sort((a, b) => a.priority.value - b.priority.value || compareText(a.name, b.name))
}

/** Routes to nowhere that a core announces, so that what it does not know in detail ends here. */
export function anchorsOf(plan: Plan, { router, uplinks }: RouterPlan): StaticRoute[] {
  if (router.role !== 'core') return []
  const { network, aggregateV4, ula } = plan
  const summaryV4: StaticRoute = {
    to: aggregateV4,
    via: 'drop',
    why: 'summary',
    from: [inNetwork(network, 'addressing', 'v4')],
  }
  const summaryV6: StaticRoute = {
    to: ula,
    via: 'drop',
    why: 'summary',
    from: network.declared.addressing.v6 === undefined ? [] : [inNetwork(network, 'addressing', 'v6')],
  }
  const pools = uplinks
    .filter(({ active }) => active)
    .flatMap(({ uplink, natPool, prefixV6 }): StaticRoute[] => [
      { to: natPool, via: 'drop', why: 'nat-pool', from: [uplink.at('natPool')] },
      ...(prefixV6 === undefined
        ? []
        : [{ to: prefixV6, via: 'drop' as const, why: 'nat-pool' as const, from: [uplink.at('prefixV6')] }]),
    ])
  return [summaryV4, summaryV6, ...pools]
}
