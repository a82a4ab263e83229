import { bgpDistances } from '../../../intent/decided.ts'
import { bgpTimers } from '../../../model/routing-timers.ts'
import type { Bgp, BgpNeighbor, From, Intent } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Address, type Family, type Prefix } from '../../../model/ip.ts'
import { block, iosSecret, iosText } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { masked } from './acl.ts'
import { places } from './places.ts'
import { anyDefault, familiesOf, policyName } from './policies.ts'

const passwordBytes = 80

/** BGP over leased circuits, between cores and to providers. Nothing is taken or given without a policy. */
export function bgp({ bgp, loopback }: Intent): Line[] {
  if (bgp === undefined) return []
  const policy = line([], 'explicit-policy')
  return block(line(bgp.from)`router bgp ${bgp.as}`, [
    line(bgp.routerId.from)`bgp router-id ${addressText(bgp.routerId.value)}`,
    line([], 'routing-log')`bgp log-neighbor-changes`,
    policy`no bgp default ipv4-unicast`,
    ...bgp.neighbors.flatMap(neighbor =>
      familiesOf(neighbor).flatMap(family => session(neighbor, family, loopback.interface)),
    ),
    ...addressFamily(bgp, 4),
    ...addressFamily(bgp, 6),
  ])
}

function remoteOf({ v4, v6, id }: BgpNeighbor, family: Family): string {
  const ends: { readonly remote: Address } | undefined = family === 4 ? v4 : v6.value
  if (ends === undefined) throw new Error(`no IPv6 session with ${id.value}`)
  return addressText(ends.remote)
}

function fromOf({ from, v6 }: BgpNeighbor, family: Family): From {
  return family === 4 ? from : v6.from
}

function session(neighbor: BgpNeighbor, family: Family, loopback: string): Line[] {
  const { remoteAs, description, localAs, relation, password, bfd, id } = neighbor
  const peer = remoteOf(neighbor, family)
  const from = fromOf(neighbor, family)
  const write = line(from)
  const fast = line(from, 'fast-failure')
  return [
    write`neighbor ${peer} remote-as ${remoteAs}`,
    line(places(from, id.from))`neighbor ${peer} description ${iosText(description)}`,
    ...(localAs.value === undefined
      ? []
      : [line(localAs.from)`neighbor ${peer} local-as ${localAs.value} no-prepend replace-as`]),
    ...(relation === 'core' ? [write`neighbor ${peer} update-source ${loopback}`] : []),
    ...(password.value === undefined
      ? []
      : [line(places(password.from, from))`neighbor ${peer} password 0 ${iosSecret(password.value, passwordBytes)}`]),
    fast`neighbor ${peer} timers ${bgpTimers.keepaliveSeconds} ${bgpTimers.holdSeconds}`,
    ...(bfd === undefined ? [] : [fast`neighbor ${peer} fall-over bfd`]),
  ]
}

function addressFamily(bgp: Bgp, family: Family): Line[] {
  const neighbors = bgp.neighbors.filter(neighbor => familiesOf(neighbor).includes(family))
  const own = bgp.own.filter(({ prefix }) => prefix.family === family)
  if (neighbors.length === 0 && own.length === 0) return []
  const frame = line([], 'structure')
  return [
    ...block(family === 4 ? frame`address-family ipv4` : frame`address-family ipv6`, [
      // Own and inner routes of BGP stay where IOS XE has them.
      said(bgp.leasedDistance.from)`distance bgp ${bgp.leasedDistance.value} ${bgpDistances.core} ${bgpDistances.core}`,
      ...own.map(({ prefix, from }) =>
        family === 4
          ? said(from, 'anchor')`network ${named(prefix)}`
          : said(from, 'anchor')`network ${prefixText(networkOf(prefix))}`,
      ),
      ...neighbors.flatMap(neighbor => exchange(neighbor, family)),
    ]),
    frame`exit-address-family`,
  ]
}

/** `10.0.0.0 mask 255.0.0.0` */
function named(prefix: Prefix): Quoted {
  return new Quoted(masked(networkOf(prefix)).text.replace(' ', ' mask '))
}

function exchange(neighbor: BgpNeighbor, family: Family): Line[] {
  const { relation, announces, maximumPrefixes } = neighbor
  const from = fromOf(neighbor, family)
  const peer = remoteOf(neighbor, family)
  const write = line(from)
  const tells = announces.filter(({ prefix }) => prefix.family === family && prefix.length === 0)
  return [
    write`neighbor ${peer} activate`,
    ...(relation === 'core' ? [write`neighbor ${peer} next-hop-self`] : []),
    ...tells.map(() => line(from, 'any-default')`neighbor ${peer} default-originate route-map ${anyDefault}-${family}`),
    write`neighbor ${peer} route-map ${policyName(neighbor, 'in', family)} in`,
    write`neighbor ${peer} route-map ${policyName(neighbor, 'out', family)} out`,
    ...(maximumPrefixes === undefined ? [] : [write`neighbor ${peer} maximum-prefix ${maximumPrefixes}`]),
  ]
}
