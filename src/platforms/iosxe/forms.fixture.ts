import { addressOf, contains, networkOf, parseAddress, parsePrefix, type Address, type Prefix } from '../../model/ip.ts'
import { readIosxe, type IosBlock } from './read/blocks.ts'

/** What a placeholder of a form takes, and what is wrong with a value otherwise. */
const kinds: Readonly<Record<string, (value: string) => boolean>> = {
  type: text => Number(text) <= 255,
  a4: value => parseAddress(value)?.family === 4,
  a6: value => parseAddress(value)?.family === 6,
  a: value => parseAddress(value) !== undefined,
  mask: value => onesFirst(value),
  wild: value => onesFirst(inverted(value)),
  p4: value => isNetwork(value, 4),
  p6: value => isNetwork(value, 6),
  i6: value => parsePrefix(value)?.family === 6,
  name: value => /^[A-Za-z][A-Za-z0-9._-]{0,39}$/.test(value),
  long: value => /^[A-Za-z][A-Za-z0-9._-]{0,59}$/.test(value),
  host: value => /^[a-z0-9][a-z0-9-]{0,62}$/.test(value),
  domain: value => /^[a-z0-9.-]{1,253}$/.test(value),
  if: value =>
    /^(Loopback\d+|Vlan\d+|BDI\d+|Tunnel\d+|(Two|Ten|TwentyFive|Hundred|Forty)?Gig(abitEthernet|E)\d+(\/\d+){1,2}(\.\d+)?|Null0)$/.test(
      value,
    ),
  secret: value => /^([!-~]{2,}|<secret:[a-z0-9/-]+>)$/.test(value),
  word: value => /^\S+$/.test(value),
}

function onesFirst(value: string): boolean {
  const address = parseAddress(value)
  return address?.family === 4 && /^1*0*$/.test(address.bits.toString(2).padStart(32, '0'))
}

function inverted(value: string): string {
  return value
    .split('.')
    .map(part => 255 - Number(part))
    .join('.')
}

function isNetwork(value: string, family: 4 | 6): boolean {
  const prefix = parsePrefix(value)
  return prefix?.family === family && networkOf(prefix).bits === prefix.bits
}

/**
 * The forms that are known, by where they stand. `{a4}` is a kind of value, `{5-10}` a number, `{...}` the rest of the
 * line, `[x|y]` a choice, `(x )?` as it is.
 */
const ace4 =
  '[permit|deny] [ip|tcp|udp|icmp|ospf|gre|esp] {end4}( eq {1-65535})? {end4}( eq {1-65535}| range {1-65535} {1-65535}| {type})?( log)?'
const ace6 =
  '[permit|deny] [ipv6|tcp|udp|icmp|89|47|esp] {end6}( eq {1-65535})? {end6}( eq {1-65535}| range {1-65535} {1-65535}| {type})?( log)?'
