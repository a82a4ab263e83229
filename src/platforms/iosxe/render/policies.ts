import type { BgpNeighbor, From, Intent, RoutePattern } from '../../../intent/intent.ts'
import { networkOf, prefixText, type Family } from '../../../model/ip.ts'
import { block, iosName } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { places } from './places.ts'

/** Route map of routes that a core hands from its leased sites on to OSPF. */
export const leasedToOspf = 'LEASED-TO-OSPF'
/** Route map that keeps routes of leased sites out of the table where they come back by OSPF. */
export const leasedReturn = 'LEASED-RETURN'
/** Route maps, with the family behind, that ask whether the table has a default. */
export const anyDefault = 'ANY-DEFAULT'
/** Route maps, with the family behind, of the default that this core's own uplink brought. */
export const uplinkDefault = 'UPLINK-DEFAULT'
/** Community of what came over a leased circuit to this very router; it is sent to nobody. */
const leasedCommunity = 'LEASED'

const families: readonly Family[] = [4, 6]
const nameLength = 60

/** Name of a neighbour's prefix list and route map, one for each direction and family. */
export function policyName({ id }: BgpNeighbor, direction: 'in' | 'out', family: Family): string {
  return iosName(`BGP-${id.value}-${direction}-v${family}`, nameLength)
}

export function familiesOf({ v6 }: BgpNeighbor): readonly Family[] {
  return v6.value === undefined ? [4] : families
}

/** Every prefix list, community list and route map that OSPF and BGP name. */
export function policies(intent: Intent): Line[] {
  const { bgp, ospf } = intent
  const neighbors = bgp?.neighbors ?? []
  return [
    ...neighbors.flatMap(neighbor =>
      familiesOf(neighbor).flatMap(family => [
        ...prefixList(policyName(neighbor, 'in', family), neighbor.accepts, family, neighbor.id.from),
        ...prefixList(policyName(neighbor, 'out', family), neighbor.announces, family, neighbor.id.from),
      ]),
    ),
    ...(ospf?.leasedTag === undefined
      ? []
      : [line([], 'leased-into-ospf')`ip community-list standard ${leasedCommunity} permit ${ospf.leasedTag}`]),
    ...neighbors.flatMap(neighbor =>
      familiesOf(neighbor).flatMap(family => [
        ...map(policyName(neighbor, 'in', family), neighbor, family, inbound(neighbor, ospf?.leasedTag)),
        ...map(policyName(neighbor, 'out', family), neighbor, family, []),
      ]),
    ),
    ...(neighbors.some(tellsDefault) ? families.flatMap(family => defaultMap(anyDefault, family)) : []),
    ...(ospf?.originateDefault === true ? families.flatMap(family => defaultMap(uplinkDefault, family)) : []),
    ...(ospf?.leasedTag === undefined ? [] : tagMaps(ospf.leasedTag)),
  ]
}

/** Whether a neighbour of ours is told a default. */
function tellsDefault({ announces }: BgpNeighbor): boolean {
  return announces.some(({ prefix }) => prefix.length === 0)
}

/** A list that permits nothing is written as such: a list that does not exist permits all. */
function prefixList(name: string, patterns: readonly RoutePattern[], family: Family, from: From): Line[] {
  const own = patterns.filter(({ prefix }) => prefix.family === family)
  if (own.length === 0) {
    const write = said(from, 'default-deny')
    return [
      family === 4
        ? write`ip prefix-list ${name} seq 5 deny 0.0.0.0/0 le 32`
        : write`ipv6 prefix-list ${name} seq 5 deny ::/0 le 128`,
    ]
  }
  return own.map((pattern, i) => entry(name, 5 * (i + 1), pattern, from))
}

function entry(name: string, sequence: number, { prefix, upTo, from }: RoutePattern, nameFrom: From): Line {
  // The default is told to every site, whatever its circuit.
  const write = said(prefix.length === 0 ? nameFrom : places(from, nameFrom), 'explicit-policy')
  const text = prefixText(networkOf(prefix))
  if (upTo === undefined || upTo === prefix.length)
    return prefix.family === 4
      ? write`ip prefix-list ${name} seq ${sequence} permit ${text}`
      : write`ipv6 prefix-list ${name} seq ${sequence} permit ${text}`
  return prefix.family === 4
    ? write`ip prefix-list ${name} seq ${sequence} permit ${text} le ${upTo}`
    : write`ipv6 prefix-list ${name} seq ${sequence} permit ${text} le ${upTo}`
}

function map(name: string, { id }: BgpNeighbor, family: Family, sets: readonly Line[]): Line[] {
  const write = said(id.from, 'explicit-policy')
  return block(write`route-map ${name} permit 10`, [
    family === 4 ? write`match ip address prefix-list ${name}` : write`match ipv6 address prefix-list ${name}`,
    ...sets,
  ])
}

/** Between the cores the preference that the other one gave stays; all other neighbours' routes get theirs here. */
function inbound({ relation, preference }: BgpNeighbor, leasedTag: number | undefined): Line[] {
  if (relation === 'core') return []
  return [
    said(preference.from)`set local-preference ${preference.value}`,
    ...(relation === 'leased-site' && leasedTag !== undefined
      ? [line([], 'leased-into-ospf')`set community ${leasedTag}`]
      : []),
  ]
}

function defaultMap(kind: string, family: Family): Line[] {
  const write = line([], kind === anyDefault ? 'any-default' : 'living-default')
  const name = `${kind}-${family}`
  return [
    family === 4
      ? write`ip prefix-list ${name} seq 5 permit 0.0.0.0/0`
      : write`ipv6 prefix-list ${name} seq 5 permit ::/0`,
    ...block(write`route-map ${name} permit 10`, [
      family === 4 ? write`match ip address prefix-list ${name}` : write`match ipv6 address prefix-list ${name}`,
    ]),
  ]
}

/** The community is given to nothing that another core told, so that only what this core itself heard is handed on. */
function tagMaps(tag: number): Line[] {
  const handOn = line([], 'leased-into-ospf')
  const refuse = line([], 'tag-refused')
  return [
    ...block(handOn`route-map ${leasedToOspf} permit 10`, [
      handOn`match community ${leasedCommunity}`,
      handOn`set tag ${tag}`,
    ]),
    ...block(refuse`route-map ${leasedReturn} deny 10`, [refuse`match tag ${tag}`]),
    ...block(refuse`route-map ${leasedReturn} permit 20`, []),
  ]
}
