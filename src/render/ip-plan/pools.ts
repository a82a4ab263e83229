import { contains, networkOf, parsePrefix, sizeOf, subnetsOf, type Prefix } from '../../model/ip.ts'
import type { Plan } from '../../plan/plan.ts'
import { rounded } from '../text/numbers.ts'

/** A range that allocations are taken from. */
export interface Pool {
  readonly id: string
  readonly kind: 'aggregate' | 'zone' | 'pool'
  readonly prefix: Prefix
  readonly zone?: string
}

/** The network's aggregates, its zones, and its pools for loopbacks, links, tunnels and transfers. */
export function poolsOf({ network, ula, zones }: Plan): Pool[] {
  const { addressing } = network.declared
  const v4 = (id: string, kind: Pool['kind'], text: string): Pool[] => {
    const prefix = parsePrefix(text)
    return prefix === undefined ? [] : [{ id, kind, prefix: networkOf(prefix) }]
  }
  const both = (id: string, pool: { readonly v4: string; readonly v6: string }): Pool[] => [
    ...v4(id, 'pool', pool.v4),
    { id, kind: 'pool', prefix: subnetsOf(ula, pool.v6) },
  ]
  return [
    ...v4('network', 'aggregate', addressing.v4),
    { id: 'network', kind: 'aggregate', prefix: ula },
    ...both('loopback', addressing.loopback),
    ...both('link', addressing.link),
    ...both('tunnel', addressing.tunnel),
    ...v4('transfer', 'pool', addressing.transfer.v4),
    ...[...zones.values()].flatMap(({ zone, v4: four, v6: six }): Pool[] =>
      [four, six].map(prefix => ({ id: `zone-${zone.id}`, kind: 'zone', prefix: networkOf(prefix), zone: zone.id })),
    ),
  ]
}

/**
 * Share of a pool that is handed out, in percent with two decimals. Allocations that reach out of the pool do not
 * count.
 */
export function usedPercent(pool: Prefix, taken: Iterable<Prefix>): number {
  let used = 0n
  for (const prefix of taken) if (contains(pool, prefix)) used += sizeOf(prefix)
  return rounded(Number((used * 1_000_000n) / sizeOf(pool)) / 10_000, 2)
}
