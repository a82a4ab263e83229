import { addressOf } from '../../model/ip.ts'
import type { Plan, RouterPlan, SegmentPlan } from '../../plan/plan.ts'
import { keysOf } from './link-keys.ts'
import { inside, type Place } from '../../source/source.ts'
import { must } from './identity.ts'
import type { Access, Dhcp, FibreLink, From, Segment, Subinterface } from '../intent.ts'
import { given, inNetwork, nameOf, recorded } from './places.ts'
import { usualMtu } from '../decided.ts'
import { trunkPlace } from './ports.ts'

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
          from: [circuit.at('hub', 'vlan')],
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
        mtu: usualMtu,
        from: [uplink.at('vlan')],
      })
  }
  return found
}

export function accessOf(plan: Plan, own: RouterPlan): Access | undefined {
  const active = own.segments.filter(segment => segment.active)
  if (active.length === 0) return undefined
  return {
    trunk: { value: own.router.declared.trunk ?? own.router.model.trunk, from: [trunkPlace(own)] },
    segments: active.map(segment => segmentOf(plan, own, segment)),
  }
}

function segmentOf(plan: Plan, { router, site }: RouterPlan, segment: SegmentPlan): Segment {
  const { network } = plan
  const { use, id, vlan, zone } = segment
  const { catalogue } = use
  const fromV6 = [recorded(plan, 'segment', site.id, id, 'v6'), inside(zone.zone.origin, 'v6')]
  const guest = zone.zone.declared.kind === 'guest'
  const desks = Object.entries(router.declared.desks)
    .filter(([, name]) => name === id)
    .map(([port]) => port)
    .sort()
  return {
    id,
    interface: router.platform.names.segment({ id, vlan }),
    description: {
      value:
        use.tenant === undefined
          ? `${catalogue.declared.name}, ${site.declared.name}`
          : `${catalogue.declared.name}, ${use.tenant.declared.name}`,
      from: [
        inside(use.tenant === undefined ? site.origin : use.tenant.origin, 'name'),
        inside(catalogue.origin, 'name'),
      ],
    },
    vlan: { value: vlan, from: vlanPlaces(plan, segment) },
    zone: { value: zone.zone.id, from: [inside(catalogue.origin, 'zone')] },
    v4: { value: segment.gatewayV4, from: addressPlaces(plan, segment) },
    v6: { value: segment.gatewayV6, from: fromV6 },
    priority: { value: segment.priority, from: [inside(catalogue.origin, 'priority')] },
    desks: desks.map(port => ({ value: port, from: [inside(router.origin, 'desks', port)] })),
    dhcp: dhcpOf(plan, segment),
    dnsV6: {
      value: guest ? [addressOf(segment.gatewayV6)] : (network.declared.services.dns.v6 ?? []).map(must),
      from: guest ? fromV6 : given(inNetwork(network, 'services', 'dns', 'v6', 0)),
    },
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
    dns: {
      value: guest ? [addressOf(segment.gatewayV4)] : dns.v4.map(must),
      from: guest ? addressPlaces(plan, segment) : [inNetwork(network, 'services', 'dns', 'v4', 0)],
    },
    ntp: { value: guest ? [] : ntp.v4.map(must), from: [inNetwork(network, 'services', 'ntp', 'v4', 0)] },
    leaseHours: { value: leaseHours, from: given(inside(catalogue.origin, 'leaseHours')) },
    tftp: { value: tftp === undefined ? undefined : must(tftp), from: [inside(catalogue.origin, 'tftp')] },
    poolSize: {
      value: segment.dhcp.last.bits - segment.dhcp.first.bits + 1n,
      from: [segment.use.declared.v4 === undefined ? segment.use.hostsAt : inside(segment.use.origin, 'v4')],
    },
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
        interface: { value: port, from: [inside(route[side].origin, 'port')] },
        // A core's name is in every tunnel to it; what a link to it says is told by the port.
        peer: {
          value: peer.id,
          from: [peer.role === 'core' ? inside(route[side].origin, 'port') : nameOf(network, peer)],
        },
        v4,
        v6,
        peerV4: addressOf(peerV4),
        peerV6: addressOf(peerV6),
        cost: {
          value: link.cost,
          from: [
            inside(route.origin, route.declared.costFactor === undefined ? 'speedMbps' : 'costFactor'),
            ...given(at('referenceMbps')),
          ],
        },
        mtu: link.mtu,

        authentication: link.ospf,
        authentication3: link.ospf3,
        ...keysOf(plan, link, own.router.dialect),
        bfd: { ...routing.fibreBfd, from: given(at('fibreBfd', 'intervalMs'), at('fibreBfd', 'multiplier')) },
        from: [
          route.declared.v4 === undefined ? recorded(plan, 'link', route.id, 'v4') : inside(route.origin, 'v4'),
          inside(route.origin, 'route'),
        ],
      }
    })
}
