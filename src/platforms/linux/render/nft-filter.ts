import type { AddressMatch, Filter, FilterRule, InterfaceMatch, SourceCheck } from '../../../intent/intent.ts'
import { networkOf, prefixText, type Family, type Prefix } from '../../../model/ip.ts'
import { line, type Line, Quoted } from '../../text/line.ts'
import { nftExpression, nftInterface, nftLogPrefix, nftString } from '../text/nft.ts'
import { addressSetName, interfaceSetName } from './nft-set.ts'

/** Numbers of IANA's registry: names of `/etc/protocols` may be missing on a small system. */
const protocolNumbers = { ospf: 89, gre: 47, esp: 50 } as const

/** Drops foreign source addresses at access interfaces, before connections are looked up. */
export function sourceLines(checks: readonly SourceCheck[]): Line[] {
  return checks.flatMap(check => {
    const name = new Quoted(nftInterface(check.interface.value))
    return [
      // A host without an address asks for one.
      ...(check.dhcp
        ? [
            line(
              check.interface.from,
              'first-address',
            )`    iifname ${name} ip saddr 0.0.0.0 udp sport 68 udp dport 67 accept`,
          ]
        : []),
      line(check.from)`    iifname ${name} ip saddr != ${prefixText(networkOf(check.v4))} counter drop`,
      line(
        check.v6.from,
      )`    iifname ${name} ip6 saddr != { ${prefixText(networkOf(check.v6.value))}, fe80::/10, :: } counter drop`,
    ]
  })
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
  if (rule.source === undefined && rule.destination === undefined) return [rule.family]
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

/** A limit holds what is accepted; with a drop it holds only the log, since what is dropped is dropped at any rate. */
function actionLines(rule: FilterRule, match: readonly string[]): Line[] {
  const write = line(rule.from, rule.practice)
  const limit = rule.limitPerSecond === undefined ? [] : [`limit rate ${rule.limitPerSecond}/second`]
  const log = rule.log === undefined ? [] : ['log prefix', nftLogPrefix(rule.log).text]
  const comment = nftString(rule.name)
  if (rule.action === 'accept')
    return [write`    ${nftExpression([...match, ...limit, ...log, 'counter accept'])} comment ${comment}`]
  if (log.length === 0) return [write`    ${nftExpression([...match, 'counter drop'])} comment ${comment}`]
  return [
    write`    ${nftExpression([...match, ...limit, ...log])} comment ${comment}`,
    write`    ${nftExpression([...match, 'counter drop'])} comment ${comment}`,
  ]
}
