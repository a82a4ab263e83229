import type { PlatformId } from '../../../platforms/reading/folder.ts'

/** How one kind of mistake is made: where its line is, and what becomes of it. */
export interface Spec {
  readonly class: string
  /** The vendor's syntax allows what comes out. */
  readonly valid: boolean
  readonly file: RegExp
  readonly line: RegExp
  /**
   * `drop`: the line is left out; `swap`: it changes places with the next line that matches; else a replacement within
   * the line.
   */
  readonly make: 'drop' | 'swap' | readonly [RegExp, string]
}

const is = (kind: string, file: RegExp, line: RegExp, make: Spec['make']): Spec => ({
  class: kind,
  valid: true,
  file,
  line,
  make,
})
const bad = (kind: string, file: RegExp, line: RegExp, make: Spec['make']): Spec => ({
  class: `syntax: ${kind}`,
  valid: false,
  file,
  line,
  make,
})

const ros = /\.rsc$/
const routeros: readonly Spec[] = [
  is('peer AS', ros, /remote\.as=42/, [/remote\.as=42(\d)/, 'remote.as=43$1']),
  is('mask', ros, /^add address=10\.\S+\/30 interface=/, [/\/30/, '/29']),
  is('mask', ros, /^add list=zone-\S+ address=10\./, [/\/(1\d)/, '/15']),
  is('rule order', ros, /^add chain=forward action=\S+ in-interface-list=zone-government/, 'swap'),
  is(
    'rule order',
    ros,
    /^add chain=forward action=(drop|accept in-interface-list=backbone) out-interface-list=uplink (dst-address-list=private|src-address-list=zone-government)/,
    'swap',
  ),
  is('zone', ros, /^add list=zone-voice interface=/, [/zone-voice/, 'zone-government']),
  is('zone', ros, /out-interface-list=zone-/, [/out-interface-list=zone-\w+ /, '']),
  is('missing v6 twin', ros, /^add area=backbone-v3 interfaces=sfp\S+ type=ptp/, 'drop'),
  is('missing v6 twin', ros, /^add address=fde9:\S+\/127/, 'drop'),
  is('distance', ros, /set distance 150/, [/distance 150/, 'distance 50']),
  is('cost', ros, /^add area=backbone-v2 .*cost=10 /, [/cost=10 /, 'cost=100 ']),
  is('pool', ros, /action=src-nat/, [/to-addresses=(\d+\.\d+\.\d+\.)(\d+)-\S+/, 'to-addresses=$1$2']),
  is('swapped endpoints', ros, /local\.address=10\./, [
    /remote\.address=(\S+) (.*)local\.address=(\S+)/,
    'remote.address=$3 $2local.address=$1',
  ]),
  is('BFD', ros, /^add interfaces=wg-\S+ min-rx=1000ms/, [/multiplier=5/, 'multiplier=50']),
  is('missing password', ros, /tcp-md5-key=/, [/ tcp-md5-key=\S+/, '']),
  is('missing rule', ros, /comment="private-not-out"|list=behind-/, 'drop'),
  is('shaping', ros, /^add name=shape-\S+-voice parent=/, [/priority=2\/2/, 'priority=6/6']),
  is('DHCP', ros, /^\/ip pool add/, [/ranges=(\S+)-\S+/, 'ranges=$1-$1']),
  is('server', ros, /^\/system logging action add/, [/remote=10\.33\.16\.10/, 'remote=10.33.16.11']),
  is('management', ros, /^\/ip service set ssh address=/, [/address=\S+/, 'address=0.0.0.0/0']),
  bad('word', ros, /^add .*use-bfd=yes/, [/use-bfd=/, 'use-bdf=']),
  bad('address', ros, /^add address=10\.\S+\/30/, [/address=10\.(\d+)\./, 'address=10.3$1.']),
  bad('range', ros, /^add area=backbone-v2 .*cost=/, [/cost=\d+/, 'cost=700000']),
  bad('enumeration', ros, /connection-state=invalid/, [/=invalid/, '=invalyd']),
  bad('menu', ros, /^\/routing bfd configuration/, [/configuration/, 'configurations']),
  bad('quote', ros, /tcp-md5-key="/, [/tcp-md5-key="([^"]*)"/, 'tcp-md5-key="$1']),
  bad('missing value', ros, /lease-time=8h/, [/lease-time=8h/, 'lease-time=']),
  bad('prefix', ros, /^add list=\S+ address=fde9/, [/\/\d+/, '/129']),
  bad('enumeration', ros, /type=ptp/, [/type=ptp/, 'type=p2p']),
  bad('word', ros, /^add chain=forward action=accept in-interface-list/, [/in-interface-list/, 'in-interfaces']),
]

const frr = /^frr\.conf$/
const nft = /^nftables\.conf$/
const linux: readonly Spec[] = [
  is('peer AS', frr, /^ neighbor 10\S+ remote-as 42/, [/remote-as 42/, 'remote-as 43']),
  is('mask', frr, /^ ip address 10\.\S+\/30/, [/\/30/, '/29']),
  is('prefix list', frr, /^ip prefix-list leased-\S+-in-v4 .*\/2[4-9]$/, [/(\/\d+)$/, '$1 le 32']),
  is('rule order', nft, /^ {4}iifname @if-zone-government (ip daddr|oifname)/, 'swap'),
  is(
    'rule order',
    nft,
    /^ {4}(oifname @if-uplink ip daddr @net4-private|iifname @if-backbone oifname @if-uplink ip saddr @net4-zone-government)/,
    'swap',
  ),
  is('zone', nft, /iifname @if-zone-voice oifname|iifname @if-zone-voice ip/, [
    /@if-zone-voice/,
    '@if-zone-surveillance',
  ]),
  is('zone', nft, /iifname @if-backbone oifname @if-zone-/, [/ oifname @if-zone-\w+/, '']),
  is('missing v6 twin', frr, /^ ipv6 ospf6 area 0/, 'drop'),
  is('missing v6 twin', nft, /ip6 saddr @net6-noc tcp dport 22/, 'drop'),
  is('missing v6 twin', nft, /ip6 saddr != \{ fde9.*counter drop|ip6 daddr @net6-private counter drop/, 'drop'),
  is('distance', frr, /^ set distance 150/, [/150/, '50']),
  is('cost', frr, /^ ip ospf cost 10$/, [/10$/, '100']),
  is('pool', nft, /snat ip to/, [/snat ip to (\S+)-\S+/, 'snat ip to $1']),
  is('swapped endpoints', frr, /^ip route \d+\.\d+\.\d+\.\d+\/32 \d/, [
    /^ip route (\S+)\/32 (\S+)/,
    'ip route $2/32 $1',
  ]),
  is('BFD', frr, /^ {2}detect-multiplier 5/, [/5/, '50']),
  is('missing password', frr, /^ neighbor 10\S+ password/, 'drop'),
  is('missing password', frr, /message-digest-key/, 'drop'),
  is('shaping', /^networkd\/50-.*\.network$/, /^Priority=1$/, [/1/, '6']),
  is('DHCP', /^networkd\/40-.*\.network$/, /^PoolOffset=/, [/=(\d+)/, '=1$1']),
  is('server', /^networkd\/40-.*\.network$/, /^DNS=10/, [/\d$/, '9']),
  is('tunnel', /^networkd\/50-.*\.netdev$/, /^Endpoint=/, [/=(\d+)\./, '=1$1.']),
  bad('word', frr, /^ ip ospf area 0/, [/area/, 'aera']),
  bad('address', frr, /^ ip address 10\./, [/10\.(\d+)\./, '10.3$1.']),
  bad('range', frr, /^ ip ospf cost/, [/cost \d+/, 'cost 700000']),
  bad('enumeration', nft, /ct state invalid/, [/invalid/, 'invalyd']),
  bad('missing value', frr, /^ neighbor \S+ remote-as/, [/remote-as \d+/, 'remote-as']),
  bad('quote', nft, /comment "/, [/comment "([^"]*)"/, 'comment "$1']),
  bad('prefix', frr, /^ipv6 prefix-list .*permit fde9/, [/\/\d+/, '/129']),
  bad('word', frr, /route-map \S+ in$/, [/route-map/, 'route-mop']),
  bad('reference', nft, /@net4-zone-services/, [/@net4-zone-services/, '@net4-zone-servces']),
  bad('block', nft, /^ {2}chain forward \{/, [/chain forward/, 'chian forward']),
]

const cfg = /\.cfg$/
const iosxe: readonly Spec[] = [
  is('peer AS', cfg, /^ neighbor 10\S+ remote-as 42/, [/remote-as 42/, 'remote-as 43']),
  is('mask', cfg, /^ ip address 10\.\S+ 255\.255\.255\.252/, [/\.252$/, '.248']),
  is('mask', cfg, /^ permit ip (any )?10\.\d+\.0\.0 0\.0\.255\.255/, [/0\.0\.255\.255/, '0.1.255.255']),
  is('rule order', cfg, /^ class type inspect F-government-(to|not)/, 'swap'),
  is('rule order', cfg, /^ (permit 10\.33\.0\.0 0\.0\.0\.255|deny any log)$/, 'swap'),
  is('zone', cfg, /^ zone-member security Z-zone-voice/, [/Z-zone-voice/, 'Z-zone-government']),
  is('zone', cfg, /^zone-pair security \S+ source Z-zone-\S+ destination self/, [
    /source Z-zone-\S+/,
    'source Z-backbone',
  ]),
  is('missing v6 twin', cfg, /^ ospfv3 1 ipv6 area 0/, 'drop'),
  is('missing v6 twin', cfg, /^ match access-group name F-\S+-6$/, 'drop'),
  is('missing v6 twin', cfg, /^ ipv6 address fde9\S+\/127/, 'drop'),
  is('distance', cfg, /^ {2}distance bgp 150 /, [/bgp 150/, 'bgp 50']),
  is('cost', cfg, /^ ip ospf cost 10$/, [/10$/, '100']),
  is('pool', cfg, /^ip nat pool/, [/(\d+\.\d+\.\d+\.\d+) (\d+\.\d+\.\d+\.\d+) prefix/, '$1 $1 prefix']),
  is('swapped endpoints', cfg, /^ip route 10\S+ 255\.255\.255\.255 10/, [
    /^ip route (\S+) (\S+) (\S+)/,
    'ip route $3 $2 $1',
  ]),
  is('BFD', cfg, /^ bfd template BFD-300-3/, [/BFD-300-3/, 'BFD-1000-5']),
  is('missing password', cfg, /^ neighbor 10\S+ password/, 'drop'),
  is('missing password', cfg, /^ ip ospf authentication key-chain/, 'drop'),
  is('action', cfg, /^ {2}inspect$/, [/inspect/, 'drop']),
  is('shaping', cfg, /^ {2}bandwidth remaining ratio 8/, [/8/, '1']),
  is('DHCP', cfg, /^ip dhcp excluded-address/, 'drop'),
  is('server', cfg, /^ntp server 10/, [/\d+ prefer/, '99 prefer']),
  is('management', cfg, /^ access-class LOGIN-4 in/, 'drop'),
  bad('word', cfg, /^ ip ospf 1 area 0/, [/area/, 'aera']),
  bad('address', cfg, /^ ip address 10\./, [/10\.(\d+)\./, '10.3$1.']),
  bad('range', cfg, /^ ip ospf cost/, [/cost \d+/, 'cost 700000']),
  bad('enumeration', cfg, /^ tunnel mode/, [/dual-overlay|ipv4|ip/, 'duo-overlay']),
  bad('missing value', cfg, /^ neighbor \S+ remote-as/, [/remote-as \d+/, 'remote-as']),
  bad('mask', cfg, /^ permit ip .*0\.0\.\d+\.255/, [/0\.0\.(\d+)\.255/, '0.0.255.$1']),
  bad('word', cfg, /^ zone-member security/, [/zone-member/, 'zone-mamber']),
  bad('prefix', cfg, /^ipv6 prefix-list .*permit fde9/, [/\/\d+/, '/129']),
  bad('reference', cfg, /^ {2}neighbor \S+ route-map \S+ in$/, [/route-map \S+/, 'route-map NOBODY']),
  bad('block', cfg, /^ encapsulation dot1Q/, [/ \d+$/, ' 5000']),
]

const set = /\.set$/
const junos: readonly Spec[] = [
  is('peer AS', set, /peer-as 42/, [/peer-as 42/, 'peer-as 43']),
  is('mask', set, /family inet address 10\.\S+\/30/, [/\/30/, '/29']),
  is('mask', set, /address-book global address zone-\S+-v4 10/, [/\/(1\d)/, '/15']),
  is(
    'rule order',
    set,
    /from-zone zone-government to-zone backbone policy government-(to-services|not-private|to-internet) match source-address/,
    'swap',
  ),
  is('rule order', set, /policy-statement hub-\S+-in term (v4 from family inet|rest then reject)$/, 'swap'),
  is('zone', set, /security-zone zone-voice interfaces irb/, [
    /security-zone zone-voice/,
    'security-zone zone-government',
  ]),
  is('zone', set, /from-zone backbone to-zone zone-\S+ policy \S+ match source-address/, [
    /source-address \S+/,
    'source-address any',
  ]),
  is('missing v6 twin', set, /protocols ospf3 area \S+ interface xe\S+ interface-type/, [
    /interface-type p2p/,
    'disable',
  ]),
  is('missing v6 twin', set, /family inet6 address fde9\S+\/127/, 'drop'),
  is('missing v6 twin', set, /address-set noc address noc-v6|address-set private address private-v6/, 'drop'),
  is('missing v6 twin', set, /prefix-list noc-v6 fde9/, 'drop'),
  is('distance', set, /bgp group (hub|leased-site) preference 150/, [/150/, '50']),
  is('cost', set, /protocols ospf area \S+ interface \S+ metric 10$/, [/10$/, '100']),
  is('pool', set, /nat source pool \S+ address/, [/ to \S+/, '']),
  is('swapped endpoints', set, /ike gateway \S+ address/, [/address (\d+)\./, 'address 1$1.']),
  is('swapped endpoints', set, /static route 10\S+\/32 next-hop 10/, [
    /route (\S+)\/32 next-hop (\S+)/,
    'route $2/32 next-hop $1',
  ]),
  is('BFD', set, /neighbor 10\S+ bfd-liveness-detection multiplier/, [/5$/, '50']),
  is('missing password', set, /neighbor 10\S+ authentication-key/, 'drop'),
  is('missing password', set, /ospf area \S+ interface \S+ authentication/, 'drop'),
  is('action', set, /policies from-zone .* then deny/, [/deny/, 'permit']),
  is('shaping', set, /policer rate-\d+ if-exceeding bandwidth-limit/, [/limit (\d)/, 'limit 1$1']),
  is('DHCP', set, /dhcp-attributes router/, [/\d$/, '9']),
  is('server', set, /system radius-server \S+ secret/, [/10\.33\.16\.18/, '10.33.16.81']),
  is('management', set, /protect-router-v4 term ssh-from-noc from source-prefix-list/, 'drop'),
  bad('word', set, /interface-type p2p/, [/interface-type/, 'interface-typ']),
  bad('address', set, /family inet address 10\./, [/10\.(\d+)\./, '10.3$1.']),
  bad('range', set, /interface \S+ metric/, [/metric \d+/, 'metric 700000']),
  bad('enumeration', set, /then permit$/, [/permit/, 'allow']),
  bad('missing value', set, /peer-as \d/, [/ \d+$/, '']),
  bad('word', set, /host-inbound-traffic protocols bgp/, [/protocols/, 'protocol-list']),
  bad('prefix', set, /prefix-list \S+-v6 fde9/, [/\/\d+$/, '/129']),
  bad('enumeration', set, /system services ssh root-login/, [/deny/, 'never']),
  bad('reference', set, /neighbor \S+ import/, [/import \S+/, 'import nobody']),
]

export const specs: Readonly<Record<PlatformId, readonly Spec[]>> = { routeros, linux, iosxe, junos }
