import { anyDefaultPreference } from '../../../intent/decided.ts'
import type { Bgp, BgpNeighbor, From, Intent, RoutePattern } from '../../../intent/intent.ts'
import { networkOf, prefixText, type Family } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'

/** Route map of routes that a core hands from its leased sites on to OSPF. */
export const leasedToOspf = 'LEASED-TO-OSPF'
/** Route map that keeps routes of leased sites out of the table where they come back by OSPF. */
export const leasedReturn = 'LEASED-RETURN'
/** Route maps, with the family behind, of defaults that another protocol brought and BGP hands on to leased sites. */
export const defaultToBgp = 'DEFAULT-TO-BGP'
/** Route map of the defaults that this core's own uplinks brought. */
export const uplinkDefault = 'UPLINK-DEFAULT'

const families: readonly Family[] = [4, 6]

/** Name of a neighbour's prefix list and route map, one for each direction and family. */
export function policyName(neighbor: BgpNeighbor, direction: 'in' | 'out', family: Family): string {
  return `${neighbor.id.value}-${direction}-v${family}`
}

export function familiesOf(neighbor: BgpNeighbor): readonly Family[] {
  return neighbor.v6.value === undefined ? [4] : families
}

/** Every prefix list and route map that OSPF and BGP name. */
export function frrPolicies(intent: Intent): Line[] {
  const { bgp, ospf } = intent
  return [
    ...(bgp?.neighbors ?? []).flatMap(neighborLists),
    ...(bgp?.neighbors ?? []).flatMap(neighbor => neighborMaps(neighbor, bgp as Bgp, ospf?.leasedTag)),
    ...families.flatMap(family => (handsOnDefault(bgp?.neighbors ?? [], family) ? defaultToBgpMap(family) : [])),
    ...(ospf?.leasedTag === undefined ? [] : tagMaps(ospf.leasedTag)),
    ...(ospf?.originateDefault === true ? defaultMap(intent) : []),
  ]
}

/** Whether some neighbour is told a default. */
export function handsOnDefault(neighbors: readonly BgpNeighbor[], family: Family): boolean {
  return neighbors.some(
    neighbor =>
      familiesOf(neighbor).includes(family) &&
      neighbor.announces.some(({ prefix }) => prefix.family === family && prefix.length === 0),
  )
}

/**
 * Below what a provider sends: else a default from elsewhere would keep the provider's own out of the table for ever.
 */
function defaultToBgpMap(family: Family): Line[] {
  const write = line([], 'any-default')
  const name = `${defaultToBgp}-v${family}`
  const words =
    family === 4
      ? [
          write`ip prefix-list ${name} seq 5 permit 0.0.0.0/0`,
          write`route-map ${name} permit 10`,
          write` match ip address prefix-list ${name}`,
        ]
      : [
          write`ipv6 prefix-list ${name} seq 5 permit ::/0`,
          write`route-map ${name} permit 10`,
          write` match ipv6 address prefix-list ${name}`,
        ]
  return [
    ...words,
    write` set local-preference ${anyDefaultPreference}`,
    write` set weight 0`,
    line([], 'structure')`exit`,
  ]
}

function neighborLists(neighbor: BgpNeighbor): Line[] {
  return familiesOf(neighbor).flatMap(family => [
    ...prefixList(policyName(neighbor, 'in', family), neighbor.accepts, family, neighbor.id.from),
    ...prefixList(policyName(neighbor, 'out', family), neighbor.announces, family, neighbor.id.from),
  ])
}

/** A list that permits nothing is written as such: FRR takes a list that does not exist for one that permits all. */
function prefixList(name: string, patterns: readonly RoutePattern[], family: Family, from: From): Line[] {
  const ours = patterns.filter(pattern => pattern.prefix.family === family)
  if (ours.length === 0) {
    const write = line(from, 'nothing-permitted')
    return [
      family === 4 ? write`ip prefix-list ${name} seq 5 deny any` : write`ipv6 prefix-list ${name} seq 5 deny any`,
    ]
  }
  return ours.map((pattern, i) => entry(name, 5 * (i + 1), { ...pattern, from: [...pattern.from, ...from] }))
}

function entry(name: string, sequence: number, { prefix, upTo, from }: RoutePattern): Line {
  const write = said(from, 'explicit-policy')
  const text = prefixText(networkOf(prefix))
  if (upTo === undefined || upTo === prefix.length) {
    return prefix.family === 4
      ? write`ip prefix-list ${name} seq ${sequence} permit ${text}`
      : write`ipv6 prefix-list ${name} seq ${sequence} permit ${text}`
  }
  return prefix.family === 4
    ? write`ip prefix-list ${name} seq ${sequence} permit ${text} le ${upTo}`
    : write`ipv6 prefix-list ${name} seq ${sequence} permit ${text} le ${upTo}`
}

function neighborMaps(neighbor: BgpNeighbor, bgp: Bgp, leasedTag: number | undefined): Line[] {
  return familiesOf(neighbor).flatMap(family => [
    ...routeMap(policyName(neighbor, 'in', family), neighbor, family, inboundSets(neighbor, bgp, leasedTag)),
    ...routeMap(policyName(neighbor, 'out', family), neighbor, family, []),
  ])
}

function routeMap(name: string, neighbor: BgpNeighbor, family: Family, sets: readonly Line[]): Line[] {
  const write = said(neighbor.id.from, 'explicit-policy')
  const match =
    family === 4 ? write` match ip address prefix-list ${name}` : write` match ipv6 address prefix-list ${name}`
  return [write`route-map ${name} permit 10`, match, ...sets, line([], 'structure')`exit`]
}

/**
 * Preference and distance of what is learnt over a leased circuit. Between cores the preference travels along and is
 * left alone.
 */
function inboundSets(neighbor: BgpNeighbor, bgp: Bgp, leasedTag: number | undefined): Line[] {
  if (neighbor.relation === 'core') return []
  const preference = said(
    neighbor.preference.from,
    'explicit-policy',
  )` set local-preference ${neighbor.preference.value}`
  if (neighbor.relation === 'provider') return [preference]
  const distance = said(bgp.leasedDistance.from)` set distance ${bgp.leasedDistance.value}`
  if (neighbor.relation === 'hub' || leasedTag === undefined) return [preference, distance]
  return [preference, distance, line([], 'leased-into-ospf')` set tag ${leasedTag}`]
}

function tagMaps(tag: number): Line[] {
  const handOn = line([], 'leased-into-ospf')
  const refuse = line([], 'tag-refused')
  const exit = line([], 'structure')`exit`
  return [
    handOn`route-map ${leasedToOspf} permit 10`,
    handOn` match tag ${tag}`,
    handOn` set tag ${tag}`,
    exit,
    refuse`route-map ${leasedReturn} deny 10`,
    refuse` match tag ${tag}`,
    exit,
    refuse`route-map ${leasedReturn} permit 20`,
    exit,
  ]
}

/** The next hop's interface tells an uplink's own default from one that the other core sent. */
function defaultMap(intent: Intent): Line[] {
  if (intent.uplinks.length === 0)
    return [line([], 'living-default')`route-map ${uplinkDefault} deny 10`, line([], 'structure')`exit`]
  return intent.uplinks.flatMap((uplink, i) => [
    line([], 'living-default')`route-map ${uplinkDefault} permit ${10 * (i + 1)}`,
    line(uplink.interface.from)` match interface ${uplink.interface.value}`,
    line([], 'structure')`exit`,
  ])
}
