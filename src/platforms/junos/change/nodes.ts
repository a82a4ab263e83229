/**
 * Statements of Junos that stand for everything below them: lists, and containers whose mere presence says something. A
 * word in capitals is a key. From the vendor's configuration tree; what is not here is deleted leaf by leaf.
 */
const nodes = [
  'interfaces I',
  'interfaces I unit N',
  'interfaces I unit N family F',
  'interfaces I unit N family F address A',
  'vlans V',
  'routing-instances R',
  'routing-options static route P',
  'routing-options rib R static route P',
  'firewall family F filter N',
  'firewall family F filter N term T',
  'firewall policer P',
  'firewall interface-set S',
  'policy-options prefix-list L',
  'policy-options community C',
  'policy-options policy-statement P',
  'policy-options policy-statement P term T',
  'protocols bgp group G',
  'protocols bgp group G neighbor N',
  'protocols ospf area A interface I',
  'protocols ospf3 area A interface I',
  'protocols rstp interface I',
  'protocols router-advertisement interface I',
  'security ike proposal P',
  'security ike policy P',
  'security ike gateway G',
  'security ipsec proposal P',
  'security ipsec policy P',
  'security ipsec vpn V',
  'security zones security-zone Z',
  'security zones security-zone Z interfaces I',
  'security address-book global address A',
  'security address-book global address-set S',
  'security policies from-zone F to-zone T',
  'security policies from-zone F to-zone T policy P',
  'security nat source pool P',
  'security nat source rule-set S',
  'security nat source rule-set S rule R',
  'security nat static rule-set S',
  'security nat static rule-set S rule R',
  'access address-assignment pool P',
  'applications application A',
  'system login user U',
  'system login class C',
  'system radius-server S',
  'system syslog host H',
  'system services dhcp-local-server group G',
].map(text => text.split(' '))

export function isNode(words: readonly string[]): boolean {
  return nodes.some(
    node =>
      node.length === words.length &&
      node.every((word, i) => (/^[A-Z]$/.test(word) ? words[i] !== undefined : word === words[i])),
  )
}

/** Lists whose order counts, by the word before each of their keys: how many words lead to it, and the word. */
const ordered = [
  'firewall family F filter N term',
  'policy-options policy-statement P term',
  'security policies from-zone F to-zone T policy',
  'security nat source rule-set S rule',
].map(text => text.split(' '))

/** How many words name an element of a list whose order counts; undefined where a statement stands in none. */
export function elementLength(words: readonly string[]): number | undefined {
  const list = ordered.find(
    path => words.length > path.length && path.every((word, i) => /^[A-Z]$/.test(word) || word === words[i]),
  )
  return list === undefined ? undefined : list.length + 1
}

/** Values that are tried in turn, so that they are written anew where one comes before another. */
const chained = /^(import|export|authentication-order|name-server|proposals)$/

export function isChained(words: readonly string[]): boolean {
  return chained.test(words.at(-2) ?? '')
}