const forms: Readonly<Record<string, readonly string[]>> = {
  '': [
    'service timestamps [debug|log] datetime msec localtime show-timezone',
    'service [password-encryption|tcp-keepalives-in|tcp-keepalives-out]',
    'no service [pad|dhcp]',
    'hostname {host}',
    'ip domain name {domain}',
    'clock timezone {name} {-12-14} 0',
    'banner login {word}',
    'archive',
    'interface {if}',
    'enable algorithm-type scrypt secret {secret}',
    'username {word} privilege {0-15} algorithm-type scrypt secret {secret}',
    'aaa new-model',
    'aaa authentication login default( group {name})? local',
    'aaa authorization exec default( group {name})? local( if-authenticated)?',
    'aaa accounting exec default start-stop group {name}',
    'radius server {name}',
    'aaa group server radius {name}',
    'no ip [source-route|gratuitous-arps]',
    'no ip bootp server',
    'no ip http [server|secure-server]',
    'no ipv6 source-route',
    'no cdp run',
    'ipv6 unicast-routing',
    'ip name-server {a}( {a})*',
    'ip domain lookup source-interface {if}',
    'ip dns server',
    'ip dhcp excluded-address {a4} {a4}',
    'ip dhcp pool {name}',
    'bridge-domain {1-4094}',
    'vlan {2-4094}',
    'spanning-tree mode rapid-pvst',
    'spanning-tree extend system-id',
    'vtp mode off',
    'key chain {name}',
    'bfd-template single-hop {name}',
    'ip access-list standard {name}',
    'ip access-list extended {name}',
    'ipv6 access-list {name}',
    'ip prefix-list {long} seq {1-65535} [permit|deny] {p4}( le {1-32})?',
    'ipv6 prefix-list {long} seq {1-65535} [permit|deny] {p6}( le {1-128})?',
    'ip community-list standard {name} permit {1-4294967295}',
    'route-map {long} [permit|deny] {0-65535}',
    'class-map type inspect match-any {name}',
    'policy-map type inspect {name}',
    'zone security {name}',
    'class-map match-any {name}',
    'policy-map {name}',
    'crypto ikev2 [proposal|policy|keyring|profile] {name}',
    'crypto ipsec transform-set {name} esp-gcm 256',
    'crypto ipsec profile {name}',
    'zone-pair security {name} source {name} destination {name}',
    'router ospf {1-65535}',
    'router ospfv3 {1-65535}',
    'router bgp {1-4294967294}',
    'ip nat pool {name} {a4} {a4} prefix-length {1-32}',
    'ip nat inside source route-map {name} pool {name} overload',
    'nat66 prefix inside {p6} outside {p6}',
    'ip sla {1-2147483647}',
    'ip sla schedule {1-2147483647} life forever start-time now',
    'track {1-1000} ip sla {1-2147483647} reachability',
    'ip route {a4} {mask}( {if})?( {a4})?( dhcp)?( name {name})?( track {1-1000})?',
    'ipv6 route {p6} [{a6}|Null0]( name {name})?( track {1-1000})?',
    'control-plane',
    'ip access-list logging interval {1-2147483647}',
    'logging buffered {4096-2147483647} informational',
    'no logging console',
    'logging origin-id hostname',
    'logging source-interface {if}',
    'logging host {a4} transport udp port {1-65535}',
    'snmp-server view {name} iso included',
    'snmp-server group {name} v3 priv read {name} access ipv6 {name} {name}',
    'snmp-server user {word} {name} v3 auth sha {secret} priv aes 128 {secret}',
    'snmp-server [contact|location] {...}',
    'snmp-server trap-source {if}',
    'snmp-server host {a4} version 3 priv {word}',
    'snmp-server enable traps {...}',
    'ntp source {if}',
    'ntp server {a4}( prefer)?',
    'ip ssh version 2',
    'alias exec {name} configure terminal revert timer {1-120}',
    'ip ssh time-out {1-120}',
    'ip ssh dh min size [2048|4096]',
    'ip ssh server algorithm [mac|encryption] {...}',
    'ip ssh source-interface {if}',
    'login block-for {1-65535} attempts {1-65535} within {1-65535}',
    'line con 0',
    'line vty {0-15} {0-15}',
    'end',
  ],
  banner: ['{...}'],
  archive: ['path {word}', 'maximum {1-14}', 'write-memory'],
  interface: [
    'description {...}',
    'mtu {64-9216}',
    'encapsulation dot1Q {1-4094}',
    'zone-member security {name}',
    'service-policy output {name}',
    'ip address {a4} {mask}',
    'ip address dhcp',
    'no ip address',
    'ip dhcp client default-router distance {1-255}',
    'ipv6 address {i6}',
    'ip access-group {name} [in|out]',
    'ipv6 traffic-filter {name} [in|out]',
    'no ip [redirects|proxy-arp]',
    'no ipv6 redirects',
    '[ip|ipv6] verify unicast source reachable-via any allow-default',
    'ipv6 nd ra suppress all',
    'ipv6 nd prefix {p6}',
    'ipv6 nd ra dns server {a6}',
    '[ip|ipv6] mtu {1280-9216}',
    '[ip|ipv6] tcp adjust-mss {500-9156}',
    'ip ospf network point-to-point',
    'ip ospf {1-65535} area 0',
    'ip ospf cost {1-65535}',
    'ip ospf authentication key-chain {name}',
    'ip ospf authentication message-digest',
    'ip ospf message-digest-key {1-255} md5 0 {secret}',
    'ip ospf bfd',
    'ospfv3 network point-to-point',
    'ospfv3 {1-65535} ipv6 area 0',
    'ospfv3 cost {1-65535}',
    'ospfv3 authentication key-chain {name}',
    'ospfv3 bfd',
    'bfd template {name}',
    'tunnel source [{a4}|{if}]',
    'tunnel mode gre ip',
    'tunnel mode ipsec dual-overlay',
    'tunnel destination {a4}',
    'tunnel protection ipsec profile {name}',
    'ip nat [inside|outside]',
    'nat66 [inside|outside]',
    'switchport mode [access|trunk]',
    'switchport access vlan {2-4094}',
    'switchport trunk allowed vlan( add)? {2-4094}',
    'switchport nonegotiate',
    'spanning-tree portfast',
    'spanning-tree bpduguard enable',
    'service instance {1-4000} ethernet',
    'no shutdown',
    'shutdown',
  ],
  'interface/service': [
    'encapsulation dot1q {1-4094}',
    'encapsulation untagged',
    'rewrite ingress tag pop 1 symmetric',
    'bridge-domain {1-4094}',
  ],
  radius: [
    'address ipv4 {a4} auth-port {1-65535} acct-port {1-65535}',
    'timeout {1-1000}',
    'retransmit {0-100}',
    'key {secret}',
  ],
  'aaa group': ['server name {name}', 'ip radius source-interface {if}'],
  'ip dhcp pool': [
    'network {a4} {mask}',
    'default-router {a4}',
    'dns-server {a4}( {a4})*',
    'domain-name {domain}',
    'option 42 ip {a4}( {a4})*',
    'option 150 ip {a4}',
    'lease {0-365} {0-23} {0-59}',
  ],
  vlan: ['name {name}'],
  key: ['key {0-2147483647}'],
  'key/key': [
    'key-string 0 {secret}',
    'cryptographic-algorithm hmac-sha-256',
    'send-lifetime 00:00:00 Jan 1 1993 00:00:00 Jan 2 1993',
  ],
  'bfd-template': ['interval min-tx {50-9999} min-rx {50-9999} multiplier {3-50}'],
  'ip access-list standard': ['permit {a4} {wild}', 'deny any log'],
  'ip access-list extended': [ace4],
  'ipv6 access-list': [ace6],
  'route-map': [
    'match ip address prefix-list {long}',
    'match ipv6 address prefix-list {long}',
    'match ip address {name}',
    'match interface {if}',
    'match community {name}',
    'match tag {1-4294967295}',
    'set tag {1-4294967295}',
    'set local-preference {0-4294967295}',
    'set community {1-4294967295}',
  ],
  'class-map': ['match access-group name {name}', 'match protocol [tcp|udp|arp]'],
  'policy-map type inspect': ['class type inspect {name}', 'class class-default'],
  'policy-map type inspect/class': ['inspect', 'pass', 'drop( log)?'],
  'policy-map': ['class {name}', 'class class-default'],
  'policy-map/class': [
    'priority level [1|2] percent {1-100}',
    'bandwidth remaining ratio {1-1000}',
    'fair-queue',
    'shape average {8000-100000000000}',
    'service-policy {name}',
    'police rate {1-100000} pps( burst {1-100000} packets)? conform-action transmit exceed-action [drop|transmit]',
  ],
  'crypto ikev2 proposal': ['encryption aes-cbc-256', 'integrity sha256', 'prf sha256', 'group 19'],
  'crypto ikev2 policy': ['proposal {name}'],
  'crypto ikev2 keyring': ['peer {name}'],
  'crypto ikev2 keyring/peer': ['address {a4}', 'pre-shared-key {secret}'],
  'crypto ikev2 profile': [
    'match identity remote address {a4} 255.255.255.255',
    'authentication [remote|local] pre-share',
    'keyring local {name}',
    'lifetime {120-86400}',
    'dpd {10-3600} {2-60} periodic',
  ],
  'crypto ipsec transform-set': ['mode [tunnel|transport]'],
  'crypto ipsec profile': [
    'set security-association lifetime seconds {120-86400}',
    'set transform-set {name}',
    'set pfs group19',
    'set ikev2-profile {name}',
    'responder-only',
  ],
  'zone-pair': ['service-policy type inspect {name}'],
  'router ospf': [
    'router-id {a4}',
    'log-adjacency-changes detail',
    'passive-interface {if}',
    'default-information originate metric {0-16777214} metric-type 1 route-map {name}',
    'redistribute bgp {1-4294967294} metric {0-16777214} metric-type 1 subnets tag {1-4294967295} route-map {name}',
    'distribute-list route-map {name} in',
    'distance ospf external {1-254}',
  ],
  'router ospfv3': [
    'router-id {a4}',
    'log-adjacency-changes detail',
    'address-family ipv6 unicast',
    'exit-address-family',
  ],
  'router ospfv3/address-family': [
    'passive-interface {if}',
    'default-information originate metric {0-16777214} metric-type 1 route-map {name}',
    'redistribute bgp {1-4294967294} metric {0-16777214} metric-type 1 tag {1-4294967295} route-map {name}',
    'distribute-list route-map {name} in',
    'distance ospf external {1-254}',
  ],
  'router bgp': [
    'bgp router-id {a4}',
    'bgp log-neighbor-changes',
    'no bgp default ipv4-unicast',
    'neighbor {a} remote-as {1-4294967294}',
    'neighbor {a} description {...}',
    'neighbor {a} local-as {1-4294967294} no-prepend replace-as',
    'neighbor {a} update-source {if}',
    'neighbor {a} password 0 {secret}',
    'neighbor {a} timers {1-65535} {3-65535}',
    'neighbor {a} fall-over bfd',
    'address-family [ipv4|ipv6]',
    'exit-address-family',
  ],
  'router bgp/address-family': [
    'distance bgp {1-254} {1-254} {1-254}',
    'network {a4} mask {mask}',
    'network {p6}',
    'neighbor {a} activate',
    'neighbor {a} next-hop-self',
    'neighbor {a} default-originate route-map {name}',
    'neighbor {a} route-map {long} [in|out]',
    'neighbor {a} maximum-prefix {1-2147483647}',
  ],
  'ip sla': ['icmp-echo {a} source-interface {if}'],
  'ip sla/icmp-echo': ['threshold {0-60000}', 'timeout {0-604800000}', 'frequency {1-604800}'],
  track: ['delay down {0-180} up {0-180}'],
  'control-plane': ['service-policy input {name}'],
  line: [
    'transport output none',
    'access-class {name} in vrf-also',
    'ipv6 access-class {name} in',
    'transport input [ssh|none]',
  ],
}

