import { hostPrefix, networkOf, parsePrefix, type Prefix } from '../../model/ip.ts'
import type { Zone } from '../../model/network.ts'
import type { Plan, RouterPlan } from '../../plan/plan.ts'
import { inside, keyInside } from '../../source/source.ts'
import type {
  AddressSet,
  Bgp,
  FibreLink,
  Filter,
  FilterRule,
  From,
  InterfaceMatch,
  InterfaceSet,
  Nat,
  Npt,
  Segment,
  SourceCheck,
  Tunnel,
  Underlay,
  UplinkIntent,
} from '../intent.ts'
import { inNetwork } from './places.ts'
import type { PracticeId } from '../practice.ts'
import { byText } from '../../text/order.ts'

/** What a router's filters are made from. */
export interface PolicyInput {
  readonly plan: Plan
  readonly own: RouterPlan
  readonly segments: readonly Segment[]
  readonly fibre: readonly FibreLink[]
  readonly tunnels: readonly Tunnel[]
  readonly underlays: readonly Underlay[]
  readonly uplinks: readonly UplinkIntent[]
  readonly bgp: Bgp | undefined
}

/**
 * The filters of a router. Zones are known by their aggregate pools and by the interfaces of this router, never by a list of
 * sites. A zone's rules act at the router that owns the segment; what comes over the backbone is judged again where it leaves.
 */
export function filterOf(input: PolicyInput): Filter {
  const { segments } = input
  return {
    interfaceSets: interfaceSetsOf(input),
    addressSets: addressSetsOf(input),
    sourceChecks: segments.map(sourceCheckOf),
    input: inputRules(input),
    forward: forwardRules(input),
  }
}

const zoneSet = (zone: string): string => `zone-${zone}`

function interfaceSetsOf({ segments, fibre, tunnels, underlays, uplinks }: PolicyInput): InterfaceSet[] {
  const zones = Map.groupBy(segments, ({ zone }) => zone.value)
  const sets: InterfaceSet[] = [
    {
      name: 'backbone',
      members: [
        ...fibre.map(member => ({ interface: member.interface, from: member.interface.from })),
        ...tunnels.map(tunnelMember),
      ],
    },
    {
      name: 'fibre',
      members: fibre.map(member => ({ interface: member.interface, from: member.interface.from })),
    },
    { name: 'leased', members: tunnels.map(tunnelMember) },
    {
      name: 'underlay',
      members: underlays.map(underlay => ({
        interface: underlay.interface,
        from: underlay.interface.from,
      })),
    },
    {
      name: 'uplink',
      members: uplinks.map(uplink => ({ interface: uplink.interface, from: uplink.interface.from })),
    },
    ...[...zones].map(
      ([zone, members]): InterfaceSet => ({
        name: zoneSet(zone),
        zone,
        members: members.map(member => ({
          interface: { value: member.interface, from: member.vlan.from },
          from: member.zone.from,
        })),
      }),
    ),
  ]
  return sets.filter(({ members }) => members.length > 0).sort(byText(({ name }) => name))
}

function tunnelMember({ interface: name }: Tunnel): InterfaceSet['members'][number] {
  return { interface: name, from: name.from }
}

/** Private and shared addresses (RFC 1918, RFC 6598, RFC 4193): what is not the internet. */
const privatePrefixes = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].map(
  text => parsePrefix(text) as Prefix,
)

function addressSetsOf({ plan }: PolicyInput): AddressSet[] {
  const zones = [...plan.zones.values()].map(
    ({ zone, v4, v6 }): AddressSet => ({
      name: zoneSet(zone.id),
      members: [
        { prefix: v4, from: [inside(zone.origin, 'v4')] },
        { prefix: v6, from: [inside(zone.origin, 'v6')] },
      ],
    }),
  )
  const noc = [...plan.zones.values()].filter(({ zone }) => zone.declared.kind === 'noc')
  const { network } = plan
  return [
    ...zones,
    {
      name: 'noc',
      members: noc.flatMap(({ zone, v4, v6 }) => [
        { prefix: v4, from: [inside(zone.origin, 'v4')] },
        { prefix: v6, from: [inside(zone.origin, 'v6')] },
      ]),
    },
    {
      name: 'routers',
      members: [
        { prefix: plan.loopbacks.v4, from: [inNetwork(network, 'addressing', 'loopback', 'v4')] },
        { prefix: plan.loopbacks.v6, from: [inNetwork(network, 'addressing', 'loopback', 'v6')] },
      ],
    },
    { name: 'private', members: privatePrefixes.map(prefix => ({ prefix, from: [] })) },
  ].sort(byText(({ name }) => name))
}

