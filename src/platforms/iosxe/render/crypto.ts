import { deadPeer, ipsecLifetimes } from '../../../intent/decided.ts'
import type { From, Intent, Tunnel } from '../../../intent/intent.ts'
import { addressText, type Address } from '../../../model/ip.ts'
import { block, iosName, iosSecret } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'

/** Name of what all tunnels share. */
const common = 'SERAT'
const keyBytes = 127

/** One profile for all tunnels, with a key and an identity for each far end. */
export function crypto({ tunnels }: Intent): Line[] {
  if (tunnels.length === 0) return []
  const write = line([], 'tunnel-cryptography')
  return [
    ...block(write`crypto ikev2 proposal ${common}`, [
      write`encryption aes-cbc-256`,
      write`integrity sha256`,
      write`prf sha256`,
      write`group 19`,
    ]),
    ...block(write`crypto ikev2 policy ${common}`, [write`proposal ${common}`]),
    ...block(write`crypto ikev2 keyring ${common}`, tunnels.flatMap(peer)),
    ...block(write`crypto ikev2 profile ${common}`, [
      ...tunnels.map(
        ({ outerRemote }) =>
          said(
            outerRemote.from,
          )`match identity remote address ${addressText(outerRemote.value ?? unknown)} 255.255.255.255`,
      ),
      write`authentication remote pre-share`,
      write`authentication local pre-share`,
      write`keyring local ${common}`,
      write`lifetime ${ipsecLifetimes.ikeSeconds}`,
      line([], 'keepalive')`dpd ${deadPeer.intervalSeconds} ${deadPeer.failures} periodic`,
    ]),
    ...[...Map.groupBy(tunnels, profileOf).values()].flatMap(ipsec),
  ]
}

/** An end without a fixed address cannot have this kind of tunnel; a rule says so, and this stands in its place. */
const unknown: Address = { family: 4, bits: 0n }

/** Names go by the number of the tunnel, which the ledger gave. */
function peer({ interface: name, outerRemote, key, from }: Tunnel): Line[] {
  return block(line(from)`peer ${iosName(name.value)}`, [
    said(outerRemote.from)`address ${addressText(outerRemote.value ?? unknown)}`,
    said(name.from, 'tunnel-name')`pre-shared-key ${iosSecret(key, keyBytes)}`,
  ])
}

/** GRE is encrypted in the mode that both ends know, a route-based tunnel in tunnel mode. */
function profileOf({ kind, ipsecMode, initiates }: Tunnel): string {
  const carries = kind !== 'gre-ipsec' ? 'VTI' : ipsecMode === 'transport' ? 'GRE' : 'GRE-IN-TUNNEL'
  return `${common}-${carries}-${initiates ? 'BEGINS' : 'ANSWERS'}`
}

function ipsec(tunnels: readonly Tunnel[]): Line[] {
  const [first] = tunnels
  if (first === undefined) return []
  const name = profileOf(first)
  const write = line([], 'tunnel-cryptography')
  return [
    ...block(write`crypto ipsec transform-set ${name} esp-gcm 256`, [
      first.kind === 'gre-ipsec' && first.ipsecMode === 'transport' ? write`mode transport` : write`mode tunnel`,
    ]),
    ...block(write`crypto ipsec profile ${name}`, [
      write`set security-association lifetime seconds ${ipsecLifetimes.espSeconds}`,
      write`set transform-set ${name}`,
      write`set pfs group19`,
      write`set ikev2-profile ${common}`,
      ...(first.initiates ? [] : [line([], 'keepalive')`responder-only`]),
    ]),
  ]
}

/** A route-based tunnel carries both families in one. */
export function tunnelMode(intent: Intent, tunnel: Tunnel): Line[] {
  const { kind, underlay, outerLocal, outerRemote } = tunnel
  const own = line(localFrom(intent, tunnel))
  const mode = line([], 'routed-tunnel')
  return [
    outerLocal === undefined ? own`tunnel source ${underlay}` : own`tunnel source ${addressText(outerLocal)}`,
    kind === 'gre-ipsec' ? mode`tunnel mode gre ip` : mode`tunnel mode ipsec dual-overlay`,
    said(outerRemote.from)`tunnel destination ${addressText(outerRemote.value ?? unknown)}`,
    mode`tunnel protection ipsec profile ${profileOf(tunnel)}`,
  ]
}

/** What gave this end its address outside. */
function localFrom({ underlays, uplinks }: Intent, { underlay, from }: Tunnel): From {
  return [...underlays, ...uplinks].find(({ interface: name }) => name.value === underlay)?.from ?? from
}
