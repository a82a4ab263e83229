import { analysisOf } from '../../analysis/analysis.ts'
import { networkOf, prefixText } from '../../model/ip.ts'
import { comparePrefixes, type PrefixDifference } from '../verify/prefixes.ts'
import type { Running } from './running.ts'

/** What every FIB holds against what it should hold while everything is up. */
export function wholeDifferences({ blueprint, fib }: Running): readonly PrefixDifference[] {
  return comparePrefixes(analysisOf(blueprint.plan).whole.routing, blueprint, fib).differences
}

/**
 * FRR 8.4's ospf6d keeps stale paths of a prefix that two routers announce, as both ends of a link do, and may never
 * take the living one again. Nothing but the link itself lies in such a prefix: it is reported, and does not count as
 * broken.
 */
export function withoutTransfers({ blueprint }: Running, differences: readonly PrefixDifference[]): PrefixDifference[] {
  const transfers = transfersOf(blueprint)
  const other = (prefix: string): boolean => !transfers.has(prefix)
  return differences
    .map(each => ({ ...each, missing: each.missing.filter(other), extra: each.extra.filter(other) }))
    .filter(({ missing, extra }) => missing.length + extra.length > 0)
}

/**
 * Such prefixes that are wrong now, each with its router. `clear ipv6 ospf6 process` would cost more: FRR 8.4 then
 * forgets its own prefixes.
 */
export function leftoversOf(lab: Running): string[] {
  const transfers = transfersOf(lab.blueprint)
  return wholeDifferences(lab).flatMap(({ router, missing, extra }) =>
    [...missing, ...extra].filter(prefix => transfers.has(prefix)).map(prefix => `${router} ${prefix}`),
  )
}

function transfersOf({ plan }: Running['blueprint']): ReadonlySet<string> {
  return new Set([...plan.links.values()].map(({ v6 }) => prefixText(networkOf(v6))))
}
