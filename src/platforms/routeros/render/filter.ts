import { icmpTypes } from '../../../intent/icmp.ts'
import type {
  AddressMatch,
  AddressSet,
  Filter,
  FilterRule,
  Intent,
  InterfaceMatch,
  InterfaceSet,
  Limit,
  SourceCheck,
} from '../../../intent/intent.ts'
import { prefixText, type Family } from '../../../model/ip.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { option, quote } from '../text.ts'
import { said } from '../../said.ts'
import { menu } from './menu.ts'

/** Longest prefix of a log line that RouterOS takes. */
const logPrefixLength = 31

const protocols: Readonly<Record<Family, Readonly<Record<NonNullable<FilterRule['protocol']>, string>>>> = {
  4: { tcp: 'tcp', udp: 'udp', icmp: 'icmp', ospf: 'ospf', gre: 'gre', esp: 'ipsec-esp' },
  6: { tcp: 'tcp', udp: 'udp', icmp: 'icmpv6', ospf: 'ospf', gre: 'gre', esp: 'ipsec-esp' },
}

export function interfaceLists({ filter }: Intent): Line[] {
  return [
    ...menu(
      '/interface list',
      filter.interfaceSets.filter(isBuiltLater).map(({ name }) => line([], 'structure')`add name=${name}`),
    ),
    ...menu(
      '/interface list member',
      filter.interfaceSets
        .filter(isBuiltLater)
        .flatMap(({ name, members }) =>
          members.map(member => said(member.from, 'tunnel-name')`add list=${name} interface=${member.interface.value}`),
        ),
    ),
  ]
}

/** The set of the local way stands at the file's begin. */
function isBuiltLater({ name }: InterfaceSet): boolean {
  return name !== 'local'
}

/** Rules of the local way, which stand first in the chain and in the file. */
export function localRules({ input }: Filter): readonly FilterRule[] {
  return input.filter(isLocal)
}

function isLocal({ in: incoming }: FilterRule): boolean {
  return incoming !== undefined && 'set' in incoming && incoming.set === 'local'
}

export function filter({ filter }: Intent): Line[] {
  return ([4, 6] as const).flatMap(family => [
    ...menu(`${root(family)} address-list`, [...addressLists(filter, family), ...sourceLists(filter, family)]),
    ...menu(`${root(family)} raw`, sources(filter, family)),
    ...menu(`${root(family)} filter`, [...chain('input', filter, family), ...chain('forward', filter, family)]),
  ])
}

/** Menu above a family's filter, translation and marks. */
export function root(family: Family): string {
  return family === 4 ? '/ip firewall' : '/ipv6 firewall'
}

function addressLists({ addressSets }: Filter, family: Family): Line[] {
  return addressSets.flatMap(({ name, members }) =>
    members
      .filter(({ prefix }) => prefix.family === family)
      .map(({ prefix, from }) => said(from, 'private-addresses')`add list=${name} address=${prefixText(prefix)}`),
  )
}

/**
 * What carries no address of its own yet, or one of the link alone, is left to the filter; every other source has to be
 * expected there.
 */
function sources({ sourceChecks, input }: Filter, family: Family): Line[] {
  return [
    ...input.filter(({ purpose }) => purpose === 'discovery').flatMap(rule => untracked(rule, family)),
    ...(sourceChecks.length === 0 ? [] : family === 4 ? firstAddressV4(sourceChecks) : linkLocalV6()),
    ...sourceChecks.flatMap(check => foreign(check, family)),
  ]
}

/** Discovery neither waits for connections nor fills their table. */
function untracked(rule: FilterRule, family: Family): Line[] {
  return icmpMatches(rule, family).flatMap(match =>
    (['prerouting', 'output'] as const).map(
      hook =>
        line(
          rule.from,
          rule.practice,
        )`add chain=${hook} action=notrack${protocolMatch(rule, family)}${match} comment=${quote(rule.name)}`,
    ),
  )
}

/** What is foreign is named in the log so often at most, and dropped always. */
function foreign(check: SourceCheck, family: Family): Line[] {
  const { interface: name, log } = check
  const own = family === 4 ? check.v4 : check.v6
  const [only] = own
  const expected =
    own.length === 1 && only !== undefined
      ? option('src-address', new Quoted(`!${prefixText(only.value)}`))
      : option('src-address-list', new Quoted(`!${sourceListOf(check)}`))
  const write = line(own.length === 1 ? (only?.from ?? []) : name.from)
  const match = new Quoted(` in-interface=${name.value}${expected.text}`)
  return [
    ...(log === undefined
      ? []
      : [
          write`add chain=prerouting action=log${match}${limitWords(log.limit)} log-prefix=${quote(log.word)} comment=${quote('foreign source, logged')}`,
        ]),
    write`add chain=prerouting action=drop${match} comment=${quote('foreign source')}`,
  ]
}

