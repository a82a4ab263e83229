import type { FilterRule, Intent, InterfaceMatch, SourceCheck } from '../../../intent/intent.ts'
import { hostPrefix, networkOf, parseAddress, parsePrefix, type Family, type Prefix } from '../../../model/ip.ts'
import { block, iosName } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { accessList, ipWord, type Entry } from './acl.ts'
import { said } from '../../said.ts'
import { circuitLines, circuitLists, ownCircuits, type OwnCircuits } from './circuits.ts'
import { places } from './places.ts'
import { concerns, listLength, matchOf, reaches, split, zonesOf, type Match, type Zone } from './zone-model.ts'

const families: readonly Family[] = [4, 6]

/**
 * The filter as a zone-based firewall: reflexive lists know one interface, and on a ring the answer comes in over another; IOS XE has no
 * other stateful filter. Within the backbone's zone packets pass without a state, which is what `transit` asks for. What stands before
 * the state (addresses that may never come in over a circuit) and the checks of sources are lists at the interface.
 */
export interface Firewall {
  readonly zones: readonly Zone[]
  readonly matches: readonly Match[]
  /** Those of them that concern the router itself. */
  readonly inputs: readonly Match[]
  readonly policies: readonly Policy[]
  readonly edges: readonly Edge[]
  readonly circuits: OwnCircuits | undefined
}

interface Policy {
  readonly source: Zone | undefined
  readonly destination: Zone | undefined
  readonly matches: readonly Match[]
}

/** Rules in a row that one practice asks for, of one action and place, are one class; every other rule is its own. */
interface Class {
  readonly name: string
  readonly matches: readonly Match[]
}

function classesOf(matches: readonly Match[]): Class[] {
  const runs: Match[][] = []
  for (const match of matches) {
    const last = runs.at(-1)
    if (last?.[0] !== undefined && alike(last[0], match)) last.push(match)
    else runs.push([match])
  }
  return runs.map(run => ({
    name:
      run.length === 1 || run[0] === undefined
        ? (run[0]?.name ?? '')
        : iosName(`${run[0].name.slice(0, 2)}${run[0].rule.practice}`),
    matches: run,
  }))
}

function alike(a: Match, b: Match): boolean {
  return (
    a.rule.practice !== undefined &&
    a.rule.practice === b.rule.practice &&
    a.action === b.action &&
    JSON.stringify([a.rule.in, a.rule.out]) === JSON.stringify([b.rule.in, b.rule.out])
  )
}

/** Rules that hold at an interface before anything else does. */
interface Edge {
  readonly name: string
  readonly interfaces: readonly string[]
  readonly matches: readonly Match[]
}

export function firewallOf(intent: Intent): Firewall {
  const { filter } = intent
  const zones = zonesOf(filter)
  const forward = split(filter.forward)
  const input = split(filter.input)
  const circuits = ownCircuits(
    intent,
    forward.early.filter(rule => isDrop(rule) && rule.out !== undefined),
  )
  const edges = edgesOf(
    intent,
    zones,
    forward.early.filter(rule => isDrop(rule) && rule.out === undefined),
  )
  for (const rule of input.early)
    if (!edges.some(edge => edge.matches.some(({ rule: { name } }) => name === rule.name)))
      throw new Error(`rule ${rule.name} stands before connection state for this router alone`)
  const forwards = distinct(
    [
      ...forward.early
        .filter(rule => !isDrop(rule))
        .map(rule => ({ ...matchOf('F', rule, intent), action: 'pass' as const })),
      ...forward.late.map(rule => matchOf('F', rule, intent)),
    ].filter(possible),
  )
  if (filter.forward.some(({ in: over }) => over !== undefined && 'interface' in over))
    throw new Error('a zone does not tell its interfaces apart')
  if (filter.forward.some(({ limitPerSecond }) => limitPerSecond !== undefined))
    throw new Error('the control plane holds no rate of what is forwarded')
  const inputs = distinct(input.late.map(rule => matchOf('I', rule, intent)).filter(possible))
  const policies = [
    ...zones.flatMap(source => zones.flatMap(destination => between(intent, source, destination, forwards))),
    ...zones.flatMap((zone): Policy[] => [
      { source: zone, destination: undefined, matches: inputs.filter(({ rule }) => concerns(rule.in, zone)) },
      { source: undefined, destination: zone, matches: [] },
    ]),
  ]
  const used = new Set(policies.flatMap(({ matches }) => matches))
  return {
    zones,
    matches: [...forwards, ...inputs].filter(match => used.has(match)),
    inputs,
    policies,
    edges,
    circuits,
  }
}

