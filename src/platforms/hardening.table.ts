import { lacks, says, type Hardening } from './hardening.lines.ts'
import { routerItself } from './hardening.router.ts'

const nsa = 'NSA, Network Infrastructure Security Guide (2022)'
const cis = 'CIS benchmarks of Cisco IOS XE 17 and Juniper OS'

const discovery = [130, 131, 132, 133, 134, 135, 136, 143]
/** As Junos calls them; what it has no name for it takes by number. */
const discoveryNames = [
  'membership-query',
  'membership-report',
  'membership-termination',
  'router-solicit',
  'router-advertisement',
  'neighbor-solicit',
  'neighbor-advertisement',
  '143',
]

/** What passes through a router. */
const traffic: readonly Hardening[] = [
  {
    what: 'what is not allowed is dropped, for the router itself and through it',
    source: nsa,
    on: {
      routeros: says(
        '^/ip firewall filter > add action=drop chain=input comment="default deny"$',
        '^/ip firewall filter > add action=drop chain=forward comment="default deny"$',
        '^/ipv6 firewall filter > add action=drop chain=input comment="default deny"$',
        '^/ipv6 firewall filter > add action=drop chain=forward comment="default deny"$',
      ),
      linux: says('hook input priority filter; policy drop;$', 'hook forward priority filter; policy drop;$'),
      iosxe: says(
        '^policy-map type inspect P-NOTHING > class class-default > drop$',
        '^policy-map type inspect P-backbone\\.self > class class-default > drop$',
        '^policy-map type inspect P-<edge>\\.self > class class-default > drop$',
      ),
      junos: says(
        '^security policies default-policy deny-all$',
        ' filter protect-router-v4 term default-deny then discard$',
        ' filter protect-router-v6 term default-deny then discard$',
      ),
    },
  },
  {
    what: 'no foreign source comes in over an access interface or a tunnel',
    source: 'RFC 2827 (BCP 38)',
    on: {
      routeros: says(
        '^/ip firewall raw > add action=drop chain=prerouting comment="foreign source" in-interface=<checked> ',
        '^/ipv6 firewall raw > add action=drop chain=prerouting comment="foreign source" in-interface=<checked> ',
      ),
      linux: says(
        'iifname "<checked>" ip saddr != .* counter drop$',
        'iifname "<checked>" ip6 saddr != .* counter drop$',
      ),
      iosxe: says(
        '^interface <checked> > ip access-group SOURCE-\\S+ in$',
        '^interface <checked> > ipv6 traffic-filter SOURCE-\\S+ in$',
      ),
      junos: says(
        '^interfaces <checked unit> family inet filter input source-',
        '^interfaces <checked unit> family inet6 filter input source-',
      ),
    },
  },
  {
    what: 'foreign sources from a tunnel are logged, so many a second at most',
    source: 'NIST SP 800-92, 2.3.1',
    on: {
      routeros: says(
        '^/ip firewall raw > add action=log chain=prerouting .* in-interface=<logged> limit=1,5:packet ',
        '^/ipv6 firewall raw > add action=log chain=prerouting .* in-interface=<logged> limit=1,5:packet ',
      ),
      linux: says(
        'iifname "<logged>" ip saddr != .* limit rate 1/second burst 5 packets log prefix "TUNNEL-SPOOF "$',
        'iifname "<logged>" ip6 saddr != .* limit rate 1/second burst 5 packets log prefix "TUNNEL-SPOOF "$',
      ),
      iosxe: says(
        '^ip access-list logging interval <everyMs>$',
        '^ip access-list extended SOURCE-<logged->-4 > deny ip any any log$',
        '^ipv6 access-list SOURCE-<logged->-6 > deny ipv6 any any log$',
      ),
      junos: says(
        '^firewall policer packets-<rate> then discard$',
        '^firewall family inet filter source-<logged->-v4 term foreign-source then policer packets-1$',
        '^firewall family inet filter source-<logged->-v4 term foreign-source then syslog$',
        '^firewall family inet6 filter source-<logged->-v6 term foreign-source then policer packets-1$',
        '^firewall family inet6 filter source-<logged->-v6 term foreign-source then syslog$',
      ),
    },
  },
  {
    what: 'loose check of the reverse path towards providers',
    source: 'RFC 3704 (BCP 84)',
    on: {
      routeros: says('^/ip settings > set .* rp-filter=loose '),
      linux: says('^net\\.ipv4\\.conf\\.all\\.rp_filter = 2$', '^net\\.ipv4\\.conf\\.default\\.rp_filter = 2$'),
      iosxe: says(
        '^interface <uplink> > ip verify unicast source reachable-via any allow-default$',
        '^interface <uplink6> > ipv6 verify unicast source reachable-via any',
      ),
      junos: says(
        '^interfaces <uplink unit> family inet rpf-check mode loose$',
        '^interfaces <uplink6 unit> family inet6 rpf-check mode loose$',
      ),
    },
  },
  {
    what: 'private destinations do not leave over an uplink',
    source: 'RFC 1918, section 3',
    on: {
      routeros: says(
        '^/ip firewall filter > add action=drop chain=forward comment=private-not-out dst-address-list=private out-interface-list=<edge>$',
        '^/ipv6 firewall filter > add action=drop chain=forward comment=private-not-out dst-address-list=private out-interface-list=<edge>$',
      ),
      linux: says(
        'oifname @if-<edge> ip daddr @net4-private counter drop ',
        'oifname @if-<edge> ip6 daddr @net6-private counter drop ',
      ),
      iosxe: says('^policy-map type inspect P-backbone\\.<edge> > class type inspect F-private-not-out > drop$'),
      junos: says('^security policies from-zone backbone to-zone <edge> policy private-not-out then deny$'),
    },
  },
  {
    what: 'neighbour discovery passes before anything shared, and waits for no connection',
    source: 'RFC 4890, 4.4.1',
    on: {
      routeros: says(
        ...discovery.flatMap(type => [
          `^/ipv6 firewall filter > add action=accept chain=input comment=discovery icmp-options=${type}:`,
          `^/ipv6 firewall raw > add action=notrack chain=prerouting comment=discovery icmp-options=${type}:`,
          `^/ipv6 firewall raw > add action=notrack chain=output comment=discovery icmp-options=${type}:`,
        ]),
      ),
      linux: says(
        `icmpv6 type { ${discovery.join(', ')} } counter accept comment "discovery"$`,
        `chain sources > icmpv6 type { ${discovery.join(', ')} } notrack$`,
        `chain untracked > icmpv6 type { ${discovery.join(', ')} } notrack$`,
      ),
      iosxe: says(
        '^class-map match-any C-DISCOVERY > match access-group name I-discovery-6$',
        '^class-map match-any C-ARP > match protocol arp$',
        '^policy-map CONTROL-PLANE > class C-DISCOVERY > police .* exceed-action transmit$',
      ),
      junos: says(
        ...discoveryNames.map(name => ` filter protect-router-v6 term discovery from icmp-type ${name}$`),
        ' filter protect-router-v6 term discovery then accept$',
      ),
    },
  },
  {
    what: 'echo requests to the router are limited',
    source: nsa,
    on: {
      routeros: says(
        '^/ip firewall filter > add action=accept chain=input comment=echo icmp-options=8:0-255 limit=50,100:packet ',
        '^/ip firewall filter > add action=drop chain=input comment="echo, too many" ',
        '^/ipv6 firewall filter > add action=accept chain=input comment=echo icmp-options=128:0-255 limit=50,100:packet ',
        '^/ipv6 firewall filter > add action=drop chain=input comment="echo, too many" ',
      ),
      linux: says(
        ' icmp type 8 limit rate 50/second burst 100 packets counter accept comment "echo"$',
        ' icmp type 8 counter drop comment "echo, too many"$',
        ' icmpv6 type 128 limit rate 50/second burst 100 packets counter accept comment "echo"$',
        ' icmpv6 type 128 counter drop comment "echo, too many"$',
      ),
      iosxe: says(
        '^class-map match-any C-echo > match access-group name I-echo-4$',
        '^class-map match-any C-echo > match access-group name I-echo-6$',
        '^policy-map CONTROL-PLANE > class C-echo > police rate 50 pps burst 100 packets .* exceed-action drop$',
      ),
      junos: says(
        ' filter protect-router-v4 term echo then policer packets-50$',
        ' filter protect-router-v6 term echo then policer packets-50$',
        '^firewall policer packets-50 then discard$',
      ),
    },
  },
  {
    what: 'the control plane is policed',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: lacks('no policer of the processor beside the filter', 'help.mikrotik.com, Firewall'),
      linux: lacks('no policer of the processor beside the filter', 'nft(8), limit'),
      iosxe: says(
        '^control-plane > service-policy input CONTROL-PLANE$',
        '^policy-map CONTROL-PLANE > class class-default > police ',
      ),
      junos: says(
        '^interfaces lo0 unit 0 family inet filter input protect-router-v4$',
        '^interfaces lo0 unit 0 family inet6 filter input protect-router-v6$',
      ),
    },
  },
  {
    what: 'source routes and redirects are refused',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says('^/ip settings > set accept-redirects=no accept-source-route=no .* send-redirects=no '),
      linux: says(
        '^net\\.ipv4\\.conf\\.all\\.accept_source_route = 0$',
        '^net\\.ipv4\\.conf\\.all\\.accept_redirects = 0$',
        '^net\\.ipv4\\.conf\\.all\\.send_redirects = 0$',
        '^net\\.ipv4\\.conf\\.default\\.send_redirects = 0$',
      ),
      iosxe: says('^no ip source-route$', '^no ipv6 source-route$', '^interface <routed> > no ip redirects$'),
      junos: says(
        '^system no-redirects$',
        '^system no-redirects-ipv6$',
        '^security screen ids-option invalid ip source-route-option$',
      ),
    },
  },
  {
    what: 'the router answers ARP for nobody else',
    source: cis,
    on: {
      routeros: lacks('off unless `arp=proxy-arp` says otherwise', 'help.mikrotik.com, ARP'),
      linux: lacks('off unless `proxy_arp` says otherwise', 'kernel.org, ip-sysctl'),
      iosxe: says('^interface <routed> > no ip proxy-arp$', '^no ip gratuitous-arps$'),
      junos: lacks('off unless `proxy-arp` says otherwise', 'juniper.net, Proxy ARP'),
    },
  },
  {
    what: 'helpers that open ports by what they read in packets are off',
    source: 'netfilter.org, Secure use of iptables and connection tracking helpers',
    on: {
      routeros: says('^/ip firewall service-port > set \\[find\\] disabled=yes$'),
      linux: lacks(
        'none since 4.7 unless a rule asks for it; the switch is gone since 6.0',
        'kernel.org, nf_conntrack-sysctl',
      ),
      iosxe: lacks('the zones inspect TCP and UDP alone, no protocol by name', 'cisco.com, Zone-Based Policy Firewall'),
      junos: says(
        ...['h323', 'mgcp', 'rtsp', 'sccp', 'sip', 'msrpc', 'sunrpc'].map(name => `^security alg ${name} disable$`),
      ),
    },
  },
  {
    what: 'ports that nothing uses are shut',
    source: `${nsa}; ${cis}`,
    on: {
      routeros: says('^/interface ethernet > set \\[find default-name=<idle>\\] disabled=yes$'),
      linux: lacks('an interface without a file stays down', 'systemd.network(5)'),
      iosxe: says('^interface <idle> > shutdown$'),
      junos: says('^interfaces <idle> disable$'),
    },
  },
]

/** Hardening by platform: one entry for each thing that a guide asks for. */
export const hardening: readonly Hardening[] = [...traffic, ...routerItself]
