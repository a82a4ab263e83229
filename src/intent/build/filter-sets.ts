import { parsePrefix, type Prefix } from '../../model/ip.ts'
import { inside } from '../../source/source.ts'
import { byText } from '../../text/order.ts'
import type { AddressSet, InterfaceSet, Tunnel } from '../intent.ts'
import { inNetwork } from './places.ts'
import type { PolicyInput } from './policy-input.ts'

/** Interfaces of a technician on site. */
export const localSet = 'local'

export const zoneSet = (zone: string): string => `zone-${zone}`

export function interfaceSetsOf({
  segments,
  fibre,
  tunnels,
  underlays,
  uplinks,
  management,
}: PolicyInput): InterfaceSet[] {
  const { local } = management
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
    {
      name: localSet,
      members: local === undefined ? [] : [{ interface: local.interface, from: local.interface.from }],
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

export function addressSetsOf({ plan }: PolicyInput): AddressSet[] {
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
