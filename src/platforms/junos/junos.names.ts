/** For tests: what a Junos configuration says about names. A commit refuses a name that nothing defines. */

type Kind =
  | 'unit'
  | 'vlan'
  | 'zone'
  | 'address'
  | 'application'
  | 'policy-statement'
  | 'prefix-list'
  | 'filter-inet'
  | 'filter-inet6'
  | 'policer'
  | 'interface-set'
  | 'screen'
  | 'instance'
  | 'ike-proposal'
  | 'ike-policy'
  | 'ike-gateway'
  | 'ipsec-proposal'
  | 'ipsec-policy'
  | 'nat-pool'
  | 'login-class'
  | 'snmp-view'
  | 'snmp-group'
  | 'snmp-parameters'
  | 'snmp-user'
  | 'community'

interface Pattern {
  readonly kind: Kind
  /** The first group is the name; with a second one the name is `first.second`. */
  readonly in: RegExp
}

const definitions: readonly Pattern[] = [
  { kind: 'unit', in: /^interfaces (\S+) unit (\d+) / },
  { kind: 'vlan', in: /^vlans (\S+) vlan-id / },
  { kind: 'zone', in: /^security zones security-zone (\S+) interfaces / },
  { kind: 'address', in: /^security address-book global address(?:-set)? (\S+) / },
  { kind: 'application', in: /^applications application (\S+) / },
  { kind: 'policy-statement', in: /^policy-options policy-statement (\S+) term / },
  { kind: 'prefix-list', in: /^policy-options prefix-list (\S+) / },
  { kind: 'filter-inet', in: /^firewall family inet filter (\S+) term / },
  { kind: 'filter-inet6', in: /^firewall family inet6 filter (\S+) term / },
  { kind: 'policer', in: /^firewall policer (\S+) then / },
  { kind: 'interface-set', in: /^firewall interface-set (\S+) / },
  { kind: 'screen', in: /^security screen ids-option (\S+) / },
  { kind: 'instance', in: /^routing-instances (\S+) instance-type / },
  { kind: 'ike-proposal', in: /^security ike proposal (\S+) / },
  { kind: 'ike-policy', in: /^security ike policy (\S+) / },
  { kind: 'ike-gateway', in: /^security ike gateway (\S+) / },
  { kind: 'ipsec-proposal', in: /^security ipsec proposal (\S+) / },
  { kind: 'ipsec-policy', in: /^security ipsec policy (\S+) / },
  { kind: 'nat-pool', in: /^security nat source pool (\S+) / },
  { kind: 'login-class', in: /^system login class (\S+) / },
  { kind: 'snmp-view', in: /^snmp view (\S+) / },
  { kind: 'snmp-group', in: /^snmp v3 vacm access group (\S+) / },
  { kind: 'snmp-parameters', in: /^snmp v3 target-parameters (\S+) / },
  { kind: 'community', in: /^policy-options community (\S+) members / },
  { kind: 'snmp-user', in: /^snmp v3 usm local-engine user (\S+) / },
]

