import { silentPeersEverySeconds } from '../../../intent/decided.ts'
import type { Intent } from '../../../intent/intent.ts'
import { line, Quoted } from '../../text/line.ts'
import type { ConfigFile } from '../../renderer.ts'
import { section, unitFile } from './networkd-unit.ts'

/**
 * A timer that removes peers which have long been silent, and adds them again: the kernel remembers a peer's last
 * timestamp for as long as it has the peer. The site speaks first, so that the peer needs no address. `wg` is of
 * wireguard-tools.
 */
export function silentPeerFiles({ tunnels }: Intent): ConfigFile[] {
  const forgetting = tunnels.filter(({ forgetsAfterSeconds }) => forgetsAfterSeconds !== undefined)
  const seconds = forgetting[0]?.forgetsAfterSeconds
  if (seconds === undefined) return []
  const write = line([...new Set(forgetting.flatMap(({ interface: name }) => name.from))], 'silent-peer')
  return [
    unitFile('systemd/serat-silent-peers.service', [
      section('Unit', [write`Description=Forget tunnel peers that have long been silent`]),
      section('Service', [
        write`Type=oneshot`,
        write`ExecStart=/bin/sh -c '${new Quoted(escaped(forgetSilent(seconds)))}'`,
      ]),
    ]),
    unitFile('systemd/serat-silent-peers.timer', [
      section('Unit', [write`Description=Forget tunnel peers that have long been silent, every minute`]),
      section('Timer', [
        write`OnBootSec=${silentPeersEverySeconds}`,
        write`OnUnitActiveSec=${silentPeersEverySeconds}`,
        write`AccuracySec=1`,
      ]),
      section('Install', [write`WantedBy=timers.target`]),
    ]),
  ]
}

/** `wg show all latest-handshakes` says interface, peer, and seconds since 1970, 0 where there was none. */
function forgetSilent(seconds: number): string {
  return [
    'now=$(date +%s)',
    'wg show all latest-handshakes | while read -r name peer last',
    `do [ $((now - last)) -gt ${seconds} ] || continue`,
    'wg set "$name" peer "$peer" remove',
    'wg set "$name" peer "$peer" allowed-ips 0.0.0.0/0,::/0',
    'done',
  ].join('; ')
}

/** systemd reads `$` and `%` itself (systemd.service, "Command lines"). */
function escaped(script: string): string {
  return script.replaceAll('%', '%%').replaceAll('$', '$$$$')
}
