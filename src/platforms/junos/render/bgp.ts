import { bgpDistances } from '../../../intent/decided.ts'
import { bgpTimers } from '../../../model/routing-timers.ts'
import type { Bgp, BgpNeighbor, From, Intent, RoutePattern } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
import { junosSecret, quote, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { families, inet, places } from './names.ts'

type Relation = BgpNeighbor['relation']

/** A group for each kind of neighbour; what the neighbours of a kind do not share stands with each. */
export function bgp({ bgp, ospf }: Intent): Line[] {
  if (bgp === undefined) return []
  const relations = [...new Set(bgp.neighbors.map(({ relation }) => relation))]
  return [
    ...relations.flatMap(relation => [
      ...group(bgp, relation),
      ...bgp.neighbors.filter(neighbor => neighbor.relation === relation).flatMap(neighbor => sessions(neighbor)),
    ]),
    ...(ospf?.leasedTag === undefined
      ? []
      : [
          line(
            ospf.from,
            'leased-into-ospf',
          )`set policy-options community ${leasedCommunity} members ${`large:${bgp.as}:${ospf.leasedTag}:0`}`,
        ]),
    ...bgp.neighbors.flatMap(neighbor => [...inbound(neighbor, ospf?.leasedTag !== undefined), ...outbound(neighbor)]),
  ]
}

function group({ leasedDistance }: Bgp, relation: Relation): Line[] {
  const head = words('set', 'protocols', 'bgp', 'group', relation)
  return [
    line([], 'structure')`${head} type ${relation === 'core' ? 'internal' : 'external'}`,
    relation === 'core' || relation === 'provider'
      ? line([], 'common-distances')`${head} preference ${bgpDistances[relation]}`
      : said(leasedDistance.from)`${head} preference ${leasedDistance.value}`,
    line([], 'fast-failure')`${head} hold-time ${bgpTimers.holdSeconds}`,
    line([], 'routing-log')`${head} log-updown`,
  ]
}

function sessions(neighbor: BgpNeighbor): Line[] {
  return families.flatMap(family => {
    const ends = family === 4 ? neighbor.v4 : neighbor.v6.value
    if (ends === undefined) return []
    const { id, relation, description, remoteAs, localAs, password, bfd, maximumPrefixes } = neighbor
    const from = family === 4 ? neighbor.from : neighbor.v6.from
    const write = line(from)
    const head = words('set', 'protocols', 'bgp', 'group', relation, 'neighbor', addressText(ends.remote))
    return [
      write`${head} description ${quote(description)}`,
      write`${head} local-address ${addressText(ends.local)}`,
      ...(relation === 'core' ? [] : [write`${head} peer-as ${remoteAs}`]),
      ...(localAs.value === undefined
        ? []
        : [
            line(localAs.from)`${head} local-as ${localAs.value}`,
            line(localAs.from)`${head} local-as no-prepend-global-as`,
          ]),
      ...(password.value === undefined
        ? []
        : [
            line(password.from)`${head} authentication-key "${{ secret: password.value.secret, encode: junosSecret }}"`,
          ]),
      write`${head} import ${policyName(id.value, 'in')}`,
      write`${head} export ${policyName(id.value, 'out')}`,
      ...(maximumPrefixes === undefined
        ? [write`${head} family ${inet(family)} unicast`]
        : [
            write`${head} family ${inet(family)} unicast prefix-limit maximum ${maximumPrefixes}`,
            write`${head} family ${inet(family)} unicast prefix-limit teardown idle-timeout ${bgpTimers.tooManyPauseMinutes}`,
          ]),
      ...(bfd === undefined
        ? []
        : [
            line(places(bfd.from, from))`${head} bfd-liveness-detection minimum-interval ${bfd.intervalMs}`,
            line(places(bfd.from, from))`${head} bfd-liveness-detection multiplier ${bfd.multiplier}`,
          ]),
    ]
  })
}

function policyName(id: string, direction: 'in' | 'out'): string {
  return `${id}-${direction}`
}

/**
 * Marks what this core's own leased sites told it. What the other core tells loses the mark, since the other one hands
 * its own on.
 */
export const leasedCommunity = 'leased-here'

/** Between the cores the preference that the other one gave stays. */
function inbound(neighbor: BgpNeighbor, marks: boolean): Line[] {
  const { id, relation, preference, from } = neighbor
  return policy(neighbor, policyName(id.value, 'in'), neighbor.accepts, head => [
    ...(relation === 'core' ? [] : [line(from)`${head} then local-preference ${preference.value}`]),
    ...(relation === 'leased-site' && marks
      ? [line(from, 'leased-into-ospf')`${head} then community add ${leasedCommunity}`]
      : []),
    ...(relation === 'core' && marks
      ? [line(from, 'leased-into-ospf')`${head} then community delete ${leasedCommunity}`]
      : []),
  ])
}

/** Junos hands on whatever a policy names, so that to the other core only what BGP brought may go. */
function outbound(neighbor: BgpNeighbor): Line[] {
  const { id, relation, from } = neighbor
  return policy(neighbor, policyName(id.value, 'out'), neighbor.announces, head =>
    relation === 'core' ? [line(from)`${head} from protocol bgp`, line(from)`${head} then next-hop self`] : [],
  )
}

function policy(
  neighbor: BgpNeighbor,
  name: string,
  patterns: readonly RoutePattern[],
  more: (head: ReturnType<typeof words>) => Line[],
): Line[] {
  const { v6, id } = neighbor
  const terms = families
    .filter(family => family === 4 || v6.value !== undefined)
    .flatMap(family => {
      const ours = patterns.filter(({ prefix }) => prefix.family === family)
      if (ours.length === 0) return []
      const head = words('set', 'policy-options', 'policy-statement', name, 'term', `v${family}`)
      return [
        said(id.from, 'explicit-policy')`${head} from family ${inet(family)}`,
        ...ours.map(pattern => routeFilter(head, pattern, id.from)),
        ...more(head),
        said(id.from, 'explicit-policy')`${head} then accept`,
      ]
    })
  return [...terms, line(id.from, 'explicit-policy')`set policy-options policy-statement ${name} term rest then reject`]
}

function routeFilter(head: ReturnType<typeof words>, { prefix, upTo, from }: RoutePattern, more: From): Line {
  const write = said(places(from, more), 'explicit-policy')
  const text = prefixText(networkOf(prefix))
  return upTo === undefined || upTo === prefix.length
    ? write`${head} from route-filter ${text} exact`
    : write`${head} from route-filter ${text} upto /${upTo}`
}