function sourceCheckOf({ interface: name, v4, v6, dhcp, vlan }: Segment): SourceCheck {
  return {
    interface: { value: name, from: vlan.from },
    v4: networkOf(v4.value),
    v6: { value: networkOf(v6.value), from: v6.from },
    dhcp: dhcp !== undefined,
    from: v4.from,
  }
}

/** A rule that no value of the inventory asks for. */
function habit(name: string, practice: PracticeId, rest: Omit<FilterRule, 'name' | 'practice' | 'from'>): FilterRule {
  return { name, practice, from: [], ...rest }
}

const accept = { action: 'accept', family: 'both' } as const
const drop = { action: 'drop', family: 'both' } as const

function inputRules(input: PolicyInput): FilterRule[] {
  const { plan, own, segments, fibre, tunnels } = input
  const { network } = plan
  const backbone = fibre.length + tunnels.length > 0
  const nocHere = [...new Set(segments.map(({ zone }) => zone.value))]
    .filter(zone => network.zones.get(zone)?.declared.kind === 'noc')
    .sort()
  const dhcpZones = new Set(segments.filter(({ dhcp }) => dhcp !== undefined).map(({ zone }) => zone.value))
  const guests = segments.filter(({ zone }) => network.zones.get(zone.value)?.declared.kind === 'guest')
  return [
    ...(own.router.role === 'core' && tunnels.length > 0 ? nocNeverLeased(plan) : []),
    habit('established', 'stateful', { ...accept, state: 'established' }),
    habit('invalid', 'stateful', { ...drop, state: 'invalid' }),
    habit('icmp', 'icmp', { ...accept, protocol: 'icmp', limitPerSecond: 50 }),
    ...(backbone ? fromNoc('noc', 'backbone') : []),
    ...nocHere.flatMap(zone => fromNoc(`${zone}-here`, zoneSet(zone))),
    ...(fibre.length > 0
      ? [habit('ospf', 'routing-neighbours', { ...accept, in: { set: 'backbone' }, protocol: 'ospf' })]
      : []),
    ...(backbone
      ? [
          habit('bfd', 'routing-neighbours', {
            ...accept,
            in: { set: 'backbone' },
            protocol: 'udp',
            ports: [3784, 3785, 4784],
          }),
        ]
      : []),
    ...bgpNeighbours(input),
    ...tunnelEnds(tunnels),
    ...[...dhcpZones].sort().map(
      (zone): FilterRule => ({
        action: 'accept',
        family: 4,
        in: { set: zoneSet(zone) },
        protocol: 'udp',
        ports: [67],
        name: `dhcp-${zone}`,
        from: segments.find(segment => segment.zone.value === zone && segment.dhcp !== undefined)?.zone.from ?? [],
      }),
    ),
    ...(guests.length === 0
      ? []
      : (['udp', 'tcp'] as const).map(
          (protocol): FilterRule => ({
            ...accept,
            in: { set: zoneSet(guests[0]?.zone.value ?? '') },
            protocol,
            ports: [53],
            name: `dns-for-guests-${protocol}`,
            from: guests[0]?.zone.from ?? [],
          }),
        )),
  ]
}