function isDrop({ action }: FilterRule): boolean {
  return action === 'drop'
}

function possible({ families: some }: Match): boolean {
  return some.length > 0
}

/** Two rules of one name are those of the two families. */
function distinct(matches: readonly Match[]): Match[] {
  return matches.map((match, i) =>
    matches.findIndex(({ name }) => name === match.name) === i
      ? match
      : { ...match, name: iosName(`${match.name}-v${match.families.join('')}`, listLength) },
  )
}

/** Between two zones nothing passes without a policy; within one everything does. */
function between(intent: Intent, source: Zone, destination: Zone, all: readonly Match[]): Policy[] {
  const matches = all.filter(
    match =>
      concerns(match.rule.in, source) && concerns(match.rule.out, destination) && reaches(match, destination, intent),
  )
  const [first] = matches
  const free =
    source === destination &&
    first?.action === 'pass' &&
    first.rule.source === undefined &&
    first.rule.destination === undefined &&
    first.rule.protocol === undefined
  if (free) return []
  const last = matches.findLastIndex(({ action }) => action !== 'drop')
  return last < 0 && source !== destination ? [] : [{ source, destination, matches: matches.slice(0, last + 1) }]
}

function edgesOf(intent: Intent, zones: readonly Zone[], rules: readonly FilterRule[]): Edge[] {
  const groups = Map.groupBy(rules, ({ in: over }) => JSON.stringify(over ?? null))
  return [...groups.values()].map((group): Edge => {
    const over = group[0]?.in
    return {
      name: iosName(
        `EDGE-${over === undefined ? 'all' : 'set' in over ? over.set : over.interface.replaceAll('/', '-')}`,
        36,
      ),
      interfaces: interfacesOf(intent, zones, over),
      matches: group.map(rule => matchOf('E', rule, intent)),
    }
  })
}

function interfacesOf({ filter }: Intent, zones: readonly Zone[], match: InterfaceMatch | undefined): string[] {
  if (match === undefined) return zones.flatMap(({ members }) => [...members.keys()])
  if ('interface' in match) return [match.interface]
  return (filter.interfaceSets.find(({ name }) => name === match.set)?.members ?? []).map(
    member => member.interface.value,
  )
}

const protocols: Readonly<Record<Family, Readonly<Record<NonNullable<FilterRule['protocol']>, string>>>> = {
  4: { tcp: 'tcp', udp: 'udp', icmp: 'icmp', ospf: 'ospf', gre: 'gre', esp: 'esp' },
  6: { tcp: 'tcp', udp: 'udp', icmp: 'icmp', ospf: '89', gre: '47', esp: 'esp' },
}

function entriesOf({ rule, sources, destinations }: Match, family: Family, action: 'permit' | 'deny'): Entry[] {
  const own = ({ prefix }: { readonly prefix: Prefix | undefined }): boolean =>
    prefix === undefined || prefix.family === family
  const protocol = rule.protocol === undefined ? ipWord(family) : protocols[family][rule.protocol]
  return sources.filter(own).flatMap(source =>
    destinations.filter(own).flatMap(destination => {
      const from = places(destination.from, source.from, rule.from)
      const practice = rule.practice ?? (from.length === 0 ? 'default-value' : undefined)
      const entry: Entry = {
        action,
        protocol,
        source: source.prefix,
        destination: destination.prefix,
        from,
        ...(practice === undefined ? {} : { practice }),
      }
      return rule.ports === undefined ? [entry] : portWords(rule.ports).map(rest => ({ ...entry, rest }))
    }),
  )
}

/** Ports in a row are one range. */
function portWords(ports: readonly number[]): string[] {
  const sorted = ports.toSorted((a, b) => a - b)
  const starts = sorted.filter(port => !sorted.includes(port - 1))
  return starts.map(first => {
    let last = first
    while (sorted.includes(last + 1)) last++
    return first === last ? `eq ${first}` : `range ${first} ${last}`
  })
}

function ruleLine({ rule }: Match): ReturnType<typeof line> {
  return rule.practice === undefined ? said(rule.from) : line(rule.from, rule.practice)
}

function everything(family: Family): Entry {
  return {
    action: 'permit',
    protocol: ipWord(family),
    source: undefined,
    destination: undefined,
    from: [],
    practice: 'structure',
  }
}

