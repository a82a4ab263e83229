import { addressOf, type Address } from '../model/ip.ts'
import type { Network } from '../model/network.ts'
import type { LeasePlan, Plan, RouterPlan, SegmentPlan, UplinkPlan } from '../plan/plan.ts'
import { inside, type Place } from '../source/source.ts'
import { must } from './identity.ts'
import type { Access, Dhcp, FibreLink, Port, Segment, Subinterface, Underlay, UplinkIntent } from './intent.ts'
import { inNetwork } from './places.ts'

/** Ports in use, each with what it is used for. */
export function portsOf(plan: Plan, own: RouterPlan): Port[] {
  const { router, site } = own
  const ports: Port[] = []
  for (const { link, side, port, peer } of own.links) {
    if (!link.active) continue
    const { route, mtu } = link
    ports.push({ name: port, use: route.declared.patchM === undefined ? 'fibre' : 'patch', description: `${route.id} to ${peer.id}`, mtu, from: [inside(route[side].origin, 'port'), inside(route.origin, 'mtu')] })
  }
  for (const lease of own.leases) {
    if (!lease.active) continue
    const { circuit } = lease
    if (router.role === 'site') ports.push({ name: circuit.end.port, use: 'leased', description: `${circuit.id} ${circuit.provider.id} ${circuit.declared.providerRef}`, mtu: circuit.declared.mtu, from: [inside(circuit.end.origin, 'port'), inside(circuit.origin, 'providerRef')] })
  }
  for (const handoff of plan.network.handoffs.values()) {
    for (const end of handoff.ports) if (end.router.id === router.id) ports.push({ name: end.port, use: 'handoff', description: `${handoff.id} from ${handoff.provider.id}`, mtu: 1500, from: [inside(end.origin, 'port')] })
  }
  for (const { uplink, active } of own.uplinks) if (active) ports.push({ name: uplink.end.port, use: 'uplink', description: `${uplink.id} ${uplink.provider.id} ${uplink.declared.providerRef}`, mtu: 1500, from: [inside(uplink.origin, 'port'), inside(uplink.origin, 'providerRef')] })
  if (router.role === 'site') {
    const trunk = router.declared.trunk ?? router.model.trunk
    ports.push({ name: trunk, use: 'trunk', description: `access switch of ${site.id}`, mtu: 1500, from: [trunkPlace(own)] })
    for (const port of Object.keys(router.declared.desks).sort()) ports.push({ name: port, use: 'desk', description: `desk, ${router.declared.desks[port] as string}`, mtu: 1500, from: [inside(router.origin, 'desks', port)] })
  }
  return onePerName(ports)
}

function trunkPlace({ router }: RouterPlan): Place {
  return router.declared.trunk === undefined ? inside(router.origin, 'model') : inside(router.origin, 'trunk')
}