/** Managers come over the backbone or from their own segment here: their addresses on a provider's side are forged. */
function fromNoc(name: string, arriving: string): FilterRule[] {
  const manager = { ...accept, in: { set: arriving }, source: { set: 'noc' } } as const
  return [
    habit(`ssh-from-${name}`, 'noc-only', { ...manager, protocol: 'tcp', ports: [22] }),
    habit(`snmp-from-${name}`, 'noc-only', { ...manager, protocol: 'udp', ports: [161] }),
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
        family,
        in: arriving,
        source: { prefix: hostPrefix(remote) },
        protocol: 'tcp',
        ports: [179],
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
    const base = { action: 'accept', family: 4, ...where, from } as const
    if (kind === 'wireguard') return [{ ...base, protocol: 'udp', ports: [localPort], name: name.value }]
    return [
      { ...base, protocol: 'udp', ports: [500, 4500], name: `${name.value}-ike` },
      { ...base, protocol: 'esp', name: `${name.value}-esp` },
      ...(kind === 'gre-ipsec' ? [{ ...base, protocol: 'gre', name: `${name.value}-gre` } as const] : []),
    ]
  })
}

function forwardRules(input: PolicyInput): FilterRule[] {
  const { plan, own, segments, fibre, tunnels, uplinks } = input
  const backbone = fibre.length + tunnels.length > 0
  const here = [...new Set(segments.map(({ zone }) => zone.value))]
    .sort()
    .flatMap(id => plan.network.zones.get(id) ?? [])
  return [
    ...(own.router.role === 'core' && tunnels.length > 0 ? nocNeverLeased(plan) : []),
    ...(own.router.role === 'site' && fibre.length > 0 && tunnels.length > 0 ? nobodyElsesCircuit : []),
    ...(backbone
      ? [habit('transit', 'transit-first', { ...accept, in: { set: 'backbone' }, out: { set: 'backbone' } })]
      : []),
    habit('established', 'stateful', { ...accept, state: 'established' }),
    habit('invalid', 'stateful', { ...drop, state: 'invalid' }),
    ...here.flatMap(zone => tenantsApart(segments, zone)),
    ...here.flatMap(zone => toRouters(plan, zone)),
    ...here.flatMap(zone => outOf(zone, backbone)),
    ...(backbone ? here.flatMap(zone => [...intoFromBackbone(plan, zone), ...routersInto(plan, zone)]) : []),
    ...(uplinks.length > 0 ? toInternet(plan) : []),
  ]
}

/**
 * A site's circuit carries that site alone. Neighbours on a ring that lost the hub would else reach it one way over a circuit that was
 * bought for another, by the summary that its tunnel brings, and never hear an answer.
 */
const nobodyElsesCircuit: readonly FilterRule[] = [
  habit('fibre-not-leased', 'own-circuit', { ...drop, in: { set: 'fibre' }, out: { set: 'leased' } }),
  habit('leased-not-fibre', 'own-circuit', { ...drop, in: { set: 'leased' }, out: { set: 'fibre' } }),
]

/** The NOC sits at the hub: its addresses, which open every router, never come in over a leased circuit. */
function nocNeverLeased(plan: Plan): FilterRule[] {
  const nocAway = [...plan.segments.values()].some(
    ({ zone, site, active }) => active && zone.zone.declared.kind === 'noc' && site.id !== plan.network.hub.id,
  )
  if (nocAway) return []
  return [
    habit('noc-never-leased', 'noc-at-hub', {
      ...drop,
      in: { set: 'leased' },
      source: { set: 'noc' },
      log: 'NOC-SPOOF',
    }),
  ]
}

/** Where a zone may reach itself, agencies that share a building still do not see each other's segments. */
function tenantsApart(segments: readonly Segment[], zone: Zone): FilterRule[] {
  if (!zone.reaches.includes(zone)) return []
  return segments
    .filter(segment => segment.zone.value === zone.id && segment.vlan.from.some(({ path }) => path.at(-1) === 'tenant'))
    .map(
      (segment): FilterRule => ({
        ...drop,
        name: `apart-${segment.id}`,
        in: { set: zoneSet(zone.id) },
        out: { interface: segment.interface },
        from: segment.vlan.from,
      }),
    )
}

/** The NOC manages every router by its loopback, which lies in no zone. */
function toRouters({ network }: Plan, zone: Zone): FilterRule[] {
  if (zone.declared.kind !== 'noc') return []
  return [
    {
      ...accept,
      name: `${zone.id}-to-routers`,
      in: { set: zoneSet(zone.id) },
      destination: { set: 'routers' },
      from: [keyInside(zone.origin), inNetwork(network, 'addressing', 'loopback', 'v4')],
    },
  ]
}

