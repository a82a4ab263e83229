import type { Intent } from '../../intent/intent.ts'
import { linux } from '../../model/platforms/linux.ts'
import { frrDaemons } from './linux/daemons.ts'
import { frrConf } from './linux/frr.ts'
import { networkdFiles } from './linux/networkd.ts'
import { nftablesConf } from './linux/nft.ts'
import { sysctlConf } from './linux/sysctl.ts'
import type { ConfigFile, Renderer } from './renderer.ts'

/**
 * Linux as a router: FRR routes, nftables filters and translates, systemd-networkd makes interfaces and serves DHCP.
 * Addresses stand both with networkd, which sets them before FRR starts and needs them to serve DHCP, and with FRR, so that `frr.conf`
 * alone boots a router of the lab; the two are the same and the kernel keeps one.
 */
export const linuxRenderer: Renderer = {
  platform: linux,
  render: linuxFiles,
}

function linuxFiles(intent: Intent): readonly ConfigFile[] {
  return [
    { name: 'frr.conf', lines: frrConf(intent) },
    { name: 'daemons', lines: frrDaemons(intent) },
    { name: 'nftables.conf', lines: nftablesConf(intent) },
    { name: 'sysctl.conf', lines: sysctlConf() },
    ...networkdFiles(intent),
  ]
}