const heads = Object.keys(forms)
  .filter(key => key !== '')
  .sort((a, b) => b.length - a.length)

/** Values that are told apart by their first signs. */
const shapes: Readonly<Record<string, string>> = {
  '...': '(\\S.*)',
  a4: '(\\d[\\d.]+)',
  type: '(\\d+)',
  a6: '([0-9a-f]*:\\S*)',
  if: '([A-Z]\\S+)',
}

/** Forms as patterns, each with the kinds of its values. */
const compiled = new Map(
  Object.entries(forms).map(
    ([where, list]) =>
      [
        where,
        list.map(form => {
          const values: string[] = []
          const pattern = form
            .replace(/\{end4\}/g, '(?:any|host {a4}|{a4} {wild})')
            .replace(/\{end6\}/g, '(?:any|host {a6}|{p6})')
            .replace(/\[([^\]]*)\]/g, '(?:$1)')
            .replace(/\((?!\?:)/g, '(?:')
            .replace(/\{([^}]*)\}/g, (_, kind: string) => {
              values.push(kind)
              return shapes[kind] ?? '(\\S+)'
            })
          return { pattern: new RegExp(`^${pattern}$`), values }
        }),
      ] as const,
  ),
)

function fits(where: string, text: string): boolean {
  return (compiled.get(where) ?? []).some(({ pattern, values }) => {
    const match = pattern.exec(text)
    return match !== null && values.every((kind, i) => match[i + 1] === undefined || takes(kind, match[i + 1] ?? ''))
  })
}