function sourceListOf({ interface: name }: SourceCheck): string {
  return `behind-${name.value}`
}

/** Lists of what may come over an interface, where that is more than one prefix. */
function sourceLists({ sourceChecks }: Filter, family: Family): Line[] {
  return sourceChecks.flatMap(check => {
    const own = family === 4 ? check.v4 : check.v6
    if (own.length === 1) return []
    return own.map(({ value, from }) => line(from)`add list=${sourceListOf(check)} address=${prefixText(value)}`)
  })
}

function firstAddressV4(checks: readonly SourceCheck[]): Line[] {
  if (!checks.some(({ dhcp }) => dhcp)) return []
  return [
    line(
      [],
      'first-address',
    )`add chain=prerouting action=accept src-address=0.0.0.0/32 protocol=udp dst-port=67 comment=${quote('asks for an address')}`,
  ]
}

function linkLocalV6(): Line[] {
  const discovery = line([], 'neighbour-discovery')
  return [
    discovery`add chain=prerouting action=accept src-address=fe80::/10 comment=${quote('link-local')}`,
    discovery`add chain=prerouting action=accept src-address=::/128 protocol=icmpv6 comment=${quote('duplicate address detection')}`,
  ]
}

function chain(name: 'input' | 'forward', filter: Filter, family: Family): Line[] {
  return [
    ...filter[name]
      .filter(rule => !isLocal(rule))
      .filter(rule => concerns(rule, family, filter.addressSets))
      .flatMap(rule => ruleLines(name, rule, family)),
    line([], 'default-deny')`add chain=${name} action=drop comment=${quote('default deny')}`,
  ]
}

/** A rule that asks for addresses of the other family alone can match nothing here. */
function concerns(
  { family: wanted, source, destination }: FilterRule,
  family: Family,
  sets: readonly AddressSet[],
): boolean {
  if (wanted !== 'both' && wanted !== family) return false
  return [source, destination].every(
    match =>
      match === undefined ||
      ('prefix' in match
        ? match.prefix.family === family
        : sets.some(
            ({ name, members }) => name === match.set && members.some(({ prefix }) => prefix.family === family),
          )),
  )
}

/** One line for each type of ICMP that a rule names; what comes faster than a limit is dropped by a line of its own. */
export function ruleLines(chain: string, rule: FilterRule, family: Family): Line[] {
  const write = line(rule.from, rule.practice)
  return icmpMatches(rule, family).flatMap(icmp => {
    const match = new Quoted(matches(rule, family) + icmp.text)
    if (rule.limit === undefined)
      return [write`add chain=${chain} action=${rule.action}${match}${logWords(rule.log)} comment=${quote(rule.name)}`]
    const limit = limitWords(rule.limit)
    return [
      write`add chain=${chain} action=${rule.action}${match}${limit}${logWords(rule.log)} comment=${quote(rule.name)}`,
      write`add chain=${chain} action=drop${match} comment=${quote(`${rule.name}, too many`)}`,
    ]
  })
}

function matches(rule: FilterRule, family: Family): string {
  const { state, in: incoming, out, source, destination, ports } = rule
  return [
    option('connection-state', state === 'established' ? 'established,related' : state),
    interfaceMatch('in', incoming),
    interfaceMatch('out', out),
    addressMatch('src', source),
    addressMatch('dst', destination),
    protocolMatch(rule, family),
    option('dst-port', ports?.join(',')),
  ]
    .map(({ text }) => text)
    .join('')
}

function protocolMatch({ protocol }: FilterRule, family: Family): Quoted {
  return option('protocol', protocol && protocols[family][protocol])
}

/** Every code of a type; one empty match where a rule names no type. */
function icmpMatches({ icmp }: FilterRule, family: Family): Quoted[] {
  if (icmp === undefined) return [new Quoted('')]
  return icmpTypes[icmp][family].map(type => option('icmp-options', `${type}:0-255`))
}

function limitWords({ packetsPerSecond, burst }: Limit): Quoted {
  return option('limit', `${packetsPerSecond},${burst}:packet`)
}

function logWords(log: string | undefined): Quoted {
  if (log === undefined) return new Quoted('')
  return new Quoted(`${option('log', 'yes').text}${option('log-prefix', quote(log.slice(0, logPrefixLength))).text}`)
}

function interfaceMatch(direction: 'in' | 'out', match: InterfaceMatch | undefined): Quoted {
  if (match === undefined) return new Quoted('')
  return 'set' in match
    ? option(`${direction}-interface-list`, match.set)
    : option(`${direction}-interface`, match.interface)
}

function addressMatch(end: 'src' | 'dst', match: AddressMatch | undefined): Quoted {
  if (match === undefined) return new Quoted('')
  return 'set' in match ? option(`${end}-address-list`, match.set) : option(`${end}-address`, prefixText(match.prefix))
}