/** A trunk that several things share is one port; a rule has said so where it may not be shared. */
function onePerName(ports: readonly Port[]): Port[] {
  const byName = new Map<string, Port>()
  for (const port of ports) if (!byName.has(port.name)) byName.set(port.name, port)
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** VLANs on routed ports: circuits of a hand-off, and leased ports and uplinks that the provider tags. */
export function subinterfacesOf(own: RouterPlan): Subinterface[] {
  const { router } = own
  const names = router.platform.names
  const found: Subinterface[] = []
  for (const { circuit, hubEnds, active } of own.leases) {
    if (!active) continue
    const vlanAtSite = circuit.declared.site.vlan
    if (router.role === 'site' && vlanAtSite !== undefined) {
      found.push({ interface: names.subinterface(circuit.end.port, vlanAtSite), port: circuit.end.port, vlan: vlanAtSite, description: circuit.id, mtu: circuit.declared.mtu, from: [inside(circuit.end.origin, 'vlan')] })
    }
    for (const end of hubEnds) {
      if (end.router.id === router.id) found.push({ interface: names.subinterface(end.port, end.vlan), port: end.port, vlan: end.vlan, description: circuit.id, mtu: circuit.declared.mtu, from: [inside(circuit.origin, 'hub', 'vlan')] })
    }
  }
  for (const { uplink, active } of own.uplinks) {
    const vlan = uplink.declared.vlan
    if (active && vlan !== undefined) found.push({ interface: names.subinterface(uplink.end.port, vlan), port: uplink.end.port, vlan, description: uplink.id, mtu: 1500, from: [inside(uplink.origin, 'vlan')] })
  }
  return found
}

export function accessOf(plan: Plan, own: RouterPlan): Access | undefined {
  const active = own.segments.filter(segment => segment.active)
  if (active.length === 0) return undefined
  return { trunk: own.router.declared.trunk ?? own.router.model.trunk, trunkFrom: [trunkPlace(own)], segments: active.map(segment => segmentOf(plan.network, own, segment)) }
}

function segmentOf(network: Network, { router, site }: RouterPlan, segment: SegmentPlan): Segment {
  const { use, id, vlan, zone } = segment
  const { catalogue } = use
  const vlanFrom = use.declared.vlan === undefined ? (use.tenant === undefined ? inside(catalogue.origin, 'vlan') : inside(use.origin, 'tenant')) : inside(use.origin, 'vlan')
  const addressFrom = use.declared.v4 === undefined ? [use.hostsAt, inside(zone.zone.origin, 'v4')] : [inside(use.origin, 'v4'), use.hostsAt]
  const desks = Object.entries(router.declared.desks).filter(([, name]) => name === id).map(([port]) => port).sort()
  return {
    id, interface: router.platform.names.segment({ id, vlan }), description: use.tenant === undefined ? `${catalogue.declared.name}, ${site.declared.name}` : `${catalogue.declared.name}, ${use.tenant.declared.name}`,
    vlan, vlanFrom: [vlanFrom], zone: zone.zone.id, zoneFrom: [inside(catalogue.origin, 'zone')], v4: segment.gatewayV4, v6: segment.gatewayV6, addressFrom,
    priority: segment.priority, priorityFrom: [inside(catalogue.origin, 'priority')], desks: desks.map(port => ({ port, from: [inside(router.origin, 'desks', port)] })),
    dhcp: dhcpOf(network, segment), dnsV6: zone.zone.declared.kind === 'guest' ? [addressOf(segment.gatewayV6)] : (network.declared.services.dns.v6 ?? []).map(must),
  }
}

/** Guests ask the router for names, since they reach nothing of the government's; everyone else asks the servers. */
function dhcpOf(network: Network, segment: SegmentPlan): Dhcp | undefined {
  if (segment.dhcp === undefined) return undefined
  const { catalogue } = segment.use
  const guest = segment.zone.zone.declared.kind === 'guest'
  const { dns, ntp } = network.declared.services
  const { leaseHours, tftp } = catalogue.declared
  return {
    ...segment.dhcp, gateway: addressOf(segment.gatewayV4), dns: guest ? [addressOf(segment.gatewayV4)] : dns.v4.map(must), dnsFrom: guest ? [inside(segment.zone.zone.origin, 'kind')] : [inNetwork(network, 'services', 'dns', 'v4', 0)],
    ntp: guest ? [] : ntp.v4.map(must), leaseHours, leaseFrom: [inside(catalogue.origin, 'leaseHours')], tftp: tftp === undefined ? undefined : must(tftp), tftpFrom: [inside(catalogue.origin, 'tftp')],
    from: [segment.use.hostsAt, inside(catalogue.origin, 'dhcp')],
  }
}

export function fibreOf(network: Network, own: RouterPlan): FibreLink[] {
  const { routing } = network.declared
  const at = (...steps: string[]): Place => inNetwork(network, 'routing', ...steps)
  return own.links.filter(({ link }) => link.active).map(({ link, side, peer, port, v4, v6, peerV4, peerV6 }): FibreLink => {
    const { route } = link
    return {
      id: route.id, interface: port, peer: peer.id, v4, v6, peerV4: addressOf(peerV4), peerV6: addressOf(peerV6), cost: link.cost, mtu: link.mtu,
      costFrom: [inside(route.origin, route.declared.costFactor === undefined ? 'speedMbps' : 'costFactor'), at('referenceMbps')],
      authentication: link.ospf, authentication3: link.ospf3, key: { secret: routing.ospfKey.secret }, keyFrom: [at('ospfKey', 'secret')],
      bfd: { ...routing.fibreBfd, from: [at('fibreBfd', 'intervalMs'), at('fibreBfd', 'multiplier')] },
      from: [route.declared.v4 === undefined ? inside(route[side].origin, 'port') : inside(route.origin, 'v4'), inside(route.origin, 'route')],
    }
  })
}

/** The provider's side of this router's circuits. */
export function underlaysOf(own: RouterPlan): Underlay[] {
  return own.leases.filter(({ active }) => active).flatMap(lease => (own.router.role === 'core' ? hubUnderlays(own, lease) : siteUnderlay(own, lease)))
}

function siteUnderlay({ router }: RouterPlan, { circuit, siteV4 }: LeasePlan): Underlay[] {
  const { address } = circuit.declared.site
  const from = address === undefined ? inside(circuit.end.origin, 'port') : inside(circuit.end.origin, 'address', address.kind === 'fixed' ? 'v4' : 'kind')
  return [{ circuit: circuit.id, interface: underlayName(router, circuit.end.port, circuit.declared.site.vlan), v4: siteV4, description: circuit.id, from: [from, inside(circuit.origin, 'service')] }]
}

function hubUnderlays({ router }: RouterPlan, { circuit, hubEnds }: LeasePlan): Underlay[] {
  return hubEnds.filter(end => end.router.id === router.id).map(({ port, vlan, v4 }) => ({
    circuit: circuit.id, interface: router.platform.names.subinterface(port, vlan), v4, description: circuit.id, from: [inside(circuit.origin, 'hub', 'vlan'), inside(circuit.origin, 'service')],
  }))
}

/** The port itself, or the VLAN on it where the provider tags. */
export function underlayName(router: RouterPlan['router'], port: string, vlan: number | undefined): string {
  return vlan === undefined ? port : router.platform.names.subinterface(port, vlan)
}

export function uplinkIntents({ router, uplinks }: RouterPlan): UplinkIntent[] {
  return uplinks.filter(({ active }) => active).map(({ uplink, v4, gateway, v6, gatewayV6 }: UplinkPlan): UplinkIntent => {
    const { routing, vlan, port, providerRef } = uplink.declared
    const probe: Address | undefined = routing.kind === 'static' ? must(routing.probe) : undefined
    return {
      id: uplink.id, interface: underlayName(router, port, vlan), description: `${uplink.id} ${providerRef}`, v4, gateway, v6, gatewayV6, probe,
      probeFrom: [inside(uplink.origin, 'routing', probe === undefined ? 'kind' : 'probe')], from: [inside(uplink.origin, 'address', 'v4'), inside(uplink.origin, 'address', 'gateway')],
    }
  })
}
