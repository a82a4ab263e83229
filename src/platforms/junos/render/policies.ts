import { itemAt } from '../../../text/item-at.ts'
import type { AddressMatch, Filter, FilterRule, Intent, InterfaceMatch } from '../../../intent/intent.ts'
import { networkOf, prefixText } from '../../../model/ip.ts'
import { bounded, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { longestName, ofFamily, places } from './names.ts'
import { zonesFor, zonesOf, type ZoneOf } from './zones.ts'

interface Policy {
  readonly rule: FilterRule
  readonly destination: readonly string[]
}

/**
 * What may be opened from zone to zone. Answers pass since the flow module knows their connection; what no policy
 * permits is dropped.
 */
export function policies(intent: Intent): Line[] {
  const pairs = pairsOf(intent)
  const used = [...pairs.values()].flat().map(({ rule }) => rule)
  return [
    ...addressBook(intent),
    ...applications(used),
    ...[...pairs].flatMap(([pair, list]) => effective(list).flatMap(policy => policyLines(pair, policy, intent))),
    line([], 'default-deny')`set security policies default-policy deny-all`,
    ...flow(intent),
  ]
}

/**
 * On a ring the way back may be another, so that a core sees half of a connection; a site sends transit past the flow
 * module instead.
 */
function flow({ role, tunnels }: Intent): Line[] {
  const transit = line([], 'transit-first')
  const [smallest] = tunnels.toSorted((a, b) => a.mssV6 - b.mssV6)
  const mss = said(smallest === undefined ? [] : places(smallest.mtu.from, smallest.interface.from), 'fits-tunnel')
  return [
    line([], 'forwarding')`set security forwarding-options family inet6 mode flow-based`,
    ...(role === 'core'
      ? [transit`set security flow tcp-session no-syn-check`, transit`set security flow tcp-session no-sequence-check`]
      : []),
    ...(smallest === undefined
      ? []
      : [
          mss`set security flow tcp-mss ipsec-vpn mss ${smallest.mssV6}`,
          ...(tunnels.some(({ kind }) => kind === 'gre-ipsec')
            ? [
                mss`set security flow tcp-mss gre-in mss ${smallest.mssV6}`,
                mss`set security flow tcp-mss gre-out mss ${smallest.mssV6}`,
              ]
            : []),
        ]),
  ]
}

function addressBook({ filter, access }: Intent): Line[] {
  const book = words('set', 'security', 'address-book', 'global')
  const apart = apartSegments(filter, access)
  return [
    ...filter.addressSets.flatMap(({ name, members }) =>
      members.flatMap((member, i) => {
        const entry = entryName(name, members, i)
        return [
          said(member.from, 'private-addresses')`${book} address ${entry} ${prefixText(member.prefix)}`,
          said(member.from, 'private-addresses')`${book} address-set ${name} address ${entry}`,
        ]
      }),
    ),
    ...apart.flatMap(({ id, v4, v6 }) =>
      [
        { prefix: v4.value, from: v4.from },
        { prefix: v6.value, from: v6.from },
      ].flatMap(({ prefix, from }) => [
        line(from)`${book} address ${ofFamily(segmentName(id), prefix.family)} ${prefixText(networkOf(prefix))}`,
        line(from)`${book} address-set ${segmentName(id)} address ${ofFamily(segmentName(id), prefix.family)}`,
      ]),
    ),
  ]
}

/** `zone-voice-v4`; with its number behind where a set has several members of a family. */
function entryName(name: string, members: Filter['addressSets'][number]['members'], index: number): string {
  const family = members[index]?.prefix.family ?? 4
  const same = members.filter(({ prefix }) => prefix.family === family)
  return same.length === 1
    ? ofFamily(name, family)
    : bounded(`${name}-v${family}-${same.indexOf(itemAt(members, index)) + 1}`, longestName)
}

function segmentName(id: string): string {
  return bounded(`segment-${id}`, longestName - 3)
}

/**
 * Segments that a rule tells apart by their interface: a policy knows no interface, so that they are told by their
 * addresses.
 */
function apartSegments({ forward }: Filter, access: Intent['access']): NonNullable<Intent['access']>['segments'] {
  return (access?.segments ?? []).filter(segment =>
    forward.some(({ out }) => out !== undefined && 'interface' in out && out.interface === segment.interface),
  )
}

function pairsOf(intent: Intent): Map<string, Policy[]> {
  const zones = zonesOf(intent)
  const pairs = new Map<string, Policy[]>()
  const add = (from: ZoneOf, to: ZoneOf, policy: Policy): void => {
    const pair = `from-zone ${from.name} to-zone ${to.name}`
    const list = pairs.get(pair)
    if (list === undefined) pairs.set(pair, [policy])
    else list.push(policy)
  }
  for (const rule of intent.filter.forward) {
    if (rule.state !== undefined) continue
    for (const from of zonesFor(zones, rule.in))
      for (const to of destinations(zones, rule, intent))
        add(from, to, { rule, destination: destinationOf(rule, intent) })
  }
  return pairs
}

/** Where a destination's zone is here, it is there or across the backbone; no set of addresses is at a provider's. */
function destinations(
  zones: readonly ZoneOf[],
  { out, destination, action }: FilterRule,
  { filter }: Intent,
): readonly ZoneOf[] {
  if (out !== undefined || destination === undefined || !('set' in destination)) return zonesFor(zones, out)
  const inner = zones.filter(({ outside }) => !outside)
  if (action === 'drop') return inner
  const access = new Set(filter.addressSets.map(({ name }) => name))
  return inner.filter(({ name }) => name === destination.set || !access.has(name))
}

function destinationOf({ out, destination, family }: FilterRule, intent: Intent): readonly string[] {
  const segment = apartBy(out, intent)
  return segment === undefined ? addressNames(destination, family, intent) : [segmentName(segment.id)]
}

function apartBy(
  out: InterfaceMatch | undefined,
  { access }: Intent,
): NonNullable<Intent['access']>['segments'][number] | undefined {
  return out === undefined || 'set' in out
    ? undefined
    : access?.segments.find(segment => segment.interface === out.interface)
}

function addressNames(
  match: AddressMatch | undefined,
  family: FilterRule['family'],
  intent: Intent,
): readonly string[] {
  if (match === undefined) return [family === 'both' ? 'any' : family === 4 ? 'any-ipv4' : 'any-ipv6']
  if ('prefix' in match) throw new Error('a policy of Junos takes names of the address book')
  if (family === 'both') return [match.set]
  const members = intent.filter.addressSets.find(({ name }) => name === match.set)?.members ?? []
  return members.flatMap(({ prefix }, i) => (prefix.family === family ? [entryName(match.set, members, i)] : []))
}

/** Drops at the end of a pair say what the default says; they stay where they write a log. */
function effective(list: readonly Policy[]): readonly Policy[] {
  const last = list.findLastIndex(({ rule }) => rule.action === 'accept' || rule.log !== undefined)
  return list.slice(0, last + 1)
}

function policyLines(pair: string, { rule, destination }: Policy, intent: Intent): Line[] {
  const write = line(rule.from, rule.practice)
  const policy = words('set', 'security', 'policies', ...pair.split(' '), 'policy', bounded(rule.name, longestName))
  return [
    ...addressNames(rule.source, rule.family, intent).map(name => write`${policy} match source-address ${name}`),
    ...destination.map(name => write`${policy} match destination-address ${name}`),
    ...applicationsOf(rule).map(name => write`${policy} match application ${name}`),
    write`${policy} then ${rule.action === 'accept' ? 'permit' : 'deny'}`,
    ...(rule.log === undefined ? [] : [write`${policy} then log session-init`]),
  ]
}

function applicationsOf({ protocol, ports }: FilterRule): readonly string[] {
  if (protocol === undefined) return ['any']
  return ports === undefined ? [`own-${protocol}`] : ports.map(port => `own-${protocol}-${port}`)
}

function applications(rules: readonly FilterRule[]): Line[] {
  const made = new Map<string, Line[]>()
  for (const rule of rules) {
    const { protocol, ports } = rule
    if (protocol === undefined) continue
    const write = line(rule.from, rule.practice)
    for (const port of ports ?? [undefined]) {
      const name = port === undefined ? `own-${protocol}` : `own-${protocol}-${port}`
      made.set(name, [
        write`set applications application ${name} protocol ${protocol}`,
        ...(port === undefined ? [] : [write`set applications application ${name} destination-port ${port}`]),
      ])
    }
  }
  return [...made.values()].flat()
}