/** Routers speak to the servers from their loopbacks: logs, traps, time, names, who may log in. */
function routersInto({ network }: Plan, zone: Zone): FilterRule[] {
  if (zone.declared.kind !== 'services') return []
  return [
    {
      ...accept,
      name: `routers-into-${zone.id}`,
      in: { set: 'backbone' },
      out: { set: zoneSet(zone.id) },
      source: { set: 'routers' },
      from: [keyInside(zone.origin), inNetwork(network, 'addressing', 'loopback', 'v4')],
    },
  ]
}

/** What hosts of a zone may open; private addresses are shut off before the internet is opened. */
function outOf(zone: Zone, backbone: boolean): FilterRule[] {
  const insideZone = { set: zoneSet(zone.id) }
  const at = (name: string): From => [inside(zone.origin, 'reaches', zone.declared.reaches.indexOf(name))]
  const zones = zone.reaches.filter((reached): reached is Zone => reached !== 'internet')
  const rules = zones.map(
    (reached): FilterRule => ({
      ...accept,
      name: `${zone.id}-to-${reached.id}`,
      in: insideZone,
      destination: { set: zoneSet(reached.id) },
      from: at(reached.id),
    }),
  )
  if (!zone.reaches.includes('internet') || !backbone) return rules
  const guest = zone.declared.kind === 'guest'
  return [
    ...rules,
    {
      ...drop,
      name: `${zone.id}-not-private`,
      in: insideZone,
      destination: { set: 'private' },
      ...(guest ? { log: 'GUEST-DENY' } : {}),
      from: at('internet'),
    },
    { ...accept, name: `${zone.id}-to-internet`, in: insideZone, out: { set: 'backbone' }, from: at('internet') },
  ]
}

function intoFromBackbone({ network }: Plan, zone: Zone): FilterRule[] {
  return [...network.zones.values()]
    .filter(source => source.reaches.includes(zone))
    .map(
      (source): FilterRule => ({
        ...accept,
        name: `${source.id}-into-${zone.id}`,
        in: { set: 'backbone' },
        out: { set: zoneSet(zone.id) },
        source: { set: zoneSet(source.id) },
        from: [inside(source.origin, 'reaches', source.declared.reaches.indexOf(zone.id))],
      }),
    )
}

function toInternet({ network }: Plan): FilterRule[] {
  return [...network.zones.values()]
    .filter(({ reaches }) => reaches.includes('internet'))
    .map(
      (zone): FilterRule => ({
        ...accept,
        name: `${zone.id}-to-internet`,
        in: { set: 'backbone' },
        out: { set: 'uplink' },
        source: { set: zoneSet(zone.id) },
        from: [inside(zone.origin, 'reaches', zone.declared.reaches.indexOf('internet'))],
      }),
    )
}

/** Inside addresses leave as addresses of this core's own pool, so that answers come back to this core. */
export function natOf({ aggregateV4 }: Plan, own: RouterPlan, uplinks: readonly UplinkIntent[]): Nat[] {
  return uplinks.flatMap((uplink): Nat[] => {
    const plan = own.uplinks.find(candidate => candidate.uplink.id === uplink.id)
    return plan === undefined
      ? []
      : [
          {
            out: uplink.interface.value,
            source: aggregateV4,
            pool: plan.natPool,
            from: [inside(plan.uplink.origin, 'natPool')],
          },
        ]
  })
}

export function nptOf({ ula }: Plan, own: RouterPlan, uplinks: readonly UplinkIntent[]): Npt[] {
  return uplinks.flatMap((uplink): Npt[] => {
    const plan = own.uplinks.find(candidate => candidate.uplink.id === uplink.id)
    return plan?.prefixV6 === undefined
      ? []
      : [
          {
            out: uplink.interface.value,
            inside: ula,
            outside: plan.prefixV6,
            from: [inside(plan.uplink.origin, 'prefixV6')],
          },
        ]
  })
}