function takes(kind: string, value: string): boolean {
  if (kind === '...') return !value.includes('?')
  const range = /^(-?\d+)-(\d+)$/.exec(kind)
  if (range !== null)
    return /^-?\d+$/.test(value) && Number(value) >= Number(range[1]) && Number(value) <= Number(range[2])
  return kinds[kind]?.(value) ?? false
}

/** Lines of no form that stands there, and what every block lacks or has in the wrong order; one sentence each. */
export function formFaults(text: string): string[] {
  const blocks = readIosxe(text)
  return [
    ...bannerFaults(text),
    ...blocks.flatMap(block => formsOf(block, '')),
    ...blocks.flatMap(orderFaults),
    ...(blocks.at(-1)?.text === 'end' ? [] : ['the file has no end']),
  ]
}

function formsOf(block: IosBlock, where: string): string[] {
  const own = fits(where, block.text)
    ? []
    : [`${block.number}: "${block.text}" is of no form that is known in ${where === '' ? 'the file' : where}`]
  if (block.children.length === 0) return own
  const inner = heads.find(
    head =>
      head === (where === '' ? head : `${where}/${head.slice(where.length + 1)}`) &&
      startsWith(block.text, where === '' ? head : head.slice(where.length + 1)),
  )
  return inner === undefined
    ? [...own, `${block.number}: "${block.text}" has nothing below it in any form`]
    : [...own, ...block.children.flatMap(child => formsOf(child, inner))]
}

