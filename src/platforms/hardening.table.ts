import type { PlatformId } from './reading/folder.ts'

/** Lines that have to stand in what a router of a platform gets, or why there are none and where that was read. */
type On = { readonly says: readonly RegExp[] } | { readonly lacks: string; readonly page: string }

interface Hardening {
  readonly what: string
  /** Guide that asks for it. */
  readonly source: string
  readonly on: Readonly<Record<PlatformId, On>>
}

const nsa = 'NSA, Network Infrastructure Security Guide (2022)'
const cis = 'CIS benchmarks of Cisco IOS XE 17 and Juniper OS'
const mikrotik = 'MikroTik, Securing your router'

const says = (...patterns: RegExp[]): On => ({ says: patterns })
const lacks = (reason: string, page: string): On => ({ lacks: reason, page })
/** The base of Linux is the administrator's: Serat writes how it routes and filters, and rule RTR003 says so at each router. */
const ofTheHost = lacks(
  'the host is not ours: SSH, accounts and clients are its distribution (RTR003)',
  'README, Platforms',
)

/** Hardening by platform: one line for each thing that a guide asks for. Patterns are of whole lines, without what is before them. */
export const hardening: readonly Hardening[] = [
  {
    what: 'what is not allowed is dropped, for the router itself and through it',
    source: nsa,
    on: {
      routeros: says(
        /chain=input action=drop comment="default deny"/,
        /chain=forward action=drop comment="default deny"/,
      ),
      linux: says(/hook input priority filter; policy drop;/, /hook forward priority filter; policy drop;/),
      iosxe: says(/^policy-map type inspect P-SELF-IN$/, /^ class class-default$/, /^ {2}drop$/),
      junos: says(/policies default-policy deny-all$/, /term default-deny then discard$/),
    },
  },
  {
    what: 'no foreign source comes in over an access interface or a tunnel',
    source: 'RFC 2827 (BCP 38)',
    on: {
      routeros: says(/chain=prerouting action=drop .*comment="foreign source"/),
      linux: says(/saddr != .*counter drop/),
      iosxe: says(/^ ip access-group SOURCE-\S+ in$/, /^ ipv6 traffic-filter SOURCE-\S+ in$/),
      junos: says(/family inet filter input source-/, /family inet6 filter input source-/),
    },
  },
  {
    what: 'loose check of the reverse path towards providers',
    source: 'RFC 3704 (BCP 84)',
    on: {
      routeros: says(/rp-filter=loose/),
      linux: says(/^net\.ipv4\.conf\.all\.rp_filter = 2$/, /^net\.ipv4\.conf\.default\.rp_filter = 2$/),
      iosxe: says(
        /ip verify unicast source reachable-via any allow-default$/,
        /ipv6 verify unicast source reachable-via any/,
      ),
      junos: says(/family inet rpf-check mode loose$/),
    },
  },
  {
    what: 'private destinations do not leave over an uplink',
    source: 'RFC 1918, section 3',
    on: {
      routeros: says(/out-interface-list=uplink dst-address-list=private .*comment="private-not-out"/),
      linux: says(/oifname @if-uplink ip daddr @net4-private .*drop/),
      iosxe: says(/^ip access-list extended F-private-not-out-4$/),
      junos: says(/to-zone uplink policy private-not-out then deny$/),
    },
  },
  {
    what: 'neighbour discovery passes before anything shared',
    source: 'RFC 4890, 4.4.1',
    on: {
      routeros: says(
        /action=accept .*icmp-options=135:0-255 comment="discovery"/,
        /action=notrack .*comment="discovery"/,
      ),
      linux: says(/icmpv6 type \{ .*135.* \} counter accept comment "discovery"/, /icmpv6 type \{ .*135.* \} notrack/),
      iosxe: says(/^class-map match-any C-DISCOVERY$/, /^class-map match-any C-ARP$/, /^ match protocol arp$/),
      junos: says(/term discovery from icmp-type neighbor-solicit$/),
    },
  },
  {
    what: 'echo requests to the router are limited',
    source: nsa,
    on: {
      routeros: says(/limit=50,100:packet comment="echo"/, /comment="echo, too many"/),
      linux: says(/limit rate 50\/second burst 100 packets counter accept comment "echo"/),
      iosxe: says(/^class-map match-any C-echo$/, /^ {2}police rate 50 pps burst 100 packets/),
      junos: says(/term echo then policer packets-50$/),
    },
  },
  {
    what: 'the control plane is policed',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: lacks('no policer of the processor beside the filter', 'help.mikrotik.com, Firewall'),
      linux: lacks('no policer of the processor beside the filter', 'nft(8), limit'),
      iosxe: says(/^policy-map CONTROL-PLANE$/, /^ service-policy input CONTROL-PLANE$/),
      junos: says(
        /unit 0 family inet filter input protect-router-v4$/,
        /unit 0 family inet6 filter input protect-router-v6$/,
      ),
    },
  },
  {
    what: 'source routes and redirects are refused',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says(/accept-source-route=no accept-redirects=no send-redirects=no/),
      linux: says(/accept_source_route = 0$/, /ipv4\.conf\.all\.accept_redirects = 0$/, /send_redirects = 0$/),
      iosxe: says(/^no ip source-route$/, /^no ipv6 source-route$/, /^ no ip redirects$/),
      junos: says(/system no-redirects$/, /system no-redirects-ipv6$/, /ids-option invalid ip source-route-option$/),
    },
  },
  {
    what: 'the router answers ARP for nobody else',
    source: cis,
    on: {
      routeros: lacks('off unless `arp=proxy-arp` says otherwise', 'help.mikrotik.com, ARP'),
      linux: lacks('off unless `proxy_arp` says otherwise', 'kernel.org, ip-sysctl'),
      iosxe: says(/^ no ip proxy-arp$/, /^no ip gratuitous-arps$/),
      junos: lacks('off unless `proxy-arp` says otherwise', 'juniper.net, Proxy ARP'),
    },
  },
  {
    what: 'helpers that open ports by what they read in packets are off',
    source: 'netfilter.org, Secure use of iptables and connection tracking helpers',
    on: {
      routeros: says(/^\/ip firewall service-port set \[ find \] disabled=yes$/),
      linux: lacks(
        'none since 4.7 unless a rule asks for it; the switch is gone since 6.0',
        'kernel.org, nf_conntrack-sysctl',
      ),
      iosxe: lacks('the zones inspect TCP and UDP alone, no protocol by name', 'cisco.com, Zone-Based Policy Firewall'),
      junos: says(
        /alg sip disable$/,
        /alg h323 disable$/,
        /alg rtsp disable$/,
        /alg msrpc disable$/,
        /alg sunrpc disable$/,
      ),
    },
  },
  {
    what: 'ports that nothing uses are shut',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: lacks('not written yet, though RouterOS can', 'help.mikrotik.com, Ethernet: `disabled`'),
      linux: lacks('an interface without a file stays down', 'systemd.network(5)'),
      iosxe: says(/^ shutdown$/),
      junos: says(/^set interfaces [a-z]+-\d+\/\d+\/\d+ disable$/),
    },
  },
  {
    what: 'services that nobody uses are off',
    source: `${nsa}; ${mikrotik}`,
    on: {
      routeros: says(
        /set telnet,ftp,www,www-ssl,api,api-ssl,winbox disabled=yes$/,
        /\/tool bandwidth-server set enabled=no$/,
        /\/tool romon set enabled=no$/,
        /\/tool mac-server mac-winbox set allowed-interface-list=none$/,
        /\/tool mac-server ping set enabled=no$/,
        /discovery-settings set discover-interface-list=none$/,
      ),
      linux: says(/^zebra_options="-A 127\.0\.0\.1"$/, /^bgpd_options="-A 127\.0\.0\.1"$/),
      iosxe: says(
        /^no ip http server$/,
        /^no ip http secure-server$/,
        /^no ip bootp server$/,
        /^no cdp run$/,
        /^no service pad$/,
      ),
      junos: says(/system no-ping-record-route$/, /system no-ping-time-stamp$/, /system no-multicast-echo$/),
    },
  },
  {
    what: 'SSH with sound algorithms, from the NOC alone',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says(/\/ip ssh set strong-crypto=yes/, /set ssh address=/),
      linux: ofTheHost,
      iosxe: says(/^ip ssh version 2$/, /^ip ssh server algorithm encryption /, /^ access-class NOC-4 in vrf-also$/),
      junos: says(/ssh root-login deny$/, /ssh protocol-version v2$/, /ssh ciphers aes256-gcm@openssh.com$/),
    },
  },
  {
    what: 'who tries passwords is slowed',
    source: cis,
    on: {
      routeros: lacks('no lock of accounts; the filter lets in the NOC alone', 'help.mikrotik.com, User'),
      linux: ofTheHost,
      iosxe: says(/^login block-for 120 attempts 5 within 60$/),
      junos: says(/retry-options tries-before-disconnect 3$/, /retry-options lockout-period 10$/, /ssh rate-limit 5$/),
    },
  },
  {
    what: 'the factory account is gone, passwords are kept as hashes',
    source: mikrotik,
    on: {
      routeros: says(/remove \[ find name=admin \]$/),
      linux: ofTheHost,
      iosxe: says(/algorithm-type scrypt secret/, /^service password-encryption$/),
      junos: says(/root-authentication plain-text-password-value/),
    },
  },
  {
    what: 'SNMPv3 signed and encrypted, read only, with traps to the NOC',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says(
        /security=private .*read-access=yes write-access=no$/,
        /trap-version=3 .*trap-generators=interfaces,start-trap/,
        /set \[ find default=yes \] addresses=127\.0\.0\.1\/32 read-access=no write-access=no$/,
      ),
      linux: ofTheHost,
      iosxe: says(
        /^snmp-server group NOC-SNMP v3 priv read ALL/,
        /^snmp-server enable traps snmp linkdown linkup/,
        /^snmp-server host /,
      ),
      junos: says(
        /security-level privacy read-view all$/,
        /snmp v3 notify noc type trap$/,
        /target-address noc address/,
      ),
    },
  },
  {
    what: 'routing neighbours sign, and BGP takes no more than was planned',
    source: 'RFC 7454 (BCP 194)',
    on: {
      routeros: says(/ auth=(sha256|md5) auth-id=1/, /tcp-md5-key=/, /input\.limit-process-routes-ipv4=/),
      linux: says(/ip ospf authentication message-digest$/, / neighbor \S+ password /, / maximum-prefix \d+$/),
      iosxe: says(/^ ip ospf authentication /, / neighbor \S+ password 0 /, / maximum-prefix \d+$/),
      junos: says(/authentication md5 1 key/, /authentication-key/, /prefix-limit maximum \d+$/),
    },
  },
  {
    what: 'logs go to the NOC',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says(/add name=noc target=remote /, /add action=noc topics=!debug,!packet$/),
      linux: ofTheHost,
      iosxe: says(/^logging host /, /^logging buffered 65536 informational$/),
      junos: says(/syslog host \S+ any info$/, /syslog file messages authorization info$/),
    },
  },
]