const references: readonly Pattern[] = [
  {
    kind: 'unit',
    in: /^(?:security zones|protocols ospf3? area|protocols router-advertisement|routing-instances|system services).* interfaces? (\S+)/,
  },
  { kind: 'unit', in: / (?:bind-interface|external-interface|l3-interface) (\S+)$/ },
  { kind: 'unit', in: /^firewall interface-set \S+ (\S+)$/ },
  { kind: 'unit', in: /^(?:firewall|security nat) .*(?:from|to|proxy-arp) interface (\S+)/ },
  { kind: 'vlan', in: / vlan members (\S+)$/ },
  { kind: 'zone', in: /from-zone (\S+) / },
  { kind: 'zone', in: /to-zone (\S+) / },
  { kind: 'zone', in: /^security nat .* from zone (\S+)$/ },
  { kind: 'address', in: /^security policies .* match (?:source|destination)-address (\S+)$/ },
  { kind: 'address', in: /^security address-book global address-set \S+ address (\S+)$/ },
  { kind: 'application', in: /^security policies .* match application (\S+)$/ },
  { kind: 'policy-statement', in: /^protocols .* (?:import|export) (\S+)$/ },
  { kind: 'prefix-list', in: /^firewall .* from (?:source|destination)-prefix-list (\S+)$/ },
  { kind: 'filter-inet', in: / family inet filter (?:input|output) (\S+)$/ },
  { kind: 'filter-inet6', in: / family inet6 filter (?:input|output) (\S+)$/ },
  { kind: 'policer', in: /^firewall family .* then policer (\S+)$/ },
  { kind: 'interface-set', in: / from interface-set (\S+)$/ },
  { kind: 'screen', in: /security-zone \S+ screen (\S+)$/ },
  { kind: 'instance', in: / routing-instance destination (\S+)$/ },
  { kind: 'ike-proposal', in: /^security ike policy \S+ proposals (\S+)$/ },
  { kind: 'ike-policy', in: / ike-policy (\S+)$/ },
  { kind: 'ike-gateway', in: / ike gateway (\S+)$/ },
  { kind: 'ipsec-proposal', in: /^security ipsec policy \S+ proposals (\S+)$/ },
  { kind: 'ipsec-policy', in: / ipsec-policy (\S+)$/ },
  { kind: 'nat-pool', in: / source-nat pool (\S+)$/ },
  { kind: 'login-class', in: /^system login user \S+ class (\S+)$/ },
  { kind: 'snmp-view', in: / (?:read|notify)-view (\S+)$/ },
  { kind: 'snmp-group', in: / security-name \S+ group (\S+)$/ },
  { kind: 'snmp-parameters', in: / target-address \S+ target-parameters (\S+)$/ },
  {
    kind: 'community',
    in: /^policy-options policy-statement .* (?:from community|then community (?:add|delete)) (\S+)$/,
  },
  { kind: 'snmp-user', in: / parameters security-name (\S+)$/ },
]

/** Names that every router has. */
const builtIn = new Set([
  'address any',
  'address any-ipv4',
  'address any-ipv6',
  'application any',
  'application junos-gre',
  'login-class super-user',
])

/**
 * Names that nothing defines, units that route and are in no zone or in two, and lines that stand twice; one sentence
 * each.
 */
export function nameFaults(text: string): string[] {
  const lines = text
    .split('\n')
    .filter(line => line.startsWith('set '))
    .map(line => line.slice(4))
  const made = new Set(lines.flatMap(line => named(definitions, line)))
  const unknown = lines.flatMap(line =>
    named(references, line)
      .filter(name => !made.has(name) && !builtIn.has(name))
      .map(name => `${line}: ${name} names nothing`),
  )
  return [...new Set([...unknown, ...zoneFaults(lines), ...twice(lines).map(line => `${line}: stands twice`)])]
}

function named(patterns: readonly Pattern[], line: string): string[] {
  return patterns.flatMap(({ kind, in: pattern }) => {
    const [, first, second] = pattern.exec(line) ?? []
    return first === undefined ? [] : [`${kind} ${second === undefined ? first : `${first}.${second}`}`]
  })
}

function zoneFaults(lines: readonly string[]): string[] {
  const routed = new Set(
    lines.flatMap(line => {
      const [, port, unit] = /^interfaces (\S+) unit (\d+) family inet6? (?:address|dhcp)/.exec(line) ?? []
      return port === undefined ? [] : [`${port}.${unit}`]
    }),
  )
  const zoned = lines.flatMap(line => /^security zones security-zone \S+ interfaces (\S+)$/.exec(line)?.[1] ?? [])
  return [
    ...[...routed].filter(unit => !zoned.includes(unit)).map(unit => `${unit}: in no zone`),
    ...twice(zoned).map(unit => `${unit}: in two zones`),
  ]
}

function twice(list: readonly string[]): string[] {
  const seen = new Set<string>()
  return list.filter(item => seen.size === seen.add(item).size)
}