function startsWith(text: string, head: string): boolean {
  if (head.includes('/')) return false
  const alike = head === 'aaa group' ? 'aaa group server' : head === 'class-map' ? 'class-map' : head
  return text === alike || text.startsWith(`${alike} `)
}

function bannerFaults(text: string): string[] {
  const [, sign = '', body = ''] = /^banner login (\S)\n([\s\S]*?)^(?=\1$)/m.exec(text) ?? []
  if (!/^banner /m.test(text)) return []
  return sign === '' || body.includes(sign) ? ['the banner has no end, or its sign in its text'] : []
}

function orderFaults({ number, text, children }: IosBlock): string[] {
  const at = (pattern: RegExp): number => children.findIndex(child => pattern.test(child.text))
  const faults: string[] = []
  const fault = (wrong: boolean, words: string): void => {
    if (wrong) faults.push(`${number}: ${text}: ${words}`)
  }
  if (text.startsWith('interface ')) {
    const address = at(/^ip(v6)? address /)
    fault(
      text.includes('.') && (at(/^encapsulation /) < 0 || (address >= 0 && at(/^encapsulation /) > address)),
      'encapsulation before addresses',
    )
    fault(address >= 0 && !text.includes('Loopback') && at(/^zone-member /) < 0, 'routes and is in no zone')
    fault(
      text.startsWith('interface Tunnel') &&
        ['source', 'mode', 'destination', 'protection'].some(word => at(new RegExp(`^tunnel ${word} `)) < 0),
      'is half a tunnel',
    )
    fault(
      at(/^zone-member security Z-zone-/) >= 0 && (at(/^ip access-group /) < 0 || at(/^ipv6 traffic-filter /) < 0),
      'checks no sources',
    )
    fault(at(/^bfd template /) < 0 && at(/ bfd$/) >= 0, 'has BFD without timers')
  }
  if (text.startsWith('policy-map type inspect ') && text !== 'policy-map type inspect P-SELF-OUT') {
    const last = children.at(-1)
    fault(last?.text !== 'class class-default' || last.children[0]?.text !== 'drop', 'does not end with a drop')
  }
  if (/^(ip|ipv6) access-list (?!logging)|^class-map|^policy-map/.test(text)) fault(children.length === 0, 'is empty')
  if (text.startsWith('class') || text.startsWith('policy-map'))
    fault(
      children.some(child => child.text.startsWith('class ') && child.children.length === 0),
      'has a class without an action',
    )
  const said = children.map(child => child.text).filter(own => own !== 'exit-address-family')
  fault(new Set(said).size < said.length && !text.startsWith('banner'), 'says something twice')
  return [...faults, ...children.flatMap(orderFaults)]
}

