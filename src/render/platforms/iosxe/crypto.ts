import type { Intent, Tunnel } from '../../../intent/intent.ts'
import { addressText, type Address } from '../../../model/ip.ts'
import { block, iosSecret, nested } from '../../config/iosxe-text.ts'
import { line, type Line } from '../../config/line.ts'

const common = 'SERAT'
const transport = 'SERAT-TRANSPORT'
const keyBytes = 127

/** A profile for each far end; GRE is encrypted in transport mode, a route-based tunnel in tunnel mode. */
export function crypto({ tunnels }: Intent): Line[] {
  if (tunnels.length === 0) return []
  const write = line([], 'tunnel-cryptography')
  const gre = tunnels.filter(({ kind }) => kind === 'gre-ipsec')
  return [
    ...block(write`crypto ikev2 proposal ${common}`, [write`encryption aes-cbc-256`, write`integrity sha256`, write`prf sha256`, write`group 19`]),
    ...block(write`crypto ikev2 policy ${common}`, [write`proposal ${common}`]),
    ...tunnels.flatMap(keyring),
    ...tunnels.flatMap(ikeProfile),
    ...gre.length === tunnels.length ? [] : block(write`crypto ipsec transform-set ${common} esp-gcm 256`, [write`mode tunnel`]),
    ...gre.length === 0 ? [] : block(write`crypto ipsec transform-set ${transport} esp-gcm 256`, [write`mode transport`]),
    ...tunnels.flatMap(ipsecProfile),
  ]
}

/** Names go by the number of the tunnel, which the ledger gave. */
function nameOf({ interface: name }: Tunnel): string {
  return name.toUpperCase()
}

/** An end without a fixed address cannot have this kind of tunnel; a rule says so, and this stands in its place. */
const unknown: Address = { family: 4, bits: 0n }

function keyring(tunnel: Tunnel): Line[] {
  const { peer, outerRemote, key, from } = tunnel
  const write = line(from)
  return block(write`crypto ikev2 keyring ${nameOf(tunnel)}`, nested(write`peer ${peer}`, [
    write`address ${addressText(outerRemote ?? unknown)}`, write`pre-shared-key ${iosSecret(key, keyBytes)}`,
  ]))
}

function ikeProfile(tunnel: Tunnel): Line[] {
  const { outerLocal, outerRemote, from } = tunnel
  const write = line(from)
  const strong = line(from, 'tunnel-cryptography')
  return block(write`crypto ikev2 profile ${nameOf(tunnel)}`, [
    write`match identity remote address ${addressText(outerRemote ?? unknown)} 255.255.255.255`,
    ...outerLocal === undefined ? [] : [write`identity local address ${addressText(outerLocal)}`],
    strong`authentication remote pre-share`, strong`authentication local pre-share`,
    write`keyring local ${nameOf(tunnel)}`,
    strong`lifetime 28800`, line(from, 'keepalive')`dpd 10 3 periodic`,
  ])
}

function ipsecProfile(tunnel: Tunnel): Line[] {
  const { kind, initiates, from } = tunnel
  const write = line(from)
  const strong = line(from, 'tunnel-cryptography')
  return block(write`crypto ipsec profile ${nameOf(tunnel)}`, [
    strong`set security-association lifetime seconds 3600`,
    strong`set transform-set ${kind === 'gre-ipsec' ? transport : common}`,
    strong`set pfs group19`,
    write`set ikev2-profile ${nameOf(tunnel)}`,
    ...initiates ? [] : [write`responder-only`],
  ])
}

/** A route-based tunnel carries both families in one. */
export function tunnelMode(tunnel: Tunnel): Line[] {
  const { kind, underlay, outerLocal, outerRemote, from } = tunnel
  const write = line(from)
  return [
    outerLocal === undefined ? write`tunnel source ${underlay}` : write`tunnel source ${addressText(outerLocal)}`,
    kind === 'gre-ipsec' ? write`tunnel mode gre ip` : write`tunnel mode ipsec dual-overlay`,
    write`tunnel destination ${addressText(outerRemote ?? unknown)}`,
    write`tunnel protection ipsec profile ${nameOf(tunnel)}`,
  ]
}