/** Access lists of the firewall's classes and of interfaces. */
export function firewallLists(intent: Intent): Line[] {
  const { matches, edges, circuits } = firewallOf(intent)
  return [
    ...matches.flatMap(match =>
      match.families.flatMap(family =>
        accessList(listName(match.name, family), family, ruleLine(match), entriesOf(match, family, 'permit')),
      ),
    ),
    ...edges.flatMap(edge =>
      families.flatMap(family => {
        const entries = edge.matches
          .filter(match => match.families.includes(family))
          .flatMap(match =>
            entriesOf(match, family, 'deny').map(entry =>
              match.action === 'drop log' ? { ...entry, rest: 'log' } : entry,
            ),
          )
        return entries.length === 0
          ? []
          : accessList(
              listName(edge.name, family),
              family,
              line([], edge.matches[0]?.rule.practice ?? 'source-check'),
              [...entries, everything(family)],
            )
      }),
    ),
    ...circuitLists(intent, circuits),
    ...intent.filter.sourceChecks.flatMap(check =>
      families.flatMap(family =>
        accessList(sourceList(check, family), family, line(check.interface.from), sourceEntries(check, family)),
      ),
    ),
  ]
}

/** The router's own sessions of TCP and UDP, whose answers come back; what else it sends passes, and has answers by rules of their own. */
const ownSessions = 'SELF-SESSIONS'

function listName(name: string, family: Family): string {
  return `${name}-${family}`
}

const linkLocal = parsePrefix('fe80::/10')
const nowhere = { 4: hostPrefix(parseAddress('0.0.0.0')!), 6: hostPrefix(parseAddress('::')!) } as const

function sourceList({ interface: name }: SourceCheck, family: Family): string {
  return listName(iosName(`SOURCE-${name.value.replaceAll('/', '-')}`, 38), family)
}

/** A host may speak from its own prefix, and before it has an address from none; what a list does not permit it denies. */
function sourceEntries({ v4, v6, dhcp, from }: SourceCheck, family: Family): Entry[] {
  const entry = { action: 'permit', destination: undefined, from: [] as Entry['from'] } as const
  if (family === 4) {
    return [
      ...(dhcp
        ? [
            {
              ...entry,
              protocol: 'udp',
              source: nowhere[4],
              sourcePort: 68,
              rest: 'eq 67',
              practice: 'first-address',
            } as const,
          ]
        : []),
      { ...entry, protocol: 'ip', source: networkOf(v4), from },
    ]
  }
  return [
    { ...entry, protocol: 'icmp', source: nowhere[6], practice: 'neighbour-discovery' },
    { ...entry, protocol: 'ipv6', source: linkLocal, practice: 'neighbour-discovery' },
    { ...entry, protocol: 'ipv6', source: networkOf(v6.value), from: v6.from },
  ]
}

/** Classes and policies, and the zones that they stand between. */
export function firewallPolicies(intent: Intent): Line[] {
  const { zones, policies } = firewallOf(intent)
  const own = line([], 'own-traffic')
  return [
    ...distinctClasses(policies).flatMap(({ name, matches }) =>
      block(
        classLine(matches)`class-map type inspect match-any ${name}`,
        matches.flatMap(match =>
          match.families.map(family => ruleLine(match)`match access-group name ${listName(match.name, family)}`),
        ),
      ),
    ),
    ...block(own`class-map type inspect match-any ${ownSessions}`, [own`match protocol tcp`, own`match protocol udp`]),
    ...policies.flatMap((policy, i) => policyMap(policy, i, policies)),
    ...zones.map(({ name, from }) => said(from, 'default-deny')`zone security ${name}`),
  ]
}

function distinctClasses(policies: readonly Policy[]): Class[] {
  return [...new Map(policies.flatMap(({ matches }) => classesOf(matches)).map(each => [each.name, each])).values()]
}

function classLine([first]: readonly Match[]): ReturnType<typeof line> {
  return first === undefined ? line([], 'structure') : ruleLine(first)
}

