import type {
  AddressMatch,
  AddressSet,
  Filter,
  FilterRule,
  Intent,
  InterfaceMatch,
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
      filter.interfaceSets.map(({ name }) => line([], 'structure')`add name=${name}`),
    ),
    ...menu(
      '/interface list member',
      filter.interfaceSets.flatMap(({ name, members }) =>
        members.map(member => said(member.from, 'tunnel-name')`add list=${name} interface=${member.interface.value}`),
      ),
    ),
  ]
}

export function filter({ filter }: Intent): Line[] {
  return ([4, 6] as const).flatMap(family => [
    ...menu(`${root(family)} address-list`, addressLists(filter, family)),
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

/** What carries no address of its own yet, or one of the link alone, is left to the filter; every other source has to be the interface's own. */
function sources({ sourceChecks }: Filter, family: Family): Line[] {
  if (sourceChecks.length === 0) return []
  return [
    ...(family === 4 ? firstAddressV4(sourceChecks) : linkLocalV6()),
    ...sourceChecks.map(
      ({ interface: name, v4, v6, from }) =>
        line(
          family === 4 ? from : v6.from,
        )`add chain=prerouting action=drop in-interface=${name.value} src-address=!${prefixText(family === 4 ? v4 : v6.value)} comment=${quote('foreign source')}`,
    ),
  ]
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
      .filter(rule => concerns(rule, family, filter.addressSets))
      .map(rule => ruleLine(name, rule, family)),
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

function ruleLine(chain: string, rule: FilterRule, family: Family): Line {
  return line(
    rule.from,
    rule.practice,
  )`add chain=${chain} action=${rule.action}${matches(rule, family)} comment=${quote(rule.name)}`
}

function matches(
  { state, in: incoming, out, source, destination, protocol, ports, limitPerSecond, log }: FilterRule,
  family: Family,
): Quoted {
  return new Quoted(
    [
      option('connection-state', state === 'established' ? 'established,related' : state),
      interfaceMatch('in', incoming),
      interfaceMatch('out', out),
      addressMatch('src', source),
      addressMatch('dst', destination),
      option('protocol', protocol && protocols[family][protocol]),
      option('dst-port', ports?.join(',')),
      option('limit', limitPerSecond && `${limitPerSecond},${2 * limitPerSecond}:packet`),
      ...(log === undefined ? [] : [option('log', 'yes'), option('log-prefix', quote(log.slice(0, logPrefixLength)))]),
    ]
      .map(({ text }) => text)
      .join(''),
  )
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
