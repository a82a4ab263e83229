import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Blueprint, LabRouter, Wire } from './blueprint.ts'
import { internetNamespace } from './blueprint.ts'
import { folderOf } from './state.ts'

/** Daemons of one namespace, with the files that they are given. */
export interface Boot {
  readonly role: string
  readonly daemons: readonly string[]
  /** Rendered configuration, and behind it the lab's overlay. */
  readonly conf: string
  readonly nftables: string | undefined
  readonly sysctl: string
}

/** What a namespace of the lab needs beyond a router's own settings. */
const labSettings = [
  'net.ipv6.conf.all.accept_dad = 0',
  'net.ipv6.conf.default.accept_dad = 0',
  // Else a cut by `ip link set down` takes the addresses along, which a pulled cable does not.
  'net.ipv6.conf.all.keep_addr_on_down = 1',
  'net.ipv6.conf.default.keep_addr_on_down = 1',
]

const internetSettings = [
  'net.ipv4.ip_forward = 1',
  'net.ipv6.conf.all.forwarding = 1',
  'net.ipv4.conf.all.rp_filter = 0',
  'net.ipv4.conf.default.rp_filter = 0',
]

export function bootsOf({ routers, internetConf }: Blueprint): Boot[] {
  const own = routers.map(
    ({ id, daemons, frrConf, overlay, nftables, sysctl }: LabRouter): Boot => ({
      role: id,
      daemons,
      conf: `${frrConf}!\n! overlay of the lab\n${overlay}`,
      nftables,
      sysctl,
    }),
  )
  return [
    ...own,
    {
      role: internetNamespace,
      daemons: ['zebra', 'staticd', 'bgpd'],
      conf: internetConf,
      nftables: undefined,
      sysctl: internetSettings.join('\n'),
    },
  ]
}

/** Settings first: interfaces that are made later take theirs from `default`. */
export function settingsScript(sysctl: string): string {
  const settings = [...sysctl.split('\n').filter(text => /^[a-z]/.test(text)), ...labSettings].map(text =>
    text.split(' = '),
  )
  return [
    'ip link set lo up',
    ...settings.map(([key = '', value]) => `echo ${value} 2>/dev/null > /proc/sys/${key.replaceAll('.', '/')} || :`),
  ].join('\n')
}

/**
 * Daemons in private views of `/run/frr` and `/etc/frr`: all their files lie in the lab's folder, and no two routers
 * share one. The ruleset stands before the first interface is up.
 */
function bootScript({ role, daemons, nftables }: Boot, wires: readonly Wire[]): string {
  const folder = folderOf(role)
  const interfaces = wires
    .flatMap(({ a, b }) => [a, b])
    .filter(({ at }) => at === role)
    .map(({ name }) => name)
  return [
    'set -e',
    `mount --bind ${folder}/run /run/frr`,
    `mount --bind ${folder}/etc /etc/frr`,
    ...(nftables === undefined ? [] : [`nft -f ${folder}/nftables.conf`]),
    `ip -batch - <<END\n${interfaces.map(name => `link set ${name} up`).join('\n')}\nEND`,
    ...daemons.map(
      name =>
        `/usr/lib/frr/${name} -d -A 127.0.0.1 -f /etc/frr/empty.conf --log file:${folder}/run/${name}.log --log-level warnings`,
    ),
    `vtysh -f ${folder}/boot.conf > ${folder}/vtysh.log 2>&1 || :`,
  ].join('\n')
}

export function writeBoot(boot: Boot, wires: readonly Wire[]): void {
  const folder = folderOf(boot.role)
  mkdirSync(join(folder, 'etc'), { recursive: true })
  writeFileSync(join(folder, 'etc', 'empty.conf'), '')
  writeFileSync(join(folder, 'etc', 'vtysh.conf'), 'service integrated-vtysh-config\n')
  writeFileSync(join(folder, 'boot.conf'), boot.conf)
  if (boot.nftables !== undefined) writeFileSync(join(folder, 'nftables.conf'), boot.nftables)
  writeFileSync(join(folder, 'boot.sh'), bootScript(boot, wires) + '\n')
}
