import { addressOf, type Address } from '../model/ip.ts'
import type { Circuit } from '../model/network.ts'
import type { LeasePlan, Plan, RouterPlan, SegmentPlan, UplinkPlan } from '../plan/plan.ts'
import { inside, type Place } from '../source/source.ts'
import { must } from './identity.ts'
import type { Access, Dhcp, FibreLink, From, Port, Segment, Subinterface, Underlay, UplinkIntent } from './intent.ts'
import { given, inNetwork, nameOf, recorded } from './places.ts'
import { byText } from '../text/order.ts'

/** Ports in use, each with what it is used for. */
export function portsOf(plan: Plan, own: RouterPlan): Port[] {
  const { router, site } = own
  const ports: Port[] = []
  for (const { link, side, port, peer } of own.links) {
    if (!link.active) continue
    const { route, mtu } = link
    ports.push({
      name: port,
      use: route.declared.patchM === undefined ? 'fibre' : 'patch',
      description: `${route.id} to ${peer.id}`,
      mtu,
      from: [inside(route.origin, 'route'), inside(route[side].origin, 'port')],
      nameFrom: [inside(route[side].origin, 'port')],
      mtuFrom: mtu === usualMtu ? [] : [inside(route.origin, 'mtu')],
    })
  }
  for (const lease of own.leases) {
    if (!lease.active) continue
    const { circuit } = lease
    if (router.role === 'site')
      ports.push({
        name: circuit.end.port,
        use: 'leased',
        description: `${circuit.id} ${circuit.provider.id} ${circuit.declared.providerRef}`,
        mtu: circuit.declared.mtu,
        from: [inside(circuit.origin, 'providerRef'), inside(circuit.end.origin, 'port')],
        nameFrom: [inside(circuit.end.origin, 'port')],
        mtuFrom: mtuPlaces(circuit),
      })
  }
  for (const handoff of plan.network.handoffs.values()) {
    for (const end of handoff.ports)
      if (end.router.id === router.id)
        ports.push({
          name: end.port,
          use: 'handoff',
          description: `${handoff.id} from ${handoff.provider.id}`,
          mtu: 1500,
          from: [inside(end.origin, 'port')],
        })
  }
  for (const { uplink, active } of own.uplinks)
    if (active)
      ports.push({
        name: uplink.end.port,
        use: 'uplink',
        description: `${uplink.id} ${uplink.provider.id} ${uplink.declared.providerRef}`,
        mtu: 1500,
        from: [inside(uplink.origin, 'providerRef'), inside(uplink.origin, 'port')],
        nameFrom: [inside(uplink.origin, 'port')],
        mtuFrom: [],
      })
  if (router.role === 'site') {
    const trunk = router.declared.trunk ?? router.model.trunk
    ports.push({
      name: trunk,
      use: 'trunk',
      description: `access switch of ${site.id}`,
      mtu: 1500,
      from: [inside(site.origin, 'site'), trunkPlace(own)],
      nameFrom: [trunkPlace(own)],
      mtuFrom: [],
    })
    for (const port of Object.keys(router.declared.desks).sort())
      ports.push({
        name: port,
        use: 'desk',
        description: `desk, ${router.declared.desks[port] as string}`,
        mtu: 1500,
        from: [inside(router.origin, 'desks', port)],
      })
  }
  return onePerName(ports)
}

function trunkPlace({ router }: RouterPlan): Place {
  return router.declared.trunk === undefined ? inside(router.origin, 'model') : inside(router.origin, 'trunk')
}

/** What a port or a circuit has unless its file says otherwise. */
const usualMtu = 1500

export function mtuPlaces({ declared, origin }: Circuit): From {
  return declared.mtu === usualMtu ? [] : [inside(origin, 'mtu')]
}

/** A trunk that several things share is one port; a rule has said so where it may not be shared. */
function onePerName(ports: readonly Port[]): Port[] {
  const byName = new Map<string, Port>()
  for (const port of ports) if (!byName.has(port.name)) byName.set(port.name, port)
  return [...byName.values()].sort(byText(({ name }) => name))
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
      found.push({
        interface: names.subinterface(circuit.end.port, vlanAtSite),
        port: circuit.end.port,
        vlan: vlanAtSite,
        description: circuit.id,
        mtu: circuit.declared.mtu,
        from: [inside(circuit.end.origin, 'vlan')],
      })
    }
    for (const end of hubEnds) {
      if (end.router.id === router.id)
        found.push({
          interface: names.subinterface(end.port, end.vlan),
          port: end.port,
          vlan: end.vlan,
          description: circuit.id,
          mtu: circuit.declared.mtu,
          from: [inside(circuit.origin, 'hub', 'vlan')],
        })
    }
  }
  for (const { uplink, active } of own.uplinks) {
    const vlan = uplink.declared.vlan
    if (active && vlan !== undefined)
      found.push({
        interface: names.subinterface(uplink.end.port, vlan),
        port: uplink.end.port,
        vlan,
        description: uplink.id,
        mtu: 1500,
        from: [inside(uplink.origin, 'vlan')],
      })
  }
  return found
}

