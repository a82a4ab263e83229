import { networkOf, type Prefix } from '../../model/ip.ts'
import type { Plan } from '../../plan/plan.ts'

/** How many prefixes are handed out, each once though a link has it at both ends: without a line for each. */
export function prefixCount(plan: Plan): number {
  const seen = new Set<string>()
  for (const prefix of handedOut(plan)) {
    const { family, bits, length } = networkOf(prefix)
    seen.add(`${family} ${bits} ${length}`)
  }
  return seen.size
}

function* handedOut({ routers, segments, links, leases, uplinks }: Plan): Iterable<Prefix> {
  for (const { loopbackV4, loopbackV6 } of routers.values()) yield* [loopbackV4, loopbackV6]
  for (const { v4, v6 } of segments.values()) yield* [v4, v6]
  for (const { a, b } of links.values()) yield* [a.v4, b.v4, a.v6, b.v6]
  for (const { siteV4, hubEnds, tunnels } of leases.values()) {
    if (siteV4 !== undefined) yield siteV4
    for (const { v4 } of hubEnds) yield v4
    for (const { v4, v6 } of tunnels) yield* [v4.core, v4.site, v6.core, v6.site]
  }
  for (const { v4, v6, natPool, prefixV6 } of uplinks.values())
    for (const prefix of [v4, v6, natPool, prefixV6]) if (prefix !== undefined) yield prefix
}
