import { bgpDistances } from '../../../intent/decided.ts'
import type { FibreLink, Intent, Ospf } from '../../../intent/intent.ts'
import { addressText, type Family } from '../../../model/ip.ts'
import type { Dialect } from '../../../model/platform.ts'
import { block, iosName, iosSecret } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { leasedReturn, leasedToOspf, uplinkDefault } from './policies.ts'

/** Chain of the keys that the two ends of a link sign with. */
function chainOf({ id }: FibreLink): string {
  return iosName(`OSPF-${id}`)
}

export function keyChains({ fibre, router: { dialect } }: Intent): Line[] {
  const chained = fibre.filter(
    ({ authentication, authentication3 }) => authentication === 'sha256' || authentication3 !== undefined,
  )
  return [...new Map(chained.map(link => [chainOf(link), link]))].flatMap(([name, link]) =>
    block(
      line(link.key3.from)`key chain ${name}`,
      keysIn(link).flatMap(({ value, from, isSent }) =>
        block(line([], 'signed-neighbours')`key ${value.id}`, [
          line(from)`key-string 0 ${iosSecret(value, dialect.capabilities.ospfKeyBytes.sha256)}`,
          line([], 'signed-neighbours')`cryptographic-algorithm hmac-sha-256`,
          ...(isSent ? [] : [line(from)`send-lifetime ${neverSent}`]),
        ]),
      ),
    ),
  )
}

/** By their numbers. OSPFv2 and OSPFv3 sign by the same chain, whose key is that of SHA-256. */
function keysIn({
  key3,
  alsoTaken,
  alsoTaken3,
}: FibreLink): readonly (FibreLink['key3'] & { readonly isSent: boolean })[] {
  const also = alsoTaken3 ?? alsoTaken
  return [{ ...key3, isSent: true }, ...(also === undefined ? [] : [{ ...also, isSent: false }])].toSorted(
    (a, b) => a.value.id - b.value.id,
  )
}

/** A key that was to be sent by for one day, long ago, is never sent by and always taken. */
const neverSent = new Quoted('00:00:00 Jan 1 1993 00:00:00 Jan 2 1993')

/** Both versions of OSPF on a fibre link. */
export function ospfLink(link: FibreLink, dialect: Dialect): Line[] {
  const straight = line([], 'point-to-point')
  const fast = line([], 'fast-failure')
  return [
    straight`ip ospf network point-to-point`,
    straight`ip ospf 1 area 0`,
    line(link.cost.from)`ip ospf cost ${link.cost.value}`,
    ...signature(link, dialect),
    fast`ip ospf bfd`,
    straight`ospfv3 network point-to-point`,
    straight`ospfv3 1 ipv6 area 0`,
    line(link.cost.from)`ospfv3 cost ${link.cost.value}`,
    ...(link.authentication3 === undefined
      ? []
      : [line(link.key3.from)`ospfv3 authentication key-chain ${chainOf(link)}`]),
    fast`ospfv3 bfd`,
  ]
}

function signature(link: FibreLink, dialect: Dialect): Line[] {
  const { authentication, key } = link
  if (authentication === undefined) return []
  if (authentication === 'sha256') return [line(key.from)`ip ospf authentication key-chain ${chainOf(link)}`]
  return [
    line([], 'signed-neighbours')`ip ospf authentication message-digest`,
    ...[key, ...(link.alsoTaken === undefined ? [] : [link.alsoTaken])].map(
      ({ value, from }) =>
        line(
          from,
        )`ip ospf message-digest-key ${value.id} md5 0 ${iosSecret(value, dialect.capabilities.ospfKeyBytes.md5)}`,
    ),
  ]
}

/** An interface that is announced and has no neighbour. */
export function ospfPassive(): Line[] {
  const write = line([], 'passive')
  return [write`ip ospf 1 area 0`, write`ospfv3 1 ipv6 area 0`]
}

export function ospf({ ospf, bgp }: Intent): Line[] {
  if (ospf === undefined) return []
  const id = line(ospf.from)`router-id ${addressText(ospf.routerId)}`
  const log = line([], 'routing-log')
  return [
    ...block(line([], 'structure')`router ospf 1`, [
      id,
      log`log-adjacency-changes detail`,
      ...passives(ospf),
      ...handOn(ospf, bgp, 4),
    ]),
    ...block(line([], 'structure')`router ospfv3 1`, [
      id,
      log`log-adjacency-changes detail`,
      ...block(line([], 'structure')`address-family ipv6 unicast`, [...passives(ospf), ...handOn(ospf, bgp, 6)]),
      line([], 'structure')`exit-address-family`,
    ]),
  ]
}

function passives({ passive }: Ospf): Line[] {
  return passive.map(({ interface: name, from }) => said(from, 'passive')`passive-interface ${name}`)
}

/** What a core hands on, what it refuses, and what it puts behind its own uplink. */
function handOn({ leasedTag, originateDefault, externalMetric }: Ospf, bgp: Intent['bgp'], family: Family): Line[] {
  const alive = line([], 'living-default')
  const leased = bgp === undefined ? line([], 'leased-into-ospf') : line(bgp.from, 'leased-into-ospf')
  const refuse = line([], 'tag-refused')
  return [
    ...(originateDefault
      ? [
          alive`default-information originate metric ${externalMetric.default} metric-type 1 route-map ${uplinkDefault}-${family}`,
        ]
      : []),
    ...(leasedTag === undefined
      ? []
      : [
          ...(bgp === undefined
            ? []
            : [
                family === 4
                  ? leased`redistribute bgp ${bgp.as} metric ${externalMetric.leased} metric-type 1 subnets tag ${leasedTag} route-map ${leasedToOspf}`
                  : leased`redistribute bgp ${bgp.as} metric ${externalMetric.leased} metric-type 1 tag ${leasedTag} route-map ${leasedToOspf}`,
              ]),
          refuse`distribute-list route-map ${leasedReturn} in`,
        ]),
    ...(bgp === undefined || leasedTag === undefined
      ? []
      : [
          line(
            bgp.leasedDistance.from,
            'own-uplink-first',
          )`distance ospf external ${Math.min(bgp.leasedDistance.value + bgpDistances.ospfExternalBehindLeased, bgpDistances.last)}`,
        ]),
  ]
}