/** Stands behind the interfaces, which have to be in their zones. */
export function zonePairs(intent: Intent): Line[] {
  return firewallOf(intent)
    .policies.filter(
      ({ source, destination, matches }) => source !== undefined || destination !== undefined || matches.length > 0,
    )
    .flatMap(policy => {
      const { source, destination } = policy
      const write = said(places(source?.from ?? [], destination?.from ?? []), 'default-deny')
      return block(
        write`zone-pair security ${pairName(policy)} source ${source?.name ?? 'self'} destination ${destination?.name ?? 'self'}`,
        [
          source !== undefined && policyName(policy).includes('.')
            ? write`service-policy type inspect ${policyName(policy)}`
            : line(
                [],
                source === undefined ? 'own-traffic' : 'default-deny',
              )`service-policy type inspect ${policyName(policy)}`,
        ],
      )
    })
}

function pairName({ source, destination }: Policy): string {
  return iosName(`${source?.set ?? 'self'}.${destination?.set ?? 'self'}`)
}

const selfOut = 'P-SELF-OUT'

/** What says the same of several pairs is one policy. */
function policyName(policy: Policy): string {
  const { source, destination, matches } = policy
  if (source === undefined) return selfOut
  if (matches.length === 0) return 'P-NOTHING'
  return destination === undefined && matches.every(({ rule }) => rule.in === undefined)
    ? 'P-SELF-IN'
    : iosName(`P-${pairName(policy)}`)
}

function policyMap(policy: Policy, index: number, all: readonly Policy[]): Line[] {
  const name = policyName(policy)
  if (all.findIndex(other => policyName(other) === name) !== index) return []
  const own = line([], 'own-traffic')
  const deny = line([], 'default-deny')
  if (policy.source === undefined) {
    return block(own`policy-map type inspect ${selfOut}`, [
      ...block(own`class type inspect ${ownSessions}`, [own`inspect`]),
      ...block(own`class class-default`, [own`pass`]),
    ])
  }
  const head =
    name.startsWith('P-SELF') || name === 'P-NOTHING'
      ? deny
      : said(places(policy.source.from, policy.destination?.from ?? []), 'default-deny')
  return block(head`policy-map type inspect ${name}`, [
    ...classesOf(policy.matches).flatMap(({ name: own, matches }) =>
      block(classLine(matches)`class type inspect ${own}`, [
        classLine(matches)`${new Quoted(matches[0]?.action ?? 'drop')}`,
      ]),
    ),
    ...block(deny`class class-default`, [deny`drop`]),
  ])
}

/** What an interface says about filters: its zone, and the lists that hold before the zone does. */
export function interfaceFilters(intent: Intent): (name: string) => Line[] {
  const { zones, edges, circuits } = firewallOf(intent)
  const lists = new Map<string, Line[]>()
  const add = (name: string, from: Entry['from'], list: string, family: Family): void => {
    const write = said(from, 'source-check')
    const before = lists.get(name) ?? []
    if (before.some(({ parts }) => String(parts[0]).startsWith(family === 4 ? 'ip ' : 'ipv6 ')))
      throw new Error(`two access lists at ${name}`)
    lists.set(name, [
      ...before,
      family === 4 ? write`ip access-group ${list} in` : write`ipv6 traffic-filter ${list} in`,
    ])
  }
  for (const check of intent.filter.sourceChecks)
    for (const family of families) add(check.interface.value, check.interface.from, sourceList(check, family), family)
  for (const { name, interfaces, matches } of edges) {
    for (const family of families.filter(each => matches.some(match => match.families.includes(each))))
      for (const over of interfaces) add(over, [], listName(name, family), family)
  }
  const zoneOf = new Map(
    zones.flatMap(zone =>
      [...zone.members].map(
        ([name, from]) => [name, said(from, 'default-deny')`zone-member security ${zone.name}`] as const,
      ),
    ),
  )
  const both = [...lists.keys()].find(name => circuitLines(circuits, name).length > 0)
  if (both !== undefined) throw new Error(`two access lists at ${both}`)
  return name => [
    ...(zoneOf.has(name) ? [zoneOf.get(name) as Line] : []),
    ...(lists.get(name) ?? []),
    ...circuitLines(circuits, name),
  ]
}

/** Rules for the router itself with the names of their lists, in order. */
export function inputLists(intent: Intent): readonly {
  readonly names: readonly string[]
  readonly rule: FilterRule
  readonly write: ReturnType<typeof line>
}[] {
  const { matches, inputs } = firewallOf(intent)
  return inputs
    .filter(match => matches.includes(match))
    .map(match => ({
      names: match.families.map(family => listName(match.name, family)),
      rule: match.rule,
      write: ruleLine(match),
    }))
}
