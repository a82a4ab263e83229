import { itemAt } from '../../text/item-at.ts'
/**
 * For tests: what a RouterOS script says about names. RouterOS stops at a name that no line before has made, and at one
 * made twice.
 */

type Kind =
  | 'interface'
  | 'interface-list'
  | 'bridge'
  | 'pool'
  | 'dhcp-option'
  | 'ospf-instance'
  | 'ospf-area'
  | 'bgp-instance'
  | 'route-chain'
  | 'address-list-4'
  | 'address-list-6'
  | 'ipsec-profile'
  | 'ipsec-proposal'
  | 'ipsec-peer'
  | 'user-group'
  | 'snmp-user'
  | 'packet-mark'
  | 'queue'
  | 'queue-type'
  | 'log-action'
  | 'table'
  | 'own'

interface Definition {
  readonly menu: RegExp
  readonly key: string
  readonly kind: Kind
  /** The name stands for something that many lines together make: a chain, a list. */
  readonly many?: true
}

const definitions: readonly Definition[] = [
  { menu: /^\/interface (bridge|vlan|wireguard|gre)$/, key: 'name', kind: 'interface' },
  { menu: /^\/interface bridge$/, key: 'name', kind: 'bridge' },
  { menu: /^\/interface list$/, key: 'name', kind: 'interface-list' },
  { menu: /^\/ip pool$/, key: 'name', kind: 'pool' },
  { menu: /^\/ip dhcp-server option$/, key: 'name', kind: 'dhcp-option' },
  { menu: /^\/routing ospf instance$/, key: 'name', kind: 'ospf-instance' },
  { menu: /^\/routing ospf area$/, key: 'name', kind: 'ospf-area' },
  { menu: /^\/routing bgp instance$/, key: 'name', kind: 'bgp-instance' },
  { menu: /^\/routing filter rule$/, key: 'chain', kind: 'route-chain', many: true },
  { menu: /^\/ip firewall address-list$/, key: 'list', kind: 'address-list-4', many: true },
  { menu: /^\/ipv6 firewall address-list$/, key: 'list', kind: 'address-list-6', many: true },
  { menu: /^\/ip ipsec profile$/, key: 'name', kind: 'ipsec-profile' },
  { menu: /^\/ip ipsec proposal$/, key: 'name', kind: 'ipsec-proposal' },
  { menu: /^\/ip ipsec peer$/, key: 'name', kind: 'ipsec-peer' },
  { menu: /^\/user group$/, key: 'name', kind: 'user-group' },
  { menu: /^\/snmp community$/, key: 'name', kind: 'snmp-user' },
  { menu: /mangle$/, key: 'new-packet-mark', kind: 'packet-mark', many: true },
  { menu: /^\/queue simple$/, key: 'name', kind: 'queue' },
  { menu: /^\/queue type$/, key: 'name', kind: 'queue-type' },
  { menu: /^\/system logging action$/, key: 'name', kind: 'log-action' },
  { menu: /^\/routing table$/, key: 'name', kind: 'table' },
  { menu: /^\/routing bgp connection$/, key: 'name', kind: 'own' },
  { menu: /^\/interface wireguard peers$/, key: 'name', kind: 'own' },
  { menu: /^\/ip dhcp-server$/, key: 'name', kind: 'own' },
  { menu: /^\/user$/, key: 'name', kind: 'own' },
]

