import { addressText } from '../../model/ip.ts'
import type { Host, Watchdog } from './blueprint.ts'

/**
 * All hosts live in one namespace, each with an interface, an address and a table of routes of its own. Packets between
 * two of them would stay inside the machine; the rule for local addresses is therefore asked only about what comes in
 * by a wire, so that what a host sends goes out by the host's own wire to its router, whoever it is for.
 */
export function hostCommands(hosts: readonly Host[], watchdogs: readonly Watchdog[]): string[] {
  const probes = [...new Set(watchdogs.map(({ probe }) => probe))]
  return [
    'link set lo up',
    ...hosts.flatMap(({ interface: name, v4, v6, lengthV4 }) => [
      `link set ${name} up`,
      `addr add ${addressText(v4)}/${lengthV4} dev ${name} noprefixroute`,
      `addr add ${addressText(v6)}/64 dev ${name} nodad noprefixroute`,
    ]),
    ...probes.map(probe => `addr add ${probe}/32 dev inet`),
    'rule add not iif lo lookup local pref 1',
    'rule del pref 0',
    ...hosts.flatMap((host, i) => hostRoutes(host, 1000 + i, host.id === 'internet' ? probes : [])),
  ]
}

function hostRoutes({ interface: name, v4, gatewayV4 }: Host, table: number, more: readonly string[]): string[] {
  const from = [addressText(v4), ...more]
  return [
    `route add ${addressText(gatewayV4)}/32 dev ${name} table ${table}`,
    `route add default via ${addressText(gatewayV4)} dev ${name} table ${table}`,
    ...from.map(address => `rule add iif lo from ${address} lookup ${table} pref ${table}`),
  ]
}

/** The same for IPv6: a line of a batch cannot name its family, so that these come in a batch apart. */
export function hostCommandsV6(hosts: readonly Host[]): string[] {
  return [
    'rule add not iif lo lookup local pref 1',
    'rule del pref 0',
    ...hosts.flatMap(({ interface: name, v6, gatewayV6 }, i) => [
      `route add ${addressText(gatewayV6)}/128 dev ${name} table ${1000 + i}`,
      `route add default via ${addressText(gatewayV6)} dev ${name} table ${1000 + i}`,
      `rule add iif lo from ${addressText(v6)} lookup ${1000 + i} pref ${1000 + i}`,
    ]),
  ]
}

/** Set before any interface is there. */
export const hostSettings = [
  'ipv4/conf/all/accept_local=1',
  'ipv4/conf/default/accept_local=1',
  'ipv4/conf/all/rp_filter=0',
  'ipv4/conf/default/rp_filter=0',
  'ipv4/conf/all/arp_ignore=1',
  'ipv4/conf/all/arp_announce=2',
  'ipv6/conf/all/accept_ra=0',
  'ipv6/conf/default/accept_ra=0',
  'ipv6/conf/default/accept_dad=0',
  'ipv6/conf/all/accept_dad=0',
  'ipv6/conf/default/router_solicitations=0',
]
  .map(setting => setting.split('='))
  .map(([key, value]) => `echo ${value} > /proc/sys/net/${key}`)
  .join('\n')

/** A probe that found its way inside the machine would prove nothing: it is dropped, so that it shows. */
export const hostRules = `table inet lab {
  chain in { type filter hook input priority 0; policy accept; iifname "lo" udp dport 40001-40009 drop; iifname "lo" udp sport 40001-40009 drop; }
}`
