import type { FilterRule, From, Intent, InterfaceMatch, InterfaceSet, Underlay } from '../../../intent/intent.ts'
import { contains, networkOf, type Address, type Prefix } from '../../../model/ip.ts'
import { bounded, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { logical, longestName, places } from './names.ts'

/** Interfaces that packets are told apart by. Every interface that routes is in one; what is in none is dropped. */
export interface ZoneOf {
  readonly name: string
  readonly members: readonly { readonly interface: string; readonly from: From }[]
  /** A provider is at the other end. */
  readonly outside: boolean
}

/** Zone of the interfaces in the instance that carries GRE inside IPsec. */
export const greZone = 'gre'

/** The screen that takes the place of `invalid` in other platforms' filters. */
const screen = 'invalid'

/**
 * The sets of interfaces that are part of no larger one, and the loopback with the backbone. A provider that gives
 * addresses at run time has a zone of its own, since its interface is in an instance of its own.
 */
export function zonesOf({ filter, loopback, underlays, uplinks }: Intent): ZoneOf[] {
  const sets = filter.interfaceSets.filter(set => !filter.interfaceSets.some(other => holds(other, set)))
  const atRunTime = underlays.filter(({ v4 }) => v4 === undefined)
  const outside = new Set([...underlays, ...uplinks].map(item => item.interface.value))
  const zones = sets
    .map(
      ({ name, members }): ZoneOf => ({
        name,
        members: members
          .filter(member => !atRunTime.some(underlay => underlay.interface.value === member.interface.value))
          .map(memberOf),
        outside: members.some(member => outside.has(member.interface.value)),
      }),
    )
    .filter(({ members }) => members.length > 0)
  const own = atRunTime.map(
    (underlay): ZoneOf => ({ name: instanceOf(underlay), members: [memberOf(underlay)], outside: true }),
  )
  const first = zones.find(({ name }) => name === backboneZone) ?? { name: backboneZone, members: [], outside: false }
  return [
    { ...first, members: [{ interface: loopback.interface, from: loopback.from }, ...first.members] },
    ...zones.filter(zone => zone.name !== backboneZone),
    ...own,
  ]
}

function memberOf({ interface: name, from }: InterfaceSet['members'][number]): ZoneOf['members'][number] {
  return { interface: name.value, from }
}

/** Links and tunnels; the loopback is there too, also where there are none. */
const backboneZone = 'backbone'

/** Routing instance, and zone, of a provider that gives an address at run time. */
export function instanceOf({ circuit }: Underlay): string {
  return bounded(`under-${circuit}`, longestName)
}

function holds(larger: InterfaceSet, set: InterfaceSet): boolean {
  if (
    larger === set ||
    !set.members.every(member => larger.members.some(other => other.interface.value === member.interface.value))
  )
    return false
  return larger.members.length > set.members.length || larger.name < set.name
}

/** Zones of a match of a rule; every zone where it asks for no interface. */
export function zonesFor(zones: readonly ZoneOf[], match: InterfaceMatch | undefined): readonly ZoneOf[] {
  if (match === undefined) return zones
  if ('set' in match) return zones.filter(({ name }) => name === match.set)
  return zones.filter(({ members }) => members.some(member => member.interface === match.interface))
}

export function zones(intent: Intent): Line[] {
  const all = zonesOf(intent)
  return [
    ...screens(intent),
    ...all.flatMap(zone => [
      ...zone.members.map(
        member =>
          said(
            member.from,
            'tunnel-name',
          )`set security zones security-zone ${zone.name} interfaces ${logical(member.interface)}`,
      ),
      ...hostInbound(intent, zone, all),
      line([], 'stateful')`set security zones security-zone ${zone.name} screen ${screen}`,
    ]),
  ]
}

/**
 * What a zone's hosts and neighbours may ask of the router itself; the filter of the loopback then asks for sources.
 */
function hostInbound(intent: Intent, zone: ZoneOf, all: readonly ZoneOf[]): Line[] {
  const inherited = intent.filter.input
    .filter(({ action }) => action === 'accept')
    .filter(rule => concernsZone(intent, rule, zone, all))
  const lines = inherited.flatMap(rule => servicesOf(rule).map(service => ({ service, rule })))
  const segment =
    intent.access?.segments.some(({ interface: name }) => zone.members.some(member => member.interface === name)) ??
    false
  const client = intent.underlays.find(
    ({ interface: name, v4 }) => v4 === undefined && zone.members.some(member => member.interface === name.value),
  )
  const named = [...new Set(lines.map(({ service }) => service))].map(service => {
    const rules = lines.filter(item => item.service === service).map(item => item.rule)
    const from = places(...rules.map(rule => rule.from))
    return line(
      from,
      from.length > 0 ? undefined : rules[0]?.practice,
    )`set security zones security-zone ${zone.name} host-inbound-traffic ${words(...service.split(' '))}`
  })
  const write = line([], 'neighbour-discovery')
  return [
    ...named,
    ...(client === undefined
      ? []
      : [line(client.from)`set security zones security-zone ${zone.name} host-inbound-traffic system-services dhcp`]),
    write`set security zones security-zone ${zone.name} host-inbound-traffic protocols ndp`,
    ...(segment
      ? [write`set security zones security-zone ${zone.name} host-inbound-traffic protocols router-discovery`]
      : []),
  ]
}

/**
 * A rule without an interface asks for sources inside, which never come from a provider; a neighbour on a provider's
 * subnet is on its zone.
 */
function concernsZone(
  { uplinks }: Intent,
  { in: incoming, source, protocol }: FilterRule,
  zone: ZoneOf,
  all: readonly ZoneOf[],
): boolean {
  if (incoming !== undefined) return zonesFor(all, incoming).includes(zone)
  if (source !== undefined && 'prefix' in source)
    return zone.outside
      ? onLink(uplinks, zone, source.prefix)
      : zone.name === backboneZone && !uplinks.some(uplink => near(uplink, source.prefix))
  return protocol === 'icmp' || !zone.outside
}

function onLink(uplinks: Intent['uplinks'], zone: ZoneOf, neighbour: Prefix): boolean {
  return uplinks.some(
    uplink => zone.members.some(member => member.interface === uplink.interface.value) && near(uplink, neighbour),
  )
}

function near({ v4, v6 }: Intent['uplinks'][number], neighbour: Address): boolean {
  return [v4, v6.value].some(
    prefix => prefix !== undefined && contains(networkOf(prefix), { family: neighbour.family, bits: neighbour.bits }),
  )
}

const services: Readonly<Record<number, string>> = {
  22: 'system-services ssh',
  53: 'system-services dns',
  67: 'system-services dhcp',
  161: 'system-services snmp',
  179: 'protocols bgp',
  500: 'system-services ike',
  3784: 'protocols bfd',
}

function servicesOf({ purpose, protocol, ports }: FilterRule): string[] {
  // Discovery of neighbours is let in to every zone.
  if (purpose === 'connections' || purpose === 'discovery') return []
  if (protocol === 'icmp') return ['system-services ping']
  if (protocol === 'ospf') return ['protocols ospf', 'protocols ospf3']
  return (ports ?? []).flatMap(port => services[port] ?? [])
}

/** Packets of no known connection are the flow module's own affair; the screen adds those that no honest host sends. */
function screens({ filter }: Intent): Line[] {
  const rule = filter.input.find(({ state }) => state === 'invalid')
  if (rule === undefined) return []
  return [
    'tcp syn-fin',
    'tcp fin-no-ack',
    'tcp tcp-no-flag',
    'tcp land',
    'ip source-route-option',
    'ip tear-drop',
    'icmp ping-death',
  ].map(
    option => line(rule.from, rule.practice)`set security screen ids-option ${screen} ${words(...option.split(' '))}`,
  )
}
