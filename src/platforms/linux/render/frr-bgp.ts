import { bgpTimers } from '../../../model/routing-timers.ts'
import type { Bgp, BgpNeighbor, Intent } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Address, type Family } from '../../../model/ip.ts'
import { frrKey, frrText } from '../text/frr.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { bfdProfile } from './frr-bfd.ts'
import { defaultToBgp, familiesOf, handsOnDefault, policyName } from './frr-policy.ts'

/** Longest TCP MD5 password that FRR takes. */
const passwordBytes = 80

/** BGP over leased circuits, between cores and to providers. Nothing is taken or given without a policy. */
export function frrBgp(intent: Intent): Line[] {
  const bgp = intent.bgp
  if (bgp === undefined) return []
  return [
    line(bgp.from)`router bgp ${bgp.as}`,
    line(bgp.routerId.from)` bgp router-id ${addressText(bgp.routerId.value)}`,
    line([], 'routing-log')` bgp log-neighbor-changes`,
    line([], 'explicit-policy')` bgp ebgp-requires-policy`,
    line([], 'explicit-policy')` no bgp default ipv4-unicast`,
    ...bgp.neighbors.flatMap(neighbor => familiesOf(neighbor).flatMap(family => sessionLines(neighbor, family))),
    ...addressFamily(bgp, 4),
    ...addressFamily(bgp, 6),
    line([], 'structure')`exit`,
  ]
}

/** The session's remote and local address in a family. */
function endsOf(neighbor: BgpNeighbor, family: Family): { readonly local: Address; readonly remote: Address } {
  if (family === 4) return neighbor.v4
  if (neighbor.v6.value === undefined) throw new Error(`no IPv6 session with ${neighbor.id.value}`)
  return neighbor.v6.value
}

function addressPlaces(neighbor: BgpNeighbor, family: Family): BgpNeighbor['from'] {
  return family === 4 ? neighbor.from : neighbor.v6.from
}

function sessionLines(neighbor: BgpNeighbor, family: Family): Line[] {
  const { local, remote } = endsOf(neighbor, family)
  const peer = addressText(remote)
  const from = addressPlaces(neighbor, family)
  const write = line(from)
  return [
    write` neighbor ${peer} remote-as ${neighbor.remoteAs}`,
    write` neighbor ${peer} description ${frrText(neighbor.description)}`,
    ...(neighbor.localAs.value === undefined
      ? []
      : [write` neighbor ${peer} local-as ${neighbor.localAs.value} no-prepend replace-as`]),
    ...(neighbor.interface === undefined ? [write` neighbor ${peer} update-source ${addressText(local)}`] : []),
    ...(neighbor.password.value === undefined
      ? []
      : [
          line([
            ...neighbor.password.from,
            ...from,
          ])` neighbor ${peer} password ${frrKey(neighbor.password.value, passwordBytes)}`,
        ]),
    line(from, 'fast-failure')` neighbor ${peer} timers connect ${bgpTimers.connectSeconds}`,
    line(from, 'fast-failure')` neighbor ${peer} timers ${bgpTimers.keepaliveSeconds} ${bgpTimers.holdSeconds}`,
    ...(neighbor.bfd === undefined
      ? []
      : [
          line(from, 'fast-failure')` neighbor ${peer} bfd`,
          line([...from, ...neighbor.bfd.from])` neighbor ${peer} bfd profile ${bfdProfile(neighbor.bfd)}`,
        ]),
  ]
}

function addressFamily(bgp: Bgp, family: Family): Line[] {
  const neighbors = bgp.neighbors.filter(neighbor => familiesOf(neighbor).includes(family))
  const own = bgp.own.filter(({ prefix }) => prefix.family === family)
  if (neighbors.length === 0 && own.length === 0) return []
  return [
    line([], 'structure')` address-family ${family === 4 ? 'ipv4' : 'ipv6'} unicast`,
    ...(handsOnDefault(neighbors, family) ? defaultLines(family) : []),
    ...own.map(({ prefix, from }) => said(from, 'anchor')`  network ${prefixText(networkOf(prefix))}`),
    ...neighbors.flatMap(neighbor => exchangeLines(neighbor, family)),
    line([], 'structure')` exit-address-family`,
  ]
}

/**
 * A default that another protocol brought is told to leased sites too: that of a static uplink, and by OSPF the other
 * core's.
 */
function defaultLines(family: Family): Line[] {
  const write = line([], 'any-default')
  const map = `${defaultToBgp}-v${family}`
  return [
    write`  redistribute static route-map ${map}`,
    family === 4 ? write`  redistribute ospf route-map ${map}` : write`  redistribute ospf6 route-map ${map}`,
  ]
}

function exchangeLines(neighbor: BgpNeighbor, family: Family): Line[] {
  const peer = addressText(endsOf(neighbor, family).remote)
  const write = line(addressPlaces(neighbor, family))
  return [
    write`  neighbor ${peer} activate`,
    ...(neighbor.relation === 'core' ? [write`  neighbor ${peer} next-hop-self`] : []),
    write`  neighbor ${peer} route-map ${policyName(neighbor, 'in', family)} in`,
    write`  neighbor ${peer} route-map ${policyName(neighbor, 'out', family)} out`,
    ...(neighbor.maximumPrefixes === undefined
      ? []
      : [write`  neighbor ${peer} maximum-prefix ${neighbor.maximumPrefixes}`]),
  ]
}
