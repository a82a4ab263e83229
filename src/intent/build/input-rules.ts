import { hostPrefix, networkOf } from '../../model/ip.ts'
import type { FilterRule, InterfaceMatch, Management, Tunnel } from '../intent.ts'
import { accept, connections, habit } from './filter-rule.ts'
import { localSet, zoneSet } from './filter-sets.ts'
import type { PolicyInput } from './policy-input.ts'

/** Ports of IANA's registry. */
const portsOf = {
  ssh: [22],
  dns: [53],
  dhcp: [67],
  snmp: [161],
  bgp: [179],
  ike: [500, 4500],
  bfd: [3784, 3785, 4784],
} as const

/** Far above what the NOC's own probes send, far below what troubles a router. */
const icmpLimit = { packetsPerSecond: 50, burst: 100 } as const

/**
 * Discovery shares no limit with anything (RFC 4890, 4.4.1). Echo requests are limited before connections are looked
 * up: a flood of one identifier is one established connection.
 */
const beforeState: readonly FilterRule[] = [
  habit('discovery', 'neighbour-discovery', {
    action: 'accept',
    purpose: 'discovery',
    family: 6,
    protocol: 'icmp',
    icmp: 'discovery',
  }),
  habit('echo', 'icmp', { ...accept, purpose: 'echo', protocol: 'icmp', icmp: 'echo', limit: icmpLimit }),
]

export function inputRules(input: PolicyInput): FilterRule[] {
  const { plan, segments, fibre, tunnels, management } = input
  const { network } = plan
  const backbone = fibre.length + tunnels.length > 0
  const nocHere = [...new Set(segments.map(({ zone }) => zone.value))]
    .filter(zone => network.zones.get(zone)?.declared.kind === 'noc')
    .sort()
  return [
    ...fromTheSpot(management),
    ...beforeState,
    ...connections,
    habit('icmp', 'icmp', { ...accept, purpose: 'icmp', protocol: 'icmp', limit: icmpLimit }),
    ...(backbone ? fromNoc('noc', 'backbone') : []),
    ...nocHere.flatMap(zone => fromNoc(`${zone}-here`, zoneSet(zone))),
    ...(fibre.length > 0
      ? [
          habit('ospf', 'routing-neighbours', {
            ...accept,
            purpose: 'routing-neighbour',
            in: { set: 'backbone' },
            protocol: 'ospf',
          }),
        ]
      : []),
    ...(backbone
      ? [
          habit('bfd', 'routing-neighbours', {
            ...accept,
            purpose: 'routing-neighbour',
            in: { set: 'backbone' },
            protocol: 'udp',
            ports: portsOf.bfd,
          }),
        ]
      : []),
    ...bgpNeighbours(input),
    ...tunnelEnds(tunnels),
    ...hostServices(input),
  ]
}

/**
 * A technician who stands before the router gets in although nothing else of the network lives: on one port, from what
 * is on it.
 */
function fromTheSpot({ local }: Management): FilterRule[] {
  if (local === undefined) return []
  return [
    {
      action: 'accept',
      purpose: 'management',
      family: 4,
      in: { set: localSet },
      source: { prefix: networkOf(local.v4.value) },
      protocol: 'tcp',
      ports: portsOf.ssh,
      name: 'ssh-from-local',
      from: local.v4.from,
    },
  ]
}

/** What hosts may ask of this router: an address, and guests for names. */
function hostServices({ plan: { network }, segments }: PolicyInput): FilterRule[] {
  const dhcpZones = new Set(segments.filter(({ dhcp }) => dhcp !== undefined).map(({ zone }) => zone.value))
  const guests = segments.filter(({ zone }) => network.zones.get(zone.value)?.declared.kind === 'guest')
  return [
    ...[...dhcpZones].sort().map(
      (zone): FilterRule => ({
        action: 'accept',
        purpose: 'address-service',
        family: 4,
        in: { set: zoneSet(zone) },
        protocol: 'udp',
        ports: portsOf.dhcp,
        name: `dhcp-${zone}`,
        from: segments.find(segment => segment.zone.value === zone && segment.dhcp !== undefined)?.zone.from ?? [],
      }),
    ),
    ...(guests.length === 0
      ? []
      : (['udp', 'tcp'] as const).map(
          (protocol): FilterRule => ({
            ...accept,
            purpose: 'name-service',
            in: { set: zoneSet(guests[0]?.zone.value ?? '') },
            protocol,
            ports: portsOf.dns,
            name: `dns-for-guests-${protocol}`,
            from: guests[0]?.zone.from ?? [],
          }),
        )),
  ]
}

/** Managers come over the backbone or from their own segment here: their addresses on a provider's side are forged. */
function fromNoc(name: string, arriving: string): FilterRule[] {
  const manager = { ...accept, purpose: 'management', in: { set: arriving }, source: { set: 'noc' } } as const
  return [
    habit(`ssh-from-${name}`, 'noc-only', { ...manager, protocol: 'tcp', ports: portsOf.ssh }),
    habit(`snmp-from-${name}`, 'noc-only', { ...manager, protocol: 'udp', ports: portsOf.snmp }),
  ]
}

/** Each neighbour where it is: behind its tunnel, on its uplink, or, the other core, somewhere over fibre. */
function bgpNeighbours({ bgp, fibre, uplinks }: PolicyInput): FilterRule[] {
  const uplinkOf = new Map(uplinks.map(uplink => [uplink.id, uplink.interface.value]))
  return (bgp?.neighbors ?? []).flatMap(
    ({ id, v4, v6, relation, interface: over = uplinkOf.get(id.value), from }): FilterRule[] => {
      if (relation === 'core' && fibre.length === 0) return []
      const arriving: InterfaceMatch = over === undefined ? { set: 'fibre' } : { interface: over }
      const rule = (family: 4 | 6, remote: typeof v4.remote): FilterRule => ({
        action: 'accept',
        purpose: 'bgp-neighbour',
        family,
        in: arriving,
        source: { prefix: hostPrefix(remote) },
        protocol: 'tcp',
        ports: portsOf.bgp,
        name: `bgp-${id.value}`,
        from: family === 4 ? from : v6.from,
      })
      return [rule(4, v4.remote), ...(v6.value === undefined ? [] : [rule(6, v6.value.remote)])]
    },
  )
}

/** What may arrive on the provider's side: the tunnel itself, from its other end where that is known. */
function tunnelEnds(tunnels: readonly Tunnel[]): FilterRule[] {
  return tunnels.flatMap((tunnel): FilterRule[] => {
    const { underlay, outerRemote, kind, localPort, interface: name, from } = tunnel
    const where = {
      in: { interface: underlay },
      ...(outerRemote.value === undefined ? {} : { source: { prefix: hostPrefix(outerRemote.value) } }),
    }
    const base = { action: 'accept', purpose: 'tunnel-end', family: 4, ...where, from } as const
    if (kind === 'wireguard') return [{ ...base, protocol: 'udp', ports: [localPort], name: name.value }]
    return [
      { ...base, protocol: 'udp', ports: portsOf.ike, name: `${name.value}-ike` },
      { ...base, protocol: 'esp', name: `${name.value}-esp` },
      ...(kind === 'gre-ipsec' ? [{ ...base, protocol: 'gre', name: `${name.value}-gre` } as const] : []),
    ]
  })
}
