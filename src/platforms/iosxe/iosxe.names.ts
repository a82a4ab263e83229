import { readIosxe, type IosBlock } from './read/blocks.ts'

/**
 * For tests: what a configuration of IOS XE says about names. Most of what refers to nothing permits everything,
 * without a word.
 */

type Kind =
  | 'interface'
  | 'list-4'
  | 'list-6'
  | 'prefix-list-4'
  | 'prefix-list-6'
  | 'community-list'
  | 'route-map'
  | 'inspect-class'
  | 'inspect-policy'
  | 'class'
  | 'policy'
  | 'zone'
  | 'key-chain'
  | 'keyring'
  | 'ike-proposal'
  | 'ike-profile'
  | 'bfd-template'
  | 'transform'
  | 'ipsec-profile'
  | 'aaa-group'
  | 'radius'
  | 'view'
  | 'snmp-group'
  | 'snmp-user'
  | 'nat-pool'
  | 'sla'
  | 'track'
  | 'vlan'
  | 'bridge'
  | 'neighbor'

interface Rule {
  /** The lines from the outermost inwards, joined by ` > `. */
  readonly line: RegExp
  readonly kind: Kind
}

const definitions: readonly (Rule & { readonly many?: true })[] = [
  { line: /^interface (\S+)$/, kind: 'interface' },
  { line: /^ip access-list \w+ (\S+)$/, kind: 'list-4' },
  { line: /^ipv6 access-list (\S+)$/, kind: 'list-6' },
  { line: /^ip prefix-list (\S+) /, kind: 'prefix-list-4', many: true },
  { line: /^ipv6 prefix-list (\S+) /, kind: 'prefix-list-6', many: true },
  { line: /^ip community-list standard (\S+) /, kind: 'community-list' },
  { line: /^route-map (\S+) /, kind: 'route-map', many: true },
  { line: /^class-map type inspect match-any (\S+)$/, kind: 'inspect-class' },
  { line: /^policy-map type inspect (\S+)$/, kind: 'inspect-policy' },
  { line: /^class-map match-any (\S+)$/, kind: 'class' },
  { line: /^policy-map (?!type )(\S+)$/, kind: 'policy' },
  { line: /^zone security (\S+)$/, kind: 'zone' },
  { line: /^key chain (\S+)$/, kind: 'key-chain' },
  { line: /^bfd-template single-hop (\S+)$/, kind: 'bfd-template' },
  { line: /^crypto ikev2 keyring (\S+)$/, kind: 'keyring' },
  { line: /^crypto ikev2 proposal (\S+)$/, kind: 'ike-proposal' },
  { line: /^crypto ikev2 profile (\S+)$/, kind: 'ike-profile' },
  { line: /^crypto ipsec transform-set (\S+) /, kind: 'transform' },
  { line: /^crypto ipsec profile (\S+)$/, kind: 'ipsec-profile' },
  { line: /^aaa group server radius (\S+)$/, kind: 'aaa-group' },
  { line: /^radius server (\S+)$/, kind: 'radius' },
  { line: /^snmp-server view (\S+) /, kind: 'view' },
  { line: /^snmp-server group (\S+) /, kind: 'snmp-group' },
  { line: /^snmp-server user (\S+) /, kind: 'snmp-user' },
  { line: /^ip nat pool (\S+) /, kind: 'nat-pool' },
  { line: /^ip sla (\d+)$/, kind: 'sla' },
  { line: /^track (\d+) /, kind: 'track' },
  { line: /^vlan (\d+)$/, kind: 'vlan' },
  { line: /^bridge-domain (\d+)$/, kind: 'bridge' },
  { line: /^router bgp \S+ > neighbor (\S+) remote-as /, kind: 'neighbor' },
]

