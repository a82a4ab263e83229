import { icmpTypes } from '../../../intent/icmp.ts'
import type {
  AddressMatch,
  Filter,
  FilterRule,
  InterfaceMatch,
  Limit,
  SourceCheck,
  Sourced,
} from '../../../intent/intent.ts'
import { networkOf, prefixText, type Family, type Prefix } from '../../../model/ip.ts'
import { line, type Line, Quoted } from '../../text/line.ts'
import { nftExpression, nftInterface, nftLogPrefix, nftString } from '../text/nft.ts'
import { addressSetName, interfaceSetName } from './nft-set.ts'

/** Numbers of IANA's registry: names of `/etc/protocols` may be missing on a small system. */
const protocolNumbers = { ospf: 89, gre: 47, esp: 50 } as const

/** Discovery is not tracked: it neither waits for connections nor fills their table. */
export function untrackedLines(rules: readonly FilterRule[]): Line[] {
  return rules
    .filter(({ purpose }) => purpose === 'discovery')
    .map(rule => line(rule.from, rule.practice)`    ${nftExpression([...protocolWords(rule, 6), 'notrack'])}`)
}

/** Drops foreign source addresses, before connections are looked up. */
export function sourceLines(checks: readonly SourceCheck[]): Line[] {
  return checks.flatMap(check => {
    const name = nftInterface(check.interface.value)
    // What comes faster than the limit passes the line that logs, and is dropped by the next.
    const logged =
      check.log === undefined ? [] : [[...limitWords(check.log.limit), 'log prefix', nftLogPrefix(check.log.word).text]]
    const foreign = (header: 'ip' | 'ip6', own: readonly Sourced<Prefix>[], more: readonly string[]): Line[] => {
      const sources = [...own.map(({ value }) => prefixText(networkOf(value))), ...more]
      const write = line(own.flatMap(({ from }) => from))
      return [...logged, ['counter drop']].map(
        words => write`    ${nftExpression(['iifname', name, header, 'saddr !=', setOf(sources), ...words])}`,
      )
    }
    return [
      // A host without an address asks for one.
      ...(check.dhcp
        ? [
            line(
              check.interface.from,
              'first-address',
            )`    iifname ${new Quoted(name)} ip saddr 0.0.0.0 udp sport 68 udp dport 67 accept`,
          ]
        : []),
      ...foreign('ip', check.v4, []),
      ...foreign('ip6', check.v6, ['fe80::/10', '::']),
    ]
  })
}

function setOf(items: readonly string[]): string {
  return items.length === 1 ? (items[0] ?? '') : `{ ${items.join(', ')} }`
}

export function filterLines(rules: readonly FilterRule[], filter: Filter): Line[] {
  return rules.flatMap(rule => ruleLines(rule, filter))
}

/** A rule about addresses is one line a family; any other is one line for both. */
function ruleLines(rule: FilterRule, filter: Filter): Line[] {
  return variantsOf(rule, filter).flatMap(variant => {
    const match = [
      ...interfaceWords(rule),
      ...familyWords(rule, variant),
      ...protocolWords(rule, variant),
      ...stateWords(rule),
    ]
    return actionLines(rule, match)
  })
}

type Variant = Family | 'both'

function variantsOf(rule: FilterRule, filter: Filter): readonly Variant[] {
  if (
    rule.source === undefined &&
    rule.destination === undefined &&
    (rule.icmp === undefined || rule.family !== 'both')
  )
    return [rule.family]
  const families: readonly Family[] = rule.family === 'both' ? [4, 6] : [rule.family]
  return families.filter(family => has(rule.source, family, filter) && has(rule.destination, family, filter))
}

function has(match: AddressMatch | undefined, family: Family, filter: Filter): boolean {
  if (match === undefined) return true
  if ('prefix' in match) return match.prefix.family === family
  const set = filter.addressSets.find(({ name }) => name === match.set)
  if (set === undefined) throw new Error(`address set ${match.set} is not defined`)
  return set.members.some(({ prefix }) => prefix.family === family)
}

function interfaceWords(rule: FilterRule): string[] {
  return [
    ...(rule.in === undefined ? [] : ['iifname', interfaceWord(rule.in)]),
    ...(rule.out === undefined ? [] : ['oifname', interfaceWord(rule.out)]),
  ]
}

function interfaceWord(match: InterfaceMatch): string {
  return 'set' in match ? `@${interfaceSetName(match.set)}` : nftInterface(match.interface)
}

function familyWords(rule: FilterRule, variant: Variant): string[] {
  if (variant === 'both') return []
  const { source, destination } = rule
  if (source === undefined && destination === undefined && rule.icmp !== undefined) return []
  if (source === undefined && destination === undefined) return ['meta nfproto', variant === 4 ? 'ipv4' : 'ipv6']
  const header = variant === 4 ? 'ip' : 'ip6'
  return [
    ...(source === undefined ? [] : [`${header} saddr`, addressWord(source, variant)]),
    ...(destination === undefined ? [] : [`${header} daddr`, addressWord(destination, variant)]),
  ]
}

function addressWord(match: AddressMatch, family: Family): string {
  return 'set' in match ? `@${addressSetName(match.set, family)}` : prefixWord(match.prefix)
}

function prefixWord(prefix: Prefix): string {
  return prefixText(networkOf(prefix))
}

function protocolWords(rule: FilterRule, variant: Variant): string[] {
  const { protocol, ports } = rule
  if (protocol === undefined) return []
  if (rule.icmp !== undefined && variant !== 'both')
    return [variant === 4 ? 'icmp type' : 'icmpv6 type', setOf(icmpTypes[rule.icmp][variant].map(String))]
  if (protocol === 'icmp')
    return ['meta l4proto', variant === 4 ? 'icmp' : variant === 6 ? 'ipv6-icmp' : '{ icmp, ipv6-icmp }']
  if (protocol !== 'tcp' && protocol !== 'udp') return ['meta l4proto', String(protocolNumbers[protocol])]
  if (ports === undefined) return ['meta l4proto', protocol]
  return [protocol, 'dport', ports.length === 1 ? String(ports[0]) : `{ ${ports.join(', ')} }`]
}

function stateWords(rule: FilterRule): string[] {
  if (rule.state === undefined) return []
  return ['ct state', rule.state === 'established' ? 'established,related' : 'invalid']
}

/** What comes faster than a limit is dropped by a line of its own. */
function actionLines({ action, limit, log, name, from, practice }: FilterRule, match: readonly string[]): Line[] {
  const write = (words: readonly string[], comment: string): Line =>
    line(from, practice)`    ${nftExpression([...match, ...words])} comment ${nftString(comment)}`
  const logged = log === undefined ? [] : ['log prefix', nftLogPrefix(log).text]
  if (limit === undefined) return [write([...logged, `counter ${action}`], name)]
  return [
    write([...limitWords(limit), ...logged, `counter ${action}`], name),
    write(['counter drop'], `${name}, too many`),
  ]
}

function limitWords({ packetsPerSecond, burst }: Limit): string[] {
  return [`limit rate ${packetsPerSecond}/second burst ${burst} packets`]
}