const references: readonly { readonly menu: RegExp; readonly key: string; readonly kinds: readonly Kind[] }[] = [
  { menu: /./, key: 'interface', kinds: ['interface'] },
  { menu: /firewall/, key: 'in-interface', kinds: ['interface'] },
  { menu: /firewall/, key: 'out-interface', kinds: ['interface'] },
  { menu: /firewall/, key: 'in-interface-list', kinds: ['interface-list'] },
  { menu: /firewall/, key: 'out-interface-list', kinds: ['interface-list'] },
  { menu: /^\/interface list member$/, key: 'list', kinds: ['interface-list'] },
  { menu: /list|mac-/, key: 'allowed-interface-list', kinds: ['interface-list'] },
  { menu: /discovery/, key: 'discover-interface-list', kinds: ['interface-list'] },
  { menu: /bridge/, key: 'bridge', kinds: ['bridge'] },
  { menu: /bridge/, key: 'tagged', kinds: ['interface'] },
  { menu: /bridge/, key: 'untagged', kinds: ['interface'] },
  { menu: /ospf|bfd/, key: 'interfaces', kinds: ['interface', 'interface-list'] },
  { menu: /ospf area/, key: 'instance', kinds: ['ospf-instance'] },
  { menu: /ospf interface-template/, key: 'area', kinds: ['ospf-area'] },
  { menu: /ospf instance/, key: 'in-filter-chain', kinds: ['route-chain'] },
  { menu: /ospf instance/, key: 'out-filter-chain', kinds: ['route-chain'] },
  { menu: /bgp connection/, key: 'instance', kinds: ['bgp-instance'] },
  { menu: /bgp connection/, key: 'input.filter', kinds: ['route-chain'] },
  { menu: /bgp connection/, key: 'output.filter-chain', kinds: ['route-chain'] },
  { menu: /bgp connection/, key: 'output.network', kinds: ['address-list-4', 'address-list-6'] },
  { menu: /^\/ip firewall/, key: 'src-address-list', kinds: ['address-list-4'] },
  { menu: /^\/ip firewall/, key: 'dst-address-list', kinds: ['address-list-4'] },
  { menu: /^\/ipv6 firewall/, key: 'src-address-list', kinds: ['address-list-6'] },
  { menu: /^\/ipv6 firewall/, key: 'dst-address-list', kinds: ['address-list-6'] },
  { menu: /dhcp-server$/, key: 'address-pool', kinds: ['pool'] },
  { menu: /dhcp-server network/, key: 'dhcp-option', kinds: ['dhcp-option'] },
  { menu: /ipsec peer/, key: 'profile', kinds: ['ipsec-profile'] },
  { menu: /ipsec policy/, key: 'proposal', kinds: ['ipsec-proposal'] },
  { menu: /ipsec (identity|policy)/, key: 'peer', kinds: ['ipsec-peer'] },
  { menu: /^\/user$/, key: 'group', kinds: ['user-group'] },
  { menu: /^\/user aaa$/, key: 'default-group', kinds: ['user-group'] },
  { menu: /^\/snmp$/, key: 'trap-community', kinds: ['snmp-user'] },
  { menu: /^\/queue simple$/, key: 'dst', kinds: ['interface'] },
  { menu: /^\/queue simple$/, key: 'parent', kinds: ['queue'] },
  { menu: /^\/queue simple$/, key: 'packet-marks', kinds: ['packet-mark'] },
  { menu: /^\/queue simple$/, key: 'queue', kinds: ['queue-type'] },
  { menu: /^\/system logging$/, key: 'action', kinds: ['log-action'] },
  { menu: /^\/routing rule$/, key: 'table', kinds: ['table'] },
  { menu: /^\/ip dhcp-client$/, key: 'default-route-tables', kinds: ['table'] },
]

/** Names that every router has. */
const builtIn: readonly [Kind, string][] = [
  ['interface-list', 'none'],
  ['user-group', 'full'],
  ['packet-mark', 'no-mark'],
  ['table', 'main'],
]

/** Names made twice, and names used before a line has made them or without one; one sentence each. */
export function nameFaults(script: string): string[] {
  const faults: string[] = []
  const made = new Set(builtIn.map(([kind, name]) => `${kind} ${name}`))
  let menu = ''
  for (const [index, text] of script.split('\n').entries()) {
    if (/^(#|:|$)/.test(text)) continue
    const command = /^(\/.*?)? ?\b((?:add|set|remove) .*)$/.exec(text)
    if (command === null || command[1] !== undefined) menu = command?.[1] ?? text
    if (command === null) continue
    const words = wordsOf(itemAt(command, 2))
    for (const { menu: where, key, kinds } of references) {
      if (!where.test(menu)) continue
      for (const name of namesIn(words.get(key))) {
        if (!kinds.some(kind => made.has(`${kind} ${name}`)))
          faults.push(`${index + 1}: ${menu} ${key}=${name} names nothing`)
      }
    }
    if (menu === '/interface ethernet') made.add(`interface ${/default-name=(\S+)/.exec(text)?.[1]}`)
    if (!itemAt(command, 2).startsWith('add ')) continue
    for (const { menu: where, key, kind, many } of definitions) {
      const name = words.get(key)
      if (!where.test(menu) || name === undefined) continue
      const entry = kind === 'own' ? `${menu} ${name}` : `${kind} ${name}`
      if (made.has(entry) && many === undefined) faults.push(`${index + 1}: ${menu} makes ${name} twice`)
      made.add(entry)
    }
  }
  return faults
}

function namesIn(value: string | undefined): string[] {
  return value === undefined ? [] : [...new Set(value.replace(/^!/, '').split(/[,/]/))]
}

/** Arguments of a command; a quoted value without its quotes. */
function wordsOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/(?<=\s)([a-z0-9.-]+)=("(?:[^"\\]|\\.)*"|\S+)/g)].map(([, key, value]) => [
      key!,
      value!.replace(/^"|"$/g, ''),
    ]),
  )
}
