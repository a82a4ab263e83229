import { deadPeer, ipsecLifetimes, tunnelKeepaliveSeconds, silentPeersEverySeconds } from '../../../intent/decided.ts'
import type { Intent, Tunnel } from '../../../intent/intent.ts'
import { addressText, type Address } from '../../../model/ip.ts'
import { line, Quoted, type Line, type MissingKeyPart, type SecretPart } from '../../text/line.ts'
import { duration, extended, quote, routerosSecret } from '../text.ts'
import { said } from '../../said.ts'
import { menu, places } from './menu.ts'

export function tunnels({ tunnels }: Intent): Line[] {
  const wireguard = tunnels.filter(({ kind }) => kind === 'wireguard')
  const gre = tunnels.filter(({ kind }) => kind !== 'wireguard')
  return [
    ...menu('/interface wireguard', wireguard.map(wireguardInterface)),
    ...menu('/interface wireguard peers', wireguard.map(wireguardPeer)),
    ...ipsec(gre),
    ...menu('/interface gre', gre.map(greInterface)),
    ...silentPeers(wireguard),
  ]
}

/**
 * WireGuard in the kernel knows no peer that is off: to disable one is to remove it, with the timestamp that it was
 * last seen with. One that has said nothing since is left alone, so that a site that is out for weeks costs the storage
 * two writes.
 */
function silentPeers(wireguard: readonly Tunnel[]): Line[] {
  const seconds = wireguard.flatMap(({ forgetsAfterSeconds }) => forgetsAfterSeconds ?? [])[0]
  if (seconds === undefined) return []
  const peers = '/interface wireguard peers'
  const forget =
    `:foreach p in=[${peers} find where disabled=no and rx>0] do={:local h [${peers} get $p last-handshake]; ` +
    `:if ([:typeof $h]!="time" || $h>${seconds}s) do={${peers} disable $p; ${peers} enable $p}}`
  return menu('/system scheduler', [
    line(
      [],
      'silent-peer',
    )`add name=serat-silent-peers start-time=startup interval=${duration(silentPeersEverySeconds)} policy=read,write on-event=${quote(forget)}`,
  ])
}

/** Each end holds the segments that it sends into a tunnel to what fits; the far end does the same for the way back. */
export function segmentSize({ tunnels }: Intent, family: 4 | 6): Line[] {
  return tunnels.map(({ interface: name, mssV4, mssV6, mtu }) => {
    const mss = family === 4 ? mssV4 : mssV6
    return said(
      places(mtu.from, name.from),
      'fits-tunnel',
    )`add chain=forward action=change-mss out-interface=${name.value} protocol=tcp tcp-flags=syn tcp-mss=${mss + 1}-65535 new-mss=${mss} passthrough=yes comment=${quote('fits the tunnel')}`
  })
}

function wireguardInterface({ interface: name, localPort, mtu, key, description, from }: Tunnel): Line {
  return line(
    from,
  )`add name=${name.value} listen-port=${localPort} mtu=${mtu.value} private-key="${secret(key.secret)}" comment=${quote(description)}`
}

/** Routing decides what goes in, so that every address is allowed; the filter decides what may come out. */
function wireguardPeer(tunnel: Tunnel): Line {
  const { interface: name, description } = tunnel
  const from = peerPlaces(tunnel)
  const start = extended(line(from)`add interface=${name.value} allowed-address=0.0.0.0/0,::/0 `, publicKey(tunnel))
  return extended(extended(start, endpoint(tunnel)), line(from)` comment=${quote(description)}`)
}

/** Who begins names the port that it goes to; who answers knows the tunnel alone. */
function peerPlaces({ initiates, outerRemote, from, interface: name }: Tunnel): Tunnel['from'] {
  return initiates && outerRemote.value !== undefined ? places(from, outerRemote.from) : name.from
}