/** What does not fit together within one router: addresses, next hops, sessions; one sentence each. */
export function senseFaults(text: string): string[] {
  const blocks = readIosxe(text)
  const interfaces = blocks.filter(block => block.text.startsWith('interface '))
  const own = interfaces.flatMap(block =>
    block.children
      .flatMap(child => addressIn(child.text) ?? [])
      .map(prefix => ({ name: block.text.slice(10), prefix })),
  )
  return [
    ...overlapping(own),
    ...hops(
      blocks,
      own.map(({ prefix }) => prefix),
    ),
    ...sessions(
      blocks,
      own.map(({ prefix }) => prefix),
    ),
    ...tunnels(interfaces, blocks),
    ...twins(interfaces),
    ...sequences(blocks),
  ]
}

function addressIn(text: string): Prefix | undefined {
  const v4 = /^ip address (\S+) (\d\S+)$/.exec(text)
  if (v4 !== null)
    return parsePrefix(
      `${v4[1]}/${[...(parseAddress(v4[2] ?? '')?.bits ?? 0n).toString(2)].filter(bit => bit === '1').length}`,
    )
  return parsePrefix(/^ipv6 address (\S+)$/.exec(text)?.[1] ?? '')
}

function overlapping(own: readonly { readonly name: string; readonly prefix: Prefix }[]): string[] {
  return own.flatMap((one, i) =>
    own
      .slice(i + 1)
      .filter(
        ({ prefix }) =>
          contains(networkOf(one.prefix), addressOf(prefix)) || contains(networkOf(prefix), addressOf(one.prefix)),
      )
      .map(other => `${one.name} and ${other.name} have addresses of one subnet`),
  )
}

function hops(blocks: readonly IosBlock[], own: readonly Prefix[]): string[] {
  return blocks.flatMap(({ number, text }) => {
    const hop = parseAddress(/^ip route \S+ \S+ (\S+)/.exec(text)?.[1] ?? /^ipv6 route \S+ (\S+)/.exec(text)?.[1] ?? '')
    return hop === undefined || reachable(hop, own)
      ? []
      : [`${number}: "${text}" has a next hop on no subnet of this router`]
  })
}

function reachable(hop: Address, own: readonly Prefix[]): boolean {
  return own.some(prefix => contains(networkOf(prefix), hop) && prefix.bits !== hop.bits)
}

/**
 * Every session has its AS, both policies in its family, and a far end on a subnet of ours unless it goes from the
 * loopback.
 */