export function accessOf(plan: Plan, own: RouterPlan): Access | undefined {
  const active = own.segments.filter(segment => segment.active)
  if (active.length === 0) return undefined
  return {
    trunk: own.router.declared.trunk ?? own.router.model.trunk,
    trunkFrom: [trunkPlace(own)],
    segments: active.map(segment => segmentOf(plan, own, segment)),
  }
}

function segmentOf(plan: Plan, { router, site }: RouterPlan, segment: SegmentPlan): Segment {
  const { network } = plan
  const { use, id, vlan, zone } = segment
  const { catalogue } = use
  const addressV6From = [recorded(plan, 'segment', site.id, id, 'v6'), inside(zone.zone.origin, 'v6')]
  const guest = zone.zone.declared.kind === 'guest'
  const desks = Object.entries(router.declared.desks)
    .filter(([, name]) => name === id)
    .map(([port]) => port)
    .sort()
  return {
    id,
    interface: router.platform.names.segment({ id, vlan }),
    description:
      use.tenant === undefined
        ? `${catalogue.declared.name}, ${site.declared.name}`
        : `${catalogue.declared.name}, ${use.tenant.declared.name}`,
    descriptionFrom: [
      inside(use.tenant === undefined ? site.origin : use.tenant.origin, 'name'),
      inside(catalogue.origin, 'name'),
    ],
    vlan,
    vlanFrom: vlanPlaces(plan, segment),
    zone: zone.zone.id,
    zoneFrom: [inside(catalogue.origin, 'zone')],
    v4: segment.gatewayV4,
    v6: segment.gatewayV6,
    addressFrom: addressPlaces(plan, segment),
    addressV6From,
    priority: segment.priority,
    priorityFrom: [inside(catalogue.origin, 'priority')],
    desks: desks.map(port => ({ port, from: [inside(router.origin, 'desks', port)] })),
    dhcp: dhcpOf(plan, segment),
    dnsV6: guest ? [addressOf(segment.gatewayV6)] : (network.declared.services.dns.v6 ?? []).map(must),
    dnsV6From: guest ? addressV6From : given(inNetwork(network, 'services', 'dns', 'v6', 0)),
  }
}

/** A prefix that the site's file asks for, or the one recorded for as many hosts as it names. */
export function addressPlaces(plan: Plan, { site, use, id, zone }: SegmentPlan): From {
  return use.declared.v4 === undefined
    ? [recorded(plan, 'segment', site.id, id, 'v4'), use.hostsAt, inside(zone.zone.origin, 'v4')]
    : [inside(use.origin, 'v4'), use.hostsAt]
}

function vlanPlaces(plan: Plan, { site, use, id }: SegmentPlan): From {
  const tenant = use.tenant === undefined ? [] : [inside(use.origin, 'tenant')]
  if (use.declared.vlan !== undefined) return [inside(use.origin, 'vlan'), ...tenant]
  return use.tenant === undefined
    ? [inside(use.catalogue.origin, 'vlan')]
    : [recorded(plan, 'segment', site.id, id, 'vlan'), ...tenant]
}

/** Guests ask the router for names, since they reach nothing of the government's; everyone else asks the servers. */
function dhcpOf(plan: Plan, segment: SegmentPlan): Dhcp | undefined {
  const { network } = plan
  if (segment.dhcp === undefined) return undefined
  const { catalogue } = segment.use
  const guest = segment.zone.zone.declared.kind === 'guest'
  const { dns, ntp } = network.declared.services
  const { leaseHours, tftp } = catalogue.declared
  return {
    ...segment.dhcp,
    gateway: addressOf(segment.gatewayV4),
    dns: guest ? [addressOf(segment.gatewayV4)] : dns.v4.map(must),
    dnsFrom: guest ? addressPlaces(plan, segment) : [inNetwork(network, 'services', 'dns', 'v4', 0)],
    ntp: guest ? [] : ntp.v4.map(must),
    ntpFrom: [inNetwork(network, 'services', 'ntp', 'v4', 0)],
    leaseHours,
    leaseFrom: given(inside(catalogue.origin, 'leaseHours')),
    tftp: tftp === undefined ? undefined : must(tftp),
    tftpFrom: [inside(catalogue.origin, 'tftp')],
    sizeFrom: [segment.use.declared.v4 === undefined ? segment.use.hostsAt : inside(segment.use.origin, 'v4')],
    from: [...addressPlaces(plan, segment), ...given(inside(catalogue.origin, 'dhcp'))],
  }
}

