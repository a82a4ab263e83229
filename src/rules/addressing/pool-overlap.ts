import { contains, type Prefix } from '../../model/ip.ts'
import { rule } from '../define.ts'
import { poolsOf, type Pool } from './pools.ts'
import { compareBits } from '../../text/order.ts'

export const poolOverlap = rule({
  code: 'ADR001',
  name: 'pool-overlap',
  severity: 'error',
  title: { id: 'Dua kumpulan alamat bertumpang tindih', en: 'Two address pools overlap' },
  *check({ network, plan }) {
    for (const { outer, inner } of overlapping(poolsOf(plan))) {
      yield {
        at: inner.at,
        about: [network.hub],
        facts: { inner, outer },
        related: [{ at: outer.at, message: { id: `kumpulan ${outer.name}`, en: `pool ${outer.name}` } }],
      }
    }
  },
  message: ({ inner, outer }) => ({
    id: `kumpulan ${inner.name} ${inner.text} bertumpang tindih dengan kumpulan ${outer.name} ${outer.text}`,
    en: `pool ${inner.name} ${inner.text} overlaps pool ${outer.name} ${outer.text}`,
  }),
  hint: () => ({
    id: 'beri masing-masing rentang sendiri: filter dan ringkasan mengenal zona dari rentangnya',
    en: 'give each a range of its own: filters and summaries know a zone by its range',
  }),
})

/**
 * Sorted by first address, and the wider first: a pool that overlaps another begins before the widest one so far ends.
 */
function* overlapping(pools: readonly Pool[]): Generator<{ readonly outer: Pool; readonly inner: Pool }> {
  let outer: Pool | undefined
  for (const inner of pools.toSorted((a, b) => compare(a.prefix, b.prefix))) {
    if (outer !== undefined && contains(outer.prefix, inner.prefix)) yield { outer, inner }
    else outer = inner
  }
}

function compare(a: Prefix, b: Prefix): number {
  return a.family - b.family || compareBits(a.bits, b.bits) || a.length - b.length
}