function sessions(blocks: readonly IosBlock[], own: readonly Prefix[]): string[] {
  return blocks
    .filter(({ text }) => text.startsWith('router bgp '))
    .flatMap(({ children }) => {
      const families = new Map(
        children
          .filter(({ text }) => text.startsWith('address-family '))
          .map(({ text, children: inner }) => [text.slice(15), inner.map(child => child.text)]),
      )
      const said = children.map(({ text }) => text)
      const peers = [
        ...new Set(
          [...said, ...[...families.values()].flat()].flatMap(text => /^neighbor (\S+)/.exec(text)?.[1] ?? []),
        ),
      ]
      return peers.flatMap(peer => {
        const family = families.get(peer.includes(':') ? 'ipv6' : 'ipv4') ?? []
        const address = parseAddress(peer)
        return [
          ...(said.some(text => text.startsWith(`neighbor ${peer} remote-as `)) ? [] : [`neighbor ${peer} has no AS`]),
          ...(family.includes(`neighbor ${peer} activate`) ? [] : [`neighbor ${peer} is not active`]),
          ...['in', 'out']
            .filter(
              way => !family.some(text => text.startsWith(`neighbor ${peer} route-map `) && text.endsWith(` ${way}`)),
            )
            .map(way => `neighbor ${peer} has no policy ${way}`),
          ...(said.some(text => text.startsWith(`neighbor ${peer} update-source `)) ||
          (address !== undefined && reachable(address, own))
            ? []
            : [`neighbor ${peer} is on no subnet of this router`]),
        ]
      })
    })
}

/** Each far end of a tunnel has a key and an identity. */
function tunnels(interfaces: readonly IosBlock[], blocks: readonly IosBlock[]): string[] {
  const ends = interfaces.flatMap(({ children }) =>
    children.flatMap(({ text }) => /^tunnel destination (\S+)/.exec(text)?.[1] ?? []),
  )
  const keys = blocks
    .filter(({ text }) => text.startsWith('crypto ikev2 keyring '))
    .flatMap(({ children }) =>
      children.flatMap(peer => peer.children.flatMap(({ text }) => /^address (\S+)/.exec(text)?.[1] ?? [])),
    )
  const identities = blocks
    .filter(({ text }) => text.startsWith('crypto ikev2 profile '))
    .flatMap(({ children }) =>
      children.flatMap(({ text }) => /^match identity remote address (\S+)/.exec(text)?.[1] ?? []),
    )
  return [
    ...ends.filter(end => !keys.includes(end)).map(end => `the tunnel to ${end} has no key`),
    ...ends.filter(end => !identities.includes(end)).map(end => `the tunnel to ${end} has no identity`),
    ...[...keys, ...identities].filter(end => !ends.includes(end)).map(end => `${end} is the end of no tunnel`),
    ...ends.filter((end, i) => ends.indexOf(end) !== i).map(end => `two tunnels to ${end}`),
  ]
}

/** What is said in one family is said in the other. */
function twins(interfaces: readonly IosBlock[]): string[] {
  const pairs = [
    [/^ip ospf 1 area 0$/, /^ospfv3 1 ipv6 area 0$/],
    [/^ip ospf network /, /^ospfv3 network /],
    [/^ip ospf bfd$/, /^ospfv3 bfd$/],
    [/^ip access-group /, /^ipv6 traffic-filter /],
    [/^ip tcp adjust-mss /, /^ipv6 tcp adjust-mss /],
  ] as const
  return interfaces.flatMap(({ text, children }) =>
    pairs.flatMap(([v4, v6]) => {
      const [one, two] = [v4, v6].map(pattern => children.some(child => pattern.test(child.text)))
      return one === two ? [] : [`${text} has ${v4.source} or ${v6.source}, and not both`]
    }),
  )
}

function sequences(blocks: readonly IosBlock[]): string[] {
  const last = new Map<string, number>()
  return blocks.flatMap(({ number, text }) => {
    const match = /^(ip|ipv6) prefix-list (\S+) seq (\d+)/.exec(text)
    if (match === null) return []
    const key = `${match[1]} ${match[2]}`
    const wrong = (last.get(key) ?? 0) >= Number(match[3])
    last.set(key, Number(match[3]))
    return wrong ? [`${number}: "${text}" is out of order`] : []
  })
}