export function fibreOf(plan: Plan, own: RouterPlan): FibreLink[] {
  const { network } = plan
  const { routing } = network.declared
  const at = (...steps: string[]): Place => inNetwork(network, 'routing', ...steps)
  return own.links
    .filter(({ link }) => link.active)
    .map(({ link, side, peer, port, v4, v6, peerV4, peerV6 }): FibreLink => {
      const { route } = link
      return {
        id: route.id,
        interface: port,
        peer: peer.id,
        v4,
        v6,
        peerV4: addressOf(peerV4),
        peerV6: addressOf(peerV6),
        cost: link.cost,
        mtu: link.mtu,
        costFrom: [
          inside(route.origin, route.declared.costFactor === undefined ? 'speedMbps' : 'costFactor'),
          ...given(at('referenceMbps')),
        ],
        authentication: link.ospf,
        authentication3: link.ospf3,
        key: { secret: routing.ospfKey.secret },
        keyFrom: [at('ospfKey', 'secret')],
        bfd: { ...routing.fibreBfd, from: given(at('fibreBfd', 'intervalMs'), at('fibreBfd', 'multiplier')) },
        interfaceFrom: [inside(route[side].origin, 'port')], // A core's name is in every tunnel to it; what a link to it says is told by the port.
        peerFrom: [peer.role === 'core' ? inside(route[side].origin, 'port') : nameOf(network, peer)],
        from: [
          route.declared.v4 === undefined ? recorded(plan, 'link', route.id, 'v4') : inside(route.origin, 'v4'),
          inside(route.origin, 'route'),
        ],
      }
    })
}

/** The provider's side of this router's circuits. */
export function underlaysOf(plan: Plan, own: RouterPlan): Underlay[] {
  return own.leases
    .filter(({ active }) => active)
    .flatMap(lease => (own.router.role === 'core' ? hubUnderlays(plan, own, lease) : siteUnderlay(plan, own, lease)))
}

function siteUnderlay(plan: Plan, { router }: RouterPlan, { circuit, siteV4 }: LeasePlan): Underlay[] {
  const { vlan } = circuit.declared.site
  const interfaceFrom = [inside(circuit.end.origin, vlan === undefined ? 'port' : 'vlan')]
  return [
    {
      circuit: circuit.id,
      interface: underlayName(router, circuit.end.port, vlan),
      v4: siteV4,
      description: circuit.id,
      interfaceFrom,
      from: [
        ...outerPlaces(plan, circuit, 'site'),
        ...(siteV4 === undefined ? interfaceFrom : []),
        inside(circuit.origin, 'service'),
      ],
    },
  ]
}

/** What decides a circuit's outer address at an end: the address that its file gives, or the transfer prefix recorded; nothing where it comes at run time. */
export function outerPlaces(plan: Plan, { id, declared, end }: Circuit, at: 'hub' | 'site'): From {
  if (declared.service === 'metro-ethernet') return [recorded(plan, 'transfer', id, 'vlan', 'v4')]
  if (declared.service === 'ip-vpn') return [recorded(plan, 'transfer', id, at, 'v4')]
  return declared.site.address?.kind === 'fixed' ? [inside(end.origin, 'address', 'v4')] : []
}

function hubUnderlays(plan: Plan, { router }: RouterPlan, { circuit, hubEnds }: LeasePlan): Underlay[] {
  return hubEnds
    .filter(end => end.router.id === router.id)
    .map(({ port, vlan, v4 }) => ({
      circuit: circuit.id,
      interface: router.platform.names.subinterface(port, vlan),
      v4,
      description: circuit.id,
      interfaceFrom: [inside(circuit.origin, 'hub', 'vlan')],
      from: [
        ...outerPlaces(plan, circuit, 'hub'),
        inside(circuit.origin, 'hub', 'vlan'),
        inside(circuit.origin, 'service'),
      ],
    }))
}

/** The port itself, or the VLAN on it where the provider tags. */
export function underlayName(router: RouterPlan['router'], port: string, vlan: number | undefined): string {
  return vlan === undefined ? port : router.platform.names.subinterface(port, vlan)
}

export function uplinkIntents({ router, uplinks }: RouterPlan): UplinkIntent[] {
  return uplinks
    .filter(({ active }) => active)
    .map(({ uplink, v4, gateway, v6, gatewayV6 }: UplinkPlan): UplinkIntent => {
      const { routing, vlan, port, providerRef } = uplink.declared
      const probe: Address | undefined = routing.kind === 'static' ? must(routing.probe) : undefined
      return {
        id: uplink.id,
        interface: underlayName(router, port, vlan),
        description: `${uplink.id} ${providerRef}`,
        v4,
        gateway,
        v6,
        gatewayV6,
        probe,
        probeFrom: [inside(uplink.origin, 'routing', probe === undefined ? 'kind' : 'probe')],
        from: [inside(uplink.origin, 'address', 'v4'), inside(uplink.origin, 'address', 'gateway')],
        interfaceFrom: [inside(uplink.origin, vlan === undefined ? 'port' : 'vlan')],
        gatewayFrom: [inside(uplink.origin, 'address', 'gateway')],
        gatewayV6From: [inside(uplink.origin, 'address', 'gatewayV6')],
        v6From: [inside(uplink.origin, 'address', 'v6')],
      }
    })
}