const references: readonly Rule[] = [
  {
    line: /(?:source-interface|update-source|trap-source|ntp source|passive-interface|match interface|tunnel source) ([A-Z]\S+)$/,
    kind: 'interface',
  },
  { line: /^ip route \S+ \S+ (?!Null0)([A-Z]\S+)/, kind: 'interface' },
  { line: / > ip access-group (\S+) (?:in|out)$/, kind: 'list-4' },
  { line: / > ipv6 traffic-filter (\S+) (?:in|out)$/, kind: 'list-6' },
  { line: / > match access-group name (\S+-4)$/, kind: 'list-4' },
  { line: / > match access-group name (\S+-6)$/, kind: 'list-6' },
  { line: / > match ip address (?!prefix-list)(\S+)$/, kind: 'list-4' },
  { line: / > access-class (\S+) in/, kind: 'list-4' },
  { line: / > ipv6 access-class (\S+) in/, kind: 'list-6' },
  { line: / access ipv6 (\S+) \S+$/, kind: 'list-6' },
  { line: / access ipv6 \S+ (\S+)$/, kind: 'list-4' },
  { line: / > match ip address prefix-list (\S+)$/, kind: 'prefix-list-4' },
  { line: / > match ipv6 address prefix-list (\S+)$/, kind: 'prefix-list-6' },
  { line: / > match community (\S+)$/, kind: 'community-list' },
  { line: / route-map (\S+)(?: in| out| pool \S+ overload)?$/, kind: 'route-map' },
  { line: / > class type inspect (\S+)$/, kind: 'inspect-class' },
  { line: / > service-policy type inspect (\S+)$/, kind: 'inspect-policy' },
  { line: /^policy-map (?!type )\S+ > class (?!class-default)(\S+)$/, kind: 'class' },
  { line: / > service-policy (?:output |input )?(?!type )(\S+)$/, kind: 'policy' },
  { line: / > zone-member security (\S+)$/, kind: 'zone' },
  { line: /^zone-pair security \S+ source (?!self )(\S+) /, kind: 'zone' },
  { line: /^zone-pair security \S+ source \S+ destination (?!self$)(\S+)/, kind: 'zone' },
  { line: / authentication key-chain (\S+)$/, kind: 'key-chain' },
  { line: / > bfd template (\S+)$/, kind: 'bfd-template' },
  { line: / > keyring local (\S+)$/, kind: 'keyring' },
  { line: /^crypto ikev2 policy \S+ > proposal (\S+)$/, kind: 'ike-proposal' },
  { line: / > set ikev2-profile (\S+)$/, kind: 'ike-profile' },
  { line: / > set transform-set (\S+)$/, kind: 'transform' },
  { line: / protection ipsec profile (\S+)$/, kind: 'ipsec-profile' },
  { line: /^aaa .* group (NOC\S*)/, kind: 'aaa-group' },
  { line: / > server name (\S+)$/, kind: 'radius' },
  { line: /^snmp-server group \S+ v3 priv read (\S+)/, kind: 'view' },
  { line: /^snmp-server user \S+ (\S+) /, kind: 'snmp-group' },
  { line: /^snmp-server host \S+ version 3 priv (\S+)$/, kind: 'snmp-user' },
  { line: /^ip nat inside source .* pool (\S+) /, kind: 'nat-pool' },
  { line: /^ip sla schedule (\d+) /, kind: 'sla' },
  { line: /^track \d+ ip sla (\d+) /, kind: 'sla' },
  { line: /^ip(?:v6)? route .* track (\d+)$/, kind: 'track' },
  { line: / > switchport access vlan (\d+)$/, kind: 'vlan' },
  { line: / > switchport trunk allowed vlan (?:add )?(\d+)$/, kind: 'vlan' },
  { line: /service instance .* > bridge-domain (\d+)$/, kind: 'bridge' },
  { line: /^router bgp \S+ > (?:address-family \S+ > )?neighbor (\S+) (?!remote-as)/, kind: 'neighbor' },
]

/** A pattern from the first sign on that knows no inner line is one of an outermost line. */
function stands({ source }: RegExp, above: string): boolean {
  return above === '' || !source.startsWith('^') || source.includes(' > ')
}

/** Kinds that are made to be named: one that nothing names is a leftover. */
const used: ReadonlySet<Kind> = new Set<Kind>([
  'list-4',
  'list-6',
  'prefix-list-4',
  'prefix-list-6',
  'route-map',
  'inspect-class',
  'inspect-policy',
  'class',
  'policy',
  'zone',
  'key-chain',
  'bfd-template',
  'community-list',
  'ipsec-profile',
  'nat-pool',
  'track',
])

/**
 * Names made twice, names used before a line has made them or without one, and names that nothing uses; one sentence
 * each.
 */
export function nameFaults(text: string): string[] {
  const faults: string[] = []
  const made = new Map<string, number>()
  const named = new Set<string>()
  const parents = new Set<string>()
  const visit = ({ number, text: own, children }: IosBlock, above: string): void => {
    const line = above === '' ? own : `${above} > ${own}`
    for (const { line: pattern, kind } of references) {
      const name = stands(pattern, above) ? pattern.exec(line)?.[1] : undefined
      if (name === undefined) continue
      named.add(`${kind} ${name}`)
      if (!made.has(`${kind} ${name}`)) faults.push(`${number}: "${own}": ${kind} ${name} names nothing`)
    }
    for (const { line: pattern, kind, many } of definitions) {
      const name = stands(pattern, above) ? pattern.exec(line)?.[1] : undefined
      if (name === undefined) continue
      if (made.has(`${kind} ${name}`) && many === undefined) faults.push(`${number}: makes ${kind} ${name} twice`)
      made.set(`${kind} ${name}`, number)
      if (kind === 'interface' && name.includes('.')) parents.add(name.slice(0, name.indexOf('.')))
    }
    if (!own.startsWith('banner')) for (const child of children) visit(child, line)
  }
  for (const block of readIosxe(text)) visit(block, '')
  const lost = [...made]
    .filter(([name]) => used.has(name.slice(0, name.indexOf(' ')) as Kind) && !named.has(name))
    .map(([name, number]) => `${number}: nothing uses ${name}`)
  const orphans = [...parents]
    .filter(name => !made.has(`interface ${name}`))
    .map(name => `${name} carries subinterfaces and is not there`)
  return [...faults, ...lost, ...orphans]
}