function publicKey({ peer, peerKey, from }: Tunnel): Line {
  const missing: MissingKeyPart = { missingKey: peer }
  return peerKey === undefined ? line(from)`public-key="${missing}"` : line(from)`public-key=${quote(peerKey)}`
}

/** Who begins knows where to; who answers learns it. */
function endpoint({ initiates, outerRemote, remotePort, from }: Tunnel): Line {
  if (!initiates || outerRemote.value === undefined) return line(from)``
  return line(
    from,
  )` endpoint-address=${addressText(outerRemote.value)} endpoint-port=${remotePort} persistent-keepalive=${duration(tunnelKeepaliveSeconds)}`
}

/** RouterOS has no route-based IPsec: GRE carries the routes, and IPsec encrypts it. */
function ipsec(gre: readonly Tunnel[]): Line[] {
  if (gre.length === 0) return []
  const cryptography = line([], 'tunnel-cryptography')
  return [
    ...menu('/ip ipsec profile', [
      cryptography`add name=tunnel enc-algorithm=aes-256 hash-algorithm=sha256 prf-algorithm=sha256 dh-group=ecp256 dpd-interval=${duration(deadPeer.intervalSeconds)} dpd-maximum-failures=${deadPeer.failures} lifetime=${duration(ipsecLifetimes.ikeSeconds)}`,
    ]),
    ...menu('/ip ipsec proposal', [
      cryptography`add name=tunnel enc-algorithms=aes-256-gcm auth-algorithms="" pfs-group=ecp256 lifetime=${duration(ipsecLifetimes.espSeconds)}`,
    ]),
    ...menu(
      '/ip ipsec peer',
      gre.map(
        tunnel =>
          line(
            tunnel.from,
          )`add name=${tunnel.interface.value} address=${remoteText(tunnel)}/32 local-address=${localText(tunnel)} profile=tunnel exchange-mode=ike2 passive=${tunnel.initiates ? 'no' : 'yes'} comment=${quote(tunnel.description)}`,
      ),
    ),
    ...menu(
      '/ip ipsec identity',
      gre.map(
        ({ interface: name, key, from }) =>
          line(from)`add peer=${name.value} auth-method=pre-shared-key secret="${secret(key.secret)}"`,
      ),
    ),
    ...menu(
      '/ip ipsec policy',
      gre.map(
        tunnel =>
          line(
            tunnel.from,
          )`add peer=${tunnel.interface.value} proposal=tunnel ${policyMode(tunnel)} src-address=${localText(tunnel)}/32 dst-address=${remoteText(tunnel)}/32 protocol=gre action=encrypt level=require`,
      ),
    ),
  ]
}

/** Tunnel mode names its own two ends, which are GRE's as well. */
function policyMode(tunnel: Tunnel): Quoted {
  if (tunnel.ipsecMode === 'transport') return new Quoted('tunnel=no')
  return new Quoted(`tunnel=yes sa-src-address=${localText(tunnel)} sa-dst-address=${remoteText(tunnel)}`)
}

/**
 * Without keepalives, which end up as a tunnel that is down where another vendor's far end does not send them back; BFD
 * and BGP notice a loss.
 */
function greInterface(tunnel: Tunnel): Line {
  return line(
    tunnel.from,
  )`add name=${tunnel.interface.value} local-address=${localText(tunnel)} remote-address=${remoteText(tunnel)} mtu=${tunnel.mtu.value} clamp-tcp-mss=no allow-fast-path=no !keepalive comment=${quote(tunnel.description)}`
}

/** An end without a fixed address cannot have this kind of tunnel; a rule says so, and this stands in its place. */
const unknown: Address = { family: 4, bits: 0n }

function localText({ outerLocal }: Tunnel): string {
  return addressText(outerLocal ?? unknown)
}

function remoteText({ outerRemote }: Tunnel): string {
  return addressText(outerRemote.value ?? unknown)
}

function secret(name: string): SecretPart {
  return { secret: name, encode: routerosSecret }
}
