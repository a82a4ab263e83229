import { radiusHabits } from '../../../intent/decided.ts'
import { icmpTypes } from '../../../intent/icmp.ts'
import type { AddressMatch, FilterRule, Intent, InterfaceMatch, Limit } from '../../../intent/intent.ts'
import { hostPrefix, prefixText, type Family } from '../../../model/ip.ts'
import type { Line } from '../../text/line.ts'
import { bounded } from '../text.ts'
import { logical, longestName, membersOf, ofFamily, places } from './names.ts'
import { bind, filterLines, type Term } from './term.ts'

/** Name of a policer: rules of one limit share its definition, and each has a bucket of its own. */
export function policerOf({ packetsPerSecond }: Limit): string {
  return `packets-${packetsPerSecond}`
}

const protect = (family: Family): string => ofFamily('protect-router', family)

/**
 * What may reach the router itself, in the order of the intent; all else is dropped. A filter knows no connections:
 * `answers` says what comes back.
 */
export function protection(intent: Intent, family: Family): Line[] {
  const terms = intent.filter.input
    .filter(rule => concerns(rule, family, intent))
    .flatMap(rule =>
      rule.state === 'established' ? answers(intent, family) : rule.state === 'invalid' ? [] : [termOf(rule, family)],
    )
  return [
    ...filterLines(family, protect(family), [
      ...terms,
      {
        name: 'default-deny',
        from: [],
        practice: 'default-deny',
        matches: [],
        actions: ['count default-deny', 'discard'],
      },
    ]),
    bind(family, intent.loopback.interface, 'input', protect(family), intent.loopback.from),
  ]
}

/** What the servers answer to this router's own questions, and a provider's DHCP where it gives the address. */
function answers({ services: { dns, ntp }, management: { radius }, underlays }: Intent, family: Family): Term[] {
  const asked = [
    ...dns.map(server => ({ ...server, name: 'dns', ports: ['53'] })),
    ...ntp.map(server => ({ ...server, name: 'ntp', ports: ['123'] })),
    ...(radius === undefined
      ? []
      : [
          {
            address: radius.server,
            from: radius.from,
            name: 'radius',
            ports: [radiusHabits.authenticationPort, radiusHabits.accountingPort].map(String),
          },
        ]),
  ].filter(({ address }) => address.family === family)
  const protocol = family === 4 ? 'protocol' : 'next-header'
  const names = [...new Set(asked.map(({ name }) => name))]
  const clients = family === 4 ? underlays.filter(({ v4 }) => v4 === undefined) : []
  return [
    ...names.map((name): Term => {
      const servers = asked.filter(item => item.name === name)
      return {
        name: `answers-${name}`,
        from: places(...servers.map(({ from }) => from)),
        practice: 'stateful',
        actions: ['accept'],
        matches: [
          ...servers.map(({ address }) => `source-address ${prefixText(hostPrefix(address))}`),
          `${protocol} udp`,
          ...(name === 'dns' ? [`${protocol} tcp`] : []),
          ...(servers[0]?.ports ?? []).map(port => `source-port ${port}`),
        ],
      }
    }),
    ...clients.map(
      ({ interface: name, circuit, from }): Term => ({
        name: `address-of-${circuit}`,
        from,
        actions: ['accept'],
        matches: [`interface ${logical(name.value)}`, 'protocol udp', 'source-port 67', 'destination-port 68'],
      }),
    ),
  ]
}

function concerns({ family: wanted, source, destination }: FilterRule, family: Family, intent: Intent): boolean {
  if (wanted !== 'both' && wanted !== family) return false
  return [source, destination].every(
    match =>
      match === undefined ||
      ('prefix' in match ? match.prefix.family === family : membersOf(intent, match.set, family).length > 0),
  )
}

const protocols: Readonly<Record<Family, Readonly<Record<NonNullable<FilterRule['protocol']>, string>>>> = {
  4: {
    tcp: 'protocol tcp',
    udp: 'protocol udp',
    icmp: 'protocol icmp',
    ospf: 'protocol ospf',
    gre: 'protocol gre',
    esp: 'protocol esp',
  },
  6: {
    tcp: 'next-header tcp',
    udp: 'next-header udp',
    icmp: 'next-header icmp6',
    ospf: 'next-header ospf',
    gre: 'next-header gre',
    esp: 'next-header esp',
  },
}

/** Names that Junos gives to types of ICMP; others go by number. */
const icmpNames: Readonly<Record<Family, Readonly<Record<number, string>>>> = {
  4: { 8: 'echo-request' },
  6: {
    128: 'echo-request',
    130: 'membership-query',
    131: 'membership-report',
    132: 'membership-termination',
    133: 'router-solicit',
    134: 'router-advertisement',
    135: 'neighbor-solicit',
    136: 'neighbor-advertisement',
  },
}

function termOf(rule: FilterRule, family: Family): Term {
  const { name, from, practice, action, purpose, protocol, icmp, ports, log, limit } = rule
  return {
    name,
    from,
    practice,
    matches: [
      ...interfaceMatch(rule.in),
      ...addressMatch('source', rule.source, family),
      ...addressMatch('destination', rule.destination, family),
      ...(protocol === undefined ? [] : [protocols[family][protocol]]),
      ...(icmp === undefined
        ? []
        : icmpTypes[icmp][family].map(type => `icmp-type ${icmpNames[family][type] ?? type}`)),
      // Either end may have begun a BGP session.
      ...(ports ?? []).map(port => (purpose === 'bgp-neighbour' ? `port ${port}` : `destination-port ${port}`)),
    ],
    actions: [
      ...(limit === undefined ? [] : [`policer ${policerOf(limit)}`]),
      ...(log === undefined ? [] : [`count ${bounded(name, longestName)}`, 'log', 'syslog']),
      action === 'accept' ? 'accept' : 'discard',
    ],
  }
}

function interfaceMatch(match: InterfaceMatch | undefined): string[] {
  if (match === undefined) return []
  return ['set' in match ? `interface-set ${match.set}` : `interface ${logical(match.interface)}`]
}

function addressMatch(end: 'source' | 'destination', match: AddressMatch | undefined, family: Family): string[] {
  if (match === undefined) return []
  return [
    'set' in match ? `${end}-prefix-list ${ofFamily(match.set, family)}` : `${end}-address ${prefixText(match.prefix)}`,
  ]
}
