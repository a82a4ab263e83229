import type { Intent } from '../../intent/intent.ts'
import { linux } from './platform.ts'
import { frrDaemons } from './render/daemons.ts'
import { frrConf } from './render/frr.ts'
import { networkdFiles } from './render/networkd.ts'
import { nftablesConf } from './render/nft.ts'
import { silentPeerFiles } from './render/silent-peers.ts'
import { withState } from './render/state.ts'
import { sysctlConf } from './render/sysctl.ts'
import type { ConfigFile, Renderer } from '../renderer.ts'
import { fillIn } from '../text/unresolved.ts'

/**
 * Linux as a router: FRR routes, nftables filters and translates, systemd-networkd makes interfaces and serves DHCP.
 * Addresses stand both with networkd, which sets them before FRR starts and needs them to serve DHCP, and with FRR, so
 * that `frr.conf` alone boots a router of the lab; the two are the same and the kernel keeps one.
 */
export const linuxRenderer: Renderer = {
  platform: linux,
  render: linuxFiles,
  // Behind `exit` vtysh takes no word of a configuration any more. systemd makes no tunnel whose private key is no key.
  stops: file => (file === 'frr.conf' ? [fillIn, 'exit'] : [`# ${fillIn}`]),
}

function linuxFiles(intent: Intent): readonly ConfigFile[] {
  return withState([
    { name: 'frr.conf', lines: frrConf(intent) },
    { name: 'daemons', lines: frrDaemons(intent) },
    { name: 'nftables.conf', lines: nftablesConf(intent) },
    { name: 'sysctl.conf', lines: sysctlConf() },
    ...networkdFiles(intent),
    ...silentPeerFiles(intent),
  ])
}
