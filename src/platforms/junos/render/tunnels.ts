import { deadPeer, ipsecLifetimes } from '../../../intent/decided.ts'
import type { Intent, Tunnel } from '../../../intent/intent.ts'
import { addressText } from '../../../model/ip.ts'
import { junosSecret, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { logical, places, unitOf, vpnOf } from './names.ts'
import { greZone, instanceOf } from './zones.ts'

/** Name of the proposals and of the policy that all tunnels share. */
const common = 'tunnel'

export function tunnels(intent: Intent): Line[] {
  if (intent.tunnels.length === 0) return []
  const gre = intent.tunnels.filter(({ kind }) => kind === 'gre-ipsec')
  return [
    ...cryptography(),
    ...intent.tunnels.flatMap(tunnel => ipsec(intent, tunnel)),
    ...instances(intent),
    ...greInstance(gre),
  ]
}

function cryptography(): Line[] {
  const write = line([], 'tunnel-cryptography')
  const ike = words('set', 'security', 'ike', 'proposal', common)
  const esp = words('set', 'security', 'ipsec', 'proposal', common)
  const policy = words('set', 'security', 'ipsec', 'policy', common)
  return [
    write`${ike} authentication-method pre-shared-keys`,
    write`${ike} dh-group group19`,
    write`${ike} authentication-algorithm sha-256`,
    write`${ike} encryption-algorithm aes-256-cbc`,
    write`${ike} lifetime-seconds ${ipsecLifetimes.ikeSeconds}`,
    write`${esp} protocol esp`,
    write`${esp} encryption-algorithm aes-256-gcm`,
    write`${esp} lifetime-seconds ${ipsecLifetimes.espSeconds}`,
    write`${policy} perfect-forward-secrecy keys group19`,
    write`${policy} proposals ${common}`,
  ]
}

/** Routes choose what goes in. With GRE the encrypted packets are GRE between the two outer addresses. */
function ipsec({ identity }: Intent, tunnel: Tunnel): Line[] {
  const { kind, underlay, outerLocal, outerRemote, initiates, key, peer, from } = tunnel
  const write = line(from)
  const name = vpnOf(tunnel)
  const policy = words('set', 'security', 'ike', 'policy', name)
  const gateway = words('set', 'security', 'ike', 'gateway', name)
  const vpn = words('set', 'security', 'ipsec', 'vpn', name)
  return [
    write`${policy} proposals ${common}`,
    write`${policy} pre-shared-key ascii-text "${{ secret: key.secret, encode: junosSecret }}"`,
    write`${gateway} ike-policy ${name}`,
    // An end whose address nobody knows beforehand says its name instead.
    outerRemote.value === undefined
      ? write`${gateway} dynamic hostname ${`${peer}.${identity.domain.value}`}`
      : line(places(outerRemote.from, from))`${gateway} address ${addressText(outerRemote.value)}`,
    outerLocal === undefined
      ? write`${gateway} local-identity hostname ${`${identity.hostname.value}.${identity.domain.value}`}`
      : write`${gateway} local-address ${addressText(outerLocal)}`,
    write`${gateway} external-interface ${logical(underlay)}`,
    write`${gateway} version v2-only`,
    line(from, 'keepalive')`${gateway} dead-peer-detection probe-idle-tunnel`,
    line(from, 'keepalive')`${gateway} dead-peer-detection interval ${deadPeer.intervalSeconds}`,
    line(from, 'keepalive')`${gateway} dead-peer-detection threshold ${deadPeer.failures}`,
    write`${vpn} bind-interface ${secureInterface(tunnel)}`,
    write`${vpn} ike gateway ${name}`,
    write`${vpn} ike ipsec-policy ${common}`,
    ...(kind !== 'gre-ipsec' || outerLocal === undefined || outerRemote.value === undefined
      ? []
      : [
          write`${vpn} ike proxy-identity local ${addressText(outerLocal)}/32`,
          write`${vpn} ike proxy-identity remote ${addressText(outerRemote.value)}/32`,
          write`${vpn} ike proxy-identity service junos-gre`,
        ]),
    write`${vpn} establish-tunnels ${initiates ? 'immediately' : 'responder-only'}`,
  ]
}

/** Interface that IPsec is bound to: the tunnel's own, or the one below GRE. */
function secureInterface(tunnel: Tunnel): string {
  return tunnel.kind === 'gre-ipsec' ? `st0.${unitOf(tunnel.interface.value)}` : logical(tunnel.interface.value)
}

/**
 * A provider that gives addresses at run time gives a default too: in an instance of its own, only the tunnel's outer
 * packets follow it.
 */
function instances({ underlays, staticRoutes }: Intent): Line[] {
  return underlays
    .filter(({ v4 }) => v4 === undefined)
    .flatMap(underlay => {
      const route = staticRoutes.find(({ via, interface: name }) => via === 'dhcp' && name === underlay.interface.value)
      return [
        line(
          route?.from ?? underlay.from,
          'host-route',
        )`set routing-instances ${instanceOf(underlay)} instance-type virtual-router`,
        line(
          underlay.from,
        )`set routing-instances ${instanceOf(underlay)} interface ${logical(underlay.interface.value)}`,
      ]
    })
}

/**
 * GRE between the outer addresses has to go into IPsec, whose own packets go between the same two: an instance of its
 * own knows the far end behind the secure interface, while the main one knows it behind the provider. There the outer
 * address is the router's too.
 */
function greInstance(gre: readonly Tunnel[]): Line[] {
  const known = gre.flatMap(tunnel =>
    tunnel.outerLocal === undefined || tunnel.outerRemote.value === undefined
      ? []
      : [{ ...tunnel, outerLocal: tunnel.outerLocal, outerRemote: tunnel.outerRemote.value }],
  )
  if (known.length === 0) return []
  const structure = line([], 'structure')
  const locals = [...new Map(known.map(tunnel => [addressText(tunnel.outerLocal), tunnel])).values()]
  return [
    structure`set routing-instances ${greZone} instance-type virtual-router`,
    structure`set routing-instances ${greZone} interface lo0.1`,
    structure`set security zones security-zone ${greZone} interfaces lo0.1`,
    ...locals.map(
      ({ outerLocal, from }) => line(from)`set interfaces lo0 unit 1 family inet address ${addressText(outerLocal)}/32`,
    ),
    ...known.flatMap(tunnel => {
      const write = line(tunnel.from)
      const unit = unitOf(tunnel.interface.value)
      const head = words('set', 'interfaces', 'gr-0/0/0', 'unit', unit, 'tunnel')
      return [
        write`set interfaces st0 unit ${unit} family inet`,
        write`set routing-instances ${greZone} interface st0.${unit}`,
        write`set routing-instances ${greZone} routing-options static route ${addressText(tunnel.outerRemote)}/32 next-hop st0.${unit}`,
        write`set security zones security-zone ${greZone} interfaces st0.${unit}`,
        write`${head} source ${addressText(tunnel.outerLocal)}`,
        write`${head} destination ${addressText(tunnel.outerRemote)}`,
        write`${head} routing-instance destination ${greZone}`,
      ]
    }),
  ]
}
