import type { AddressMatch, FilterRule, From, Intent, InterfaceMatch, SourceCheck } from '../../../intent/intent.ts'
import type { PracticeId } from '../../../intent/practice.ts'
import { hostPrefix, networkOf, parsePrefix, prefixText, type Family, type Prefix } from '../../../model/ip.ts'
import { bounded, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { families, inet, logical, longestName, membersOf, ofFamily, places, portOf, unitOf } from './names.ts'
import { isStateless } from './policies.ts'

/** One term of a filter: what it matches and what it does, as words that are each bare. */
export interface Term {
  readonly name: string
  readonly from: From
  readonly practice?: PracticeId | undefined
  readonly matches: readonly string[]
  readonly actions: readonly string[]
}

/** The lines of a filter, one leaf a line. */
export function filterLines(family: Family, name: string, terms: readonly Term[]): Line[] {
  return terms.flatMap(term => {
    const write = line(term.from, term.practice)
    const head = words(
      'set',
      'firewall',
      'family',
      inet(family),
      'filter',
      name,
      'term',
      bounded(term.name, longestName),
    )
    return [
      ...term.matches.map(match => write`${head} from ${words(...match.split(' '))}`),
      ...term.actions.map(action => write`${head} then ${words(...action.split(' '))}`),
    ]
  })
}

/** Binds a filter to an interface. */
export function bind(
  family: Family,
  interfaceName: string,
  direction: 'input' | 'output',
  filter: string,
  from: From,
  practice?: PracticeId,
): Line {
  const [port, unit] = [portOf(logical(interfaceName)), unitOf(logical(interfaceName))]
  return line(from, practice)`set interfaces ${port} unit ${unit} family ${inet(family)} filter ${direction} ${filter}`
}

const protect = (family: Family): string => ofFamily('protect-router', family)

export function filters(intent: Intent): Line[] {
  return [
    ...interfaceSets(intent),
    ...prefixLists(intent),
    ...policers(intent),
    ...families.flatMap(family => [
      ...protection(intent, family),
      ...sources(intent, family),
      ...transit(intent, family),
      ...ownCircuit(intent, family),
      ...refusals(intent, family),
    ]),
  ]
}

function interfaceSets({ filter }: Intent): Line[] {
  return filter.interfaceSets.flatMap(({ name, members }) =>
    members.map(
      member => said(member.from, 'tunnel-name')`set firewall interface-set ${name} ${logical(member.interface.value)}`,
    ),
  )
}

function prefixLists({ filter }: Intent): Line[] {
  return filter.addressSets.flatMap(({ name, members }) =>
    members.map(
      ({ prefix, from }) =>
        said(
          from,
          'private-addresses',
        )`set policy-options prefix-list ${ofFamily(name, prefix.family)} ${prefixText(prefix)}`,
    ),
  )
}

/** Packets a second, as the intent counts them; twice as many at once. */
function policers({ filter }: Intent): Line[] {
  const limited = filter.input.filter(({ limitPerSecond }) => limitPerSecond !== undefined)
  return [...new Map(limited.map(rule => [policerOf(rule), rule])).values()].flatMap(rule => {
    const write = line(rule.from, rule.practice)
    const rate = rule.limitPerSecond as number
    return [
      write`set firewall policer ${policerOf(rule)} if-exceeding-pps pps-limit ${rate}`,
      write`set firewall policer ${policerOf(rule)} if-exceeding-pps packet-burst ${2 * rate}`,
      write`set firewall policer ${policerOf(rule)} then discard`,
    ]
  })
}

function policerOf({ limitPerSecond }: FilterRule): string {
  return `packets-${limitPerSecond}`
}

/** What may reach the router itself, in the order of the intent; all else is dropped. A filter knows no connections: `answers` says what comes back. */
function protection(intent: Intent, family: Family): Line[] {
  const terms = intent.filter.input
    .filter(rule => concerns(rule, family, intent))
    .flatMap(rule =>
      rule.state === 'established' ? answers(intent, family) : rule.state === 'invalid' ? [] : [termOf(rule, family)],
    )
  if (family === 6) terms.unshift(neighbourDiscovery)
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

const neighbourDiscovery: Term = {
  name: 'neighbour-discovery',
  from: [],
  practice: 'neighbour-discovery',
  actions: ['accept'],
  matches: [
    'next-header icmp6',
    ...['router-solicit', 'neighbor-solicit', 'neighbor-advertisement'].map(type => `icmp-type ${type}`),
  ],
}

/** What the servers answer to this router's own questions, and a provider's DHCP where it gives the address. */
function answers({ services: { dns, ntp }, management: { radius }, underlays }: Intent, family: Family): Term[] {
  const asked = [
    ...dns.map(server => ({ ...server, name: 'dns', ports: ['53'] })),
    ...ntp.map(server => ({ ...server, name: 'ntp', ports: ['123'] })),
    ...(radius === undefined
      ? []
      : [{ address: radius.server, from: radius.from, name: 'radius', ports: ['1812', '1813'] }]),
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

const bgpPort = 179

function termOf(rule: FilterRule, family: Family): Term {
  const { name, from, practice, action, protocol, ports, log, limitPerSecond } = rule
  return {
    name,
    from,
    practice,
    matches: [
      ...interfaceMatch(rule.in),
      ...addressMatch('source', rule.source, family),
      ...addressMatch('destination', rule.destination, family),
      ...(protocol === undefined ? [] : [protocols[family][protocol]]),
      // Either end may have begun a BGP session.
      ...(ports ?? []).map(port => (port === bgpPort ? `port ${port}` : `destination-port ${port}`)),
    ],
    actions: [
      ...(limitPerSecond === undefined ? [] : [`policer ${policerOf(rule)}`]),
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

/** What carries no address of its own yet, or one of the link alone, passes; every other source has to be the interface's own. */
function sources({ filter }: Intent, family: Family): Line[] {
  return filter.sourceChecks.flatMap(check => {
    const name = `source-${unitOf(check.interface.value)}-v${family}`
    return [
      ...filterLines(family, name, sourceTerms(check, family)),
      bind(family, check.interface.value, 'input', name, family === 4 ? check.from : check.v6.from, 'source-check'),
    ]
  })
}

function sourceTerms({ v4, v6, dhcp, from }: SourceCheck, family: Family): Term[] {
  const own: Term = {
    name: 'own',
    from: family === 4 ? from : v6.from,
    matches: [`source-address ${prefixText(family === 4 ? v4 : v6.value)}`],
    actions: ['accept'],
  }
  const foreign: Term = {
    name: 'foreign-source',
    from: [],
    practice: 'source-check',
    matches: [],
    actions: ['count foreign-source', 'discard'],
  }
  if (family === 4) {
    const first: Term = {
      name: 'asks-for-an-address',
      from: [],
      practice: 'first-address',
      matches: ['source-address 0.0.0.0/32', 'protocol udp', 'destination-port 67'],
      actions: ['accept'],
    }
    return [own, ...(dhcp ? [first] : []), foreign]
  }
  const link: Term = {
    name: 'link-local',
    from: [],
    practice: 'neighbour-discovery',
    matches: ['source-address fe80::/10'],
    actions: ['accept'],
  }
  const unspecified: Term = {
    name: 'duplicate-address-detection',
    from: [],
    practice: 'neighbour-discovery',
    matches: ['source-address ::/128', 'next-header icmp6'],
    actions: ['accept'],
  }
  return [own, link, unspecified, foreign]
}

/**
 * A site on a ring forwards what is not for it past the flow module, before any connection state. What is for its segments and for
 * itself is told by its destination. A core cannot: tunnels and translation are the flow module's.
 */
function transit(intent: Intent, family: Family): Line[] {
  const rule = intent.filter.forward.find(
    ({ action, state, in: incoming, out }) =>
      action === 'accept' &&
      state === undefined &&
      incoming !== undefined &&
      out !== undefined &&
      sameSet(incoming, out),
  )
  if (intent.role === 'core' || intent.fibre.length === 0 || rule === undefined) return []
  const own = ofFamily('own', family)
  const name = ofFamily('transit', family)
  return [
    ...ownPrefixes(intent, family).map(
      ({ prefix, from, practice }) => line(from, practice)`set policy-options prefix-list ${own} ${prefixText(prefix)}`,
    ),
    ...filterLines(family, name, [
      {
        name: 'own',
        from: rule.from,
        practice: rule.practice,
        matches: [`destination-prefix-list ${own}`],
        actions: ['accept'],
      },
      { name: rule.name, from: rule.from, practice: rule.practice, matches: [], actions: ['packet-mode', 'accept'] },
    ]),
    ...intent.fibre.map(link => bind(family, link.interface.value, 'input', name, link.interface.from, rule.practice)),
  ]
}

/** What comes out of a tunnel is the flow module's, whose zone holds fibre too: where it may not go on by fibre, only what is for this site comes in. */
function ownCircuit(intent: Intent, family: Family): Line[] {
  const rule = intent.filter.forward.find(
    ({ action, state, in: incoming, out }) =>
      action === 'drop' &&
      state === undefined &&
      incoming !== undefined &&
      out !== undefined &&
      intent.tunnels.some(tunnel => holds(intent, incoming, tunnel.interface.value)) &&
      intent.fibre.some(link => holds(intent, out, link.interface.value)),
  )
  if (intent.role === 'core' || rule === undefined) return []
  const name = ofFamily('own-circuit', family)
  return [
    ...filterLines(family, name, [
      {
        name: 'own',
        from: rule.from,
        practice: rule.practice,
        matches: [`destination-prefix-list ${ofFamily('own', family)}`],
        actions: ['accept'],
      },
      {
        name: bounded(rule.name, longestName),
        from: rule.from,
        practice: rule.practice,
        matches: [],
        actions: ['discard'],
      },
    ]),
    ...intent.tunnels.map(tunnel =>
      bind(family, tunnel.interface.value, 'input', name, tunnel.interface.from, rule.practice),
    ),
  ]
}

function holds({ filter }: Intent, match: InterfaceMatch, name: string): boolean {
  return 'interface' in match
    ? match.interface === name
    : filter.interfaceSets.some(
        set => set.name === match.set && set.members.some(member => member.interface.value === name),
      )
}

function sameSet(a: InterfaceMatch, b: InterfaceMatch): boolean {
  return 'set' in a && 'set' in b && a.set === b.set
}

function ownPrefixes(
  { loopback, fibre, tunnels, underlays, access }: Intent,
  family: Family,
): { readonly prefix: Prefix; readonly from: From; readonly practice?: PracticeId }[] {
  const pick = (v4: Prefix | undefined, v6: Prefix | undefined): Prefix[] =>
    [family === 4 ? v4 : v6].flatMap(prefix => prefix ?? [])
  const multicast = (family === 4 ? ['224.0.0.0/4'] : ['ff00::/8', 'fe80::/10']).map(text => ({
    prefix: parsePrefix(text) as Prefix,
    from: [],
    practice: 'routing-neighbours' as const,
  }))
  const hosts = [
    loopback,
    ...fibre,
    ...tunnels.map(({ v4, v6 }) => ({ v4: v4.value, v6: v6.value, from: v4.from })),
  ].flatMap(({ v4, v6, from }) => pick(v4, v6).map(prefix => ({ prefix: hostPrefix(prefix), from })))
  const outer = underlays.flatMap(({ v4, from }) =>
    pick(v4, undefined).map(prefix => ({ prefix: hostPrefix(prefix), from })),
  )
  const segments = (access?.segments ?? []).flatMap(({ v4, v6 }) =>
    pick(v4.value, v6.value).map(prefix => ({ prefix: networkOf(prefix), from: family === 4 ? v4.from : v6.from })),
  )
  // The far ends of tunnels lie behind the provider, where nothing but a tunnel goes: a policy is asked, and there is none.
  const far = tunnels.flatMap(({ outerRemote }) =>
    outerRemote.value?.family === family ? [{ prefix: hostPrefix(outerRemote.value), from: outerRemote.from }] : [],
  )
  return [...hosts, ...outer, ...far, ...segments, ...multicast]
}

/** Drops before any connection state, at the interfaces that they name. */
function refusals(intent: Intent, family: Family): Line[] {
  const rules = intent.filter.forward.filter(rule => isStateless(rule, intent.filter) && concerns(rule, family, intent))
  return intent.filter.interfaceSets.flatMap(({ name: set, members }) => {
    const ours = rules.filter(({ in: incoming }) => incoming !== undefined && 'set' in incoming && incoming.set === set)
    if (ours.length === 0) return []
    const name = ofFamily(`from-${set}`, family)
    const terms = ours.map(rule => {
      const { in: _, ...rest } = rule
      return termOf(rest, family)
    })
    return [
      ...filterLines(family, name, [
        ...terms,
        { name: 'others', from: ours[0]?.from ?? [], practice: ours[0]?.practice, matches: [], actions: ['accept'] },
      ]),
      ...members.map(member => bind(family, member.interface.value, 'input', name, member.from, ours[0]?.practice)),
    ]
  })
}
