import { lacks, says, type Hardening } from './hardening.lines.ts'

const nsa = 'NSA, Network Infrastructure Security Guide (2022)'
const cis = 'CIS benchmarks of Cisco IOS XE 17 and Juniper OS'
const mikrotik = 'MikroTik, Securing your router'

/**
 * The base of Linux is the administrator's: Serat writes how it routes and filters, and rule RTR003 says so at each
 * router.
 */
const ofTheHost = lacks(
  'the host is not ours: SSH, accounts and clients are its distribution (RTR003)',
  'README, Platforms',
)

/** What runs on a router, and who gets in. */
export const routerItself: readonly Hardening[] = [
  {
    what: 'services that nobody uses are off',
    source: `${nsa}; ${mikrotik}`,
    on: {
      routeros: says(
        '^/ip service > set telnet ftp www www-ssl api api-ssl winbox disabled=yes$',
        '^/tool bandwidth-server > set enabled=no$',
        '^/tool romon > set enabled=no$',
        '^/tool mac-server > set allowed-interface-list=none$',
        '^/tool mac-server mac-winbox > set allowed-interface-list=none$',
        '^/tool mac-server ping > set enabled=no$',
        '^/ip neighbor discovery-settings > set discover-interface-list=none$',
      ),
      linux: says(
        ...['zebra', 'staticd', 'ospfd', 'bgpd', 'bfdd'].map(name => `^${name}_options="-A 127\\.0\\.0\\.1"$`),
        '^ospf6d_options="-A ::1"$',
      ),
      iosxe: says(
        '^no ip http server$',
        '^no ip http secure-server$',
        '^no ip bootp server$',
        '^no cdp run$',
        '^no service pad$',
      ),
      junos: says('^system no-ping-record-route$', '^system no-ping-time-stamp$', '^system no-multicast-echo$'),
    },
  },
  {
    what: 'SSH with sound algorithms, from the NOC alone',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says('^/ip ssh > set .* strong-crypto=yes$', '^/ip service > set ssh address='),
      linux: ofTheHost,
      iosxe: says(
        '^ip ssh version 2$',
        '^ip ssh server algorithm encryption ',
        '^line vty 0 4 > access-class LOGIN-4 in vrf-also$',
        '^line vty 0 4 > ipv6 access-class NOC-6 in$',
      ),
      junos: says(
        '^system services ssh root-login deny$',
        '^system services ssh protocol-version v2$',
        '^system services ssh ciphers aes256-gcm@openssh.com$',
        '^system services ssh ciphers aes256-ctr$',
      ),
    },
  },
  {
    what: 'a banner warns before login',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: lacks(
        'shown after login in every version that is accepted: SSH shows no note before, and Telnet, which would, is off',
        'manual of MikroTik, Note: show-at-login, show-at-cli-login',
      ),
      linux: ofTheHost,
      iosxe: says('^banner <banner> '),
      junos: says('^system <banner> message "'),
    },
  },
  {
    what: 'who tries passwords is slowed',
    source: cis,
    on: {
      routeros: lacks('no lock of accounts; the filter lets in the NOC alone', 'help.mikrotik.com, User'),
      linux: ofTheHost,
      iosxe: says('^login block-for 120 attempts 5 within 60$'),
      junos: says(
        '^system login retry-options tries-before-disconnect 3$',
        '^system login retry-options lockout-period 10$',
        '^system services ssh rate-limit 5$',
      ),
    },
  },
  {
    what: 'the factory account is gone, passwords are kept as hashes',
    source: mikrotik,
    on: {
      routeros: says('^/user > remove \\[find name=admin\\]$'),
      linux: ofTheHost,
      iosxe: says(
        '^enable algorithm-type scrypt secret ',
        '^username \\S+ privilege 15 algorithm-type scrypt secret ',
        '^service password-encryption$',
      ),
      junos: says('^system root-authentication plain-text-password-value '),
    },
  },
  {
    what: 'SNMPv3 signed and encrypted, read only, with traps to the NOC',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says(
        '^/snmp community > add .* read-access=yes security=private write-access=no$',
        '^/snmp community > set \\[find default=yes\\] addresses=127\\.0\\.0\\.1/32 read-access=no write-access=no$',
        '^/snmp > set .*trap-generators=interfaces,start-trap .*trap-version=3$',
      ),
      linux: ofTheHost,
      iosxe: says(
        '^snmp-server group NOC-SNMP v3 priv read ALL access ',
        '^snmp-server enable traps snmp linkdown linkup ',
        '^snmp-server host \\S+ version 3 priv ',
      ),
      junos: says(
        ' security-level privacy read-view all$',
        '^snmp v3 notify noc type trap$',
        '^snmp v3 target-address noc address ',
      ),
    },
  },
  {
    what: 'routing neighbours sign, and BGP takes no more than was planned',
    source: 'RFC 7454 (BCP 194)',
    on: {
      routeros: says(
        '^/routing ospf interface-template > add .*auth-id=1 .*auth=(sha256|md5) .*interfaces=<signed> ',
        '^/routing bgp connection > add .*remote.address=<neighbour> .*tcp-md5-key=',
        '^/routing bgp connection > add .*input\\.limit-process-routes-ipv[46]=\\d+ .*remote.address=<limited> ',
      ),
      linux: says(
        '^interface <signed> > ip ospf authentication message-digest$',
        '^interface <signed> > ip ospf message-digest-key 1 md5 ',
        '^interface <signed6> > ipv6 ospf6 authentication key-id 1 ',
        ' > neighbor <neighbour> password ',
        ' > neighbor <limited> maximum-prefix \\d+$',
      ),
      iosxe: says(
        '^interface <signed> > ip ospf authentication ',
        ' > neighbor <neighbour> password 0 ',
        ' > neighbor <limited> maximum-prefix \\d+$',
      ),
      junos: says(
        '^protocols ospf area \\S+ interface <signed.> authentication md5 1 key ',
        ' neighbor <neighbour> authentication-key ',
        ' neighbor <limited> family inet6? unicast prefix-limit maximum \\d+$',
      ),
    },
  },
  {
    what: 'logs go to the NOC',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says(
        '^/system logging action > add name=noc .* target=remote$',
        '^/system logging > add action=noc topics=!debug,!packet$',
      ),
      linux: ofTheHost,
      iosxe: says('^logging host ', '^logging buffered 65536 informational$'),
      junos: says('^system syslog host \\S+ any info$', '^system syslog file messages authorization info$'),
    },
  },
]
