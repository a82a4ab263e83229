import type { FibreLink, Intent, Ospf } from '../../../intent/intent.ts'
import { addressText } from '../../../model/ip.ts'
import type { Dialect } from '../../../model/platform.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { ospfKeyLines } from './dialect.ts'
import { bfdProfile } from './frr-bfd.ts'
import { leasedReturn, leasedToOspf, uplinkDefault } from './frr-policy.ts'

/** Both versions of OSPF on a fibre link. `bfd` has to stand before `bfd profile`: the profile alone fails at load. */
export function ospfLinkLines(link: FibreLink, dialect: Dialect): Line[] {
  const keys = ospfKeyLines(link, dialect)
  const profile = bfdProfile(link.bfd)
  return [
    line([], 'point-to-point')` ip ospf area 0`,
    line([], 'point-to-point')` ip ospf network point-to-point`,
    line(link.cost.from)` ip ospf cost ${link.cost.value}`,
    ...keys.v4,
    line([], 'fast-failure')` ip ospf bfd`,
    said(link.bfd.from)` ip ospf bfd profile ${profile}`,
    line([], 'point-to-point')` ipv6 ospf6 area 0`,
    line([], 'point-to-point')` ipv6 ospf6 network point-to-point`,
    line(link.cost.from)` ipv6 ospf6 cost ${link.cost.value}`,
    ...keys.v6,
    line([], 'fast-failure')` ipv6 ospf6 bfd`,
    said(link.bfd.from)` ipv6 ospf6 bfd profile ${profile}`,
  ]
}

/** An interface that is announced and has no neighbour; FRR 8 warns of `passive-interface`. */
export function ospfPassiveLines(): Line[] {
  const write = line([], 'passive')
  return [write` ip ospf area 0`, write` ip ospf passive`, write` ipv6 ospf6 area 0`, write` ipv6 ospf6 passive`]
}

/** The two routers, and at a core what they hand on and what they refuse. */
export function frrOspf(intent: Intent): Line[] {
  const ospf = intent.ospf
  if (ospf === undefined) return []
  return [...refusals(ospf), ...routerLines(ospf, 'ospf'), ...routerLines(ospf, 'ospf6')]
}

/**
 * Zebra keeps routes that carry the tag out of the table, so that a core never believes the other core about its own
 * leased sites.
 */
function refusals(ospf: Ospf): Line[] {
  if (ospf.leasedTag === undefined) return []
  const write = line([], 'tag-refused')
  return [write`ip protocol ospf route-map ${leasedReturn}`, write`ipv6 protocol ospf6 route-map ${leasedReturn}`]
}

function routerLines(ospf: Ospf, daemon: 'ospf' | 'ospf6'): Line[] {
  const handOn = line([], 'leased-into-ospf')
  const originate = line([], 'living-default')
  return [
    line([], 'structure')`router ${daemon}`,
    line(ospf.from)` ${daemon} router-id ${addressText(ospf.routerId)}`,
    line([], 'routing-log')` log-adjacency-changes`,
    ...(ospf.leasedTag === undefined
      ? []
      : [handOn` redistribute bgp metric ${ospf.externalMetric.leased} metric-type 1 route-map ${leasedToOspf}`]),
    ...(ospf.originateDefault
      ? [
          originate` default-information originate metric ${ospf.externalMetric.default} metric-type 1 route-map ${uplinkDefault}`,
        ]
      : []),
    line([], 'structure')`exit`,
  ]
}
