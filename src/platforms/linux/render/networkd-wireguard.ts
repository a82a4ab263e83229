import { tunnelKeepaliveSeconds } from '../../../intent/decided.ts'
import type { Intent, Tunnel } from '../../../intent/intent.ts'
import { addressText } from '../../../model/ip.ts'
import { line, type Line, Quoted, type MissingKeyPart } from '../../text/line.ts'
import { unitText, wireguardKey } from '../text/networkd.ts'
import type { ConfigFile } from '../../renderer.ts'
import { said } from '../../said.ts'
import { section, unitFile } from './networkd-unit.ts'

/**
 * WireGuard devices. Another kind of tunnel is a capability finding; no unit is written for it, so nothing runs
 * unencrypted.
 */
export function wireguardFiles(intent: Intent): ConfigFile[] {
  return intent.tunnels
    .filter(({ kind }) => kind === 'wireguard')
    .map(tunnel =>
      unitFile(`networkd/50-${tunnel.interface.value}.netdev`, [
        section('NetDev', deviceLines(tunnel)),
        section('WireGuard', [
          line([], 'tunnel-cryptography')`PrivateKey=${wireguardKey(tunnel.key)}`,
          line(tunnel.from)`ListenPort=${tunnel.localPort}`,
        ]),
        section('WireGuardPeer', peerLines(tunnel)),
      ]),
    )
}

function deviceLines(tunnel: Tunnel): Line[] {
  const write = line(tunnel.from)
  return [
    write`Name=${tunnel.interface.value}`,
    line([], 'structure')`Kind=wireguard`,
    said(tunnel.interface.from, 'tunnel-name')`Description=${unitText(tunnel.description)}`,
    said(tunnel.mtu.from, 'fits-tunnel')`MTUBytes=${tunnel.mtu.value}`,
  ]
}

/** Everything may come through: BGP decides what does, and the filter what is let in. */
function peerLines(tunnel: Tunnel): Line[] {
  const write = line(tunnel.from)
  return [
    line(
      [],
      'tunnel-cryptography',
    )`PublicKey=${tunnel.peerKey === undefined ? missingKey(tunnel) : new Quoted(tunnel.peerKey)}`,
    line([], 'routed-tunnel')`AllowedIPs=0.0.0.0/0`,
    line([], 'routed-tunnel')`AllowedIPs=::/0`,
    ...(tunnel.outerRemote.value === undefined
      ? []
      : [write`Endpoint=${new Quoted(`${addressText(tunnel.outerRemote.value)}:${tunnel.remotePort}`)}`]),
    ...(tunnel.initiates ? [line([], 'keepalive')`PersistentKeepalive=${tunnelKeepaliveSeconds}`] : []),
  ]
}

function missingKey(tunnel: Tunnel): MissingKeyPart {
  return { missingKey: tunnel.peer }
}
