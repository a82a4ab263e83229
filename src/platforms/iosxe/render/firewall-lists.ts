import { icmpTypes } from '../../../intent/icmp.ts'
import type { FilterRule, Intent, SourceCheck } from '../../../intent/intent.ts'
import { hostPrefix, parseAddress, parsePrefix, type Family, type Prefix } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { iosName } from '../text.ts'
import { accessList, ipWord, type Entry } from './acl.ts'
import { circuitLists } from './circuits.ts'
import { firewallOf } from './firewall.ts'
import { places } from './places.ts'
import type { Match } from './zone-model.ts'

const families: readonly Family[] = [4, 6]

export function ruleLine({ rule }: Match): ReturnType<typeof line> {
  return rule.practice === undefined ? said(rule.from) : line(rule.from, rule.practice)
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
      const rests = rule.icmp === undefined ? portWords(rule.ports ?? []) : icmpTypes[rule.icmp][family].map(String)
      return rests.length === 0 ? [entry] : rests.map(rest => ({ ...entry, rest }))
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

/** Access lists of the firewall's classes and of interfaces. */
export function firewallLists(intent: Intent): Line[] {
  const { matches, circuits } = firewallOf(intent)
  return [
    ...matches.flatMap(match =>
      match.families.flatMap(family =>
        accessList(listName(match.name, family), family, ruleLine(match), entriesOf(match, family, 'permit')),
      ),
    ),
    ...circuitLists(intent, circuits),
    ...intent.filter.sourceChecks.flatMap(check =>
      families.flatMap(family =>
        accessList(sourceList(check, family), family, line(check.interface.from), sourceEntries(check, family)),
      ),
    ),
  ]
}

export function listName(name: string, family: Family): string {
  return `${name}-${family}`
}

const linkLocal = parsePrefix('fe80::/10')
const nowhere = { 4: hostPrefix(parseAddress('0.0.0.0')!), 6: hostPrefix(parseAddress('::')!) } as const

export function sourceList({ interface: name }: SourceCheck, family: Family): string {
  return listName(iosName(`SOURCE-${name.value.replaceAll('/', '-')}`, 38), family)
}

/**
 * Who is there may speak from the prefixes that are expected, and before it has an address from none; what a list does
 * not permit it denies.
 */
function sourceEntries({ interface: name, v4, v6, dhcp, log }: SourceCheck, family: Family): Entry[] {
  const entry = { action: 'permit', destination: undefined, from: name.from } as const
  const own = (family === 4 ? v4 : v6).map(
    ({ value, from }): Entry => ({ ...entry, protocol: ipWord(family), source: value, from }),
  )
  const rest: Entry[] =
    log === undefined
      ? []
      : [
          {
            ...entry,
            action: 'deny',
            protocol: ipWord(family),
            source: undefined,
            rest: 'log',
            practice: 'source-check',
          },
        ]
  if (family === 6)
    return [
      { ...entry, protocol: 'icmp', source: nowhere[6], practice: 'neighbour-discovery' },
      { ...entry, protocol: 'ipv6', source: linkLocal, practice: 'neighbour-discovery' },
      ...own,
      ...rest,
    ]
  const first: Entry = {
    ...entry,
    protocol: 'udp',
    source: nowhere[4],
    sourcePort: 68,
    rest: 'eq 67',
    practice: 'first-address',
  }
  return [...(dhcp ? [first] : []), ...own, ...rest]
}
