import { networkOf, sizeOf, type Prefix } from '../../model/ip.ts'
import type { Plan } from '../../plan/plan.ts'
import { rule } from '../define.ts'
import { number, percent } from '../../words/figures.ts'
import { poolsOf } from './pools.ts'

export const poolNearlyFull = rule({
  code: 'ADR004',
  name: 'pool-nearly-full',
  severity: 'warning',
  title: { id: 'Kumpulan alamat hampir penuh', en: 'Address pool nearly full' },
  *check({ network, plan }) {
    const limit = network.declared.policy.poolFullPercent
    const used = usedOf(plan)
    const exhausted = new Set(plan.conflicts.filter(({ kind }) => kind === 'exhausted').map(({ pool }) => pool))
    for (const { name, text, prefix, at } of poolsOf(plan)) {
      // A pool that is exhausted has a finding of its own.
      if (prefix.family === 6 || exhausted.has(name) || exhausted.has(`zone ${name}`)) continue
      const taken = used.get(name) ?? 0
      const share = Math.round((taken / Number(sizeOf(prefix))) * 1000) / 10
      if (share >= limit) yield { at, about: [network.hub], facts: { name, text, taken, share, limit } }
    }
  },
  message: ({ name, text, taken, share, limit }) => ({
    id: `kumpulan ${name} ${text} terpakai ${percent(share).id} (${number(taken).id} alamat); batasnya ${percent(limit).id}`,
    en: `pool ${name} ${text} is used to ${percent(share).en} (${number(taken).en} addresses); the limit is ${percent(limit).en}`,
  }),
  hint: () => ({
    id: 'perlebar kumpulannya selagi rentang di sebelahnya kosong, atau lepaskan alokasi lama dengan serat release',
    en: 'widen it while the range beside it is free, or give old allocations back by serat release',
  }),
})

/** v4 addresses handed out of each pool. */
function usedOf({ segments, links, routers, leases }: Plan): ReadonlyMap<string, number> {
  const used = new Map<string, number>()
  const count = (pool: string, prefixes: Iterable<Prefix>): void => {
    // A number for each block: v4 bits, and 33 lengths.
    const met = new Set<number>()
    let sum = used.get(pool) ?? 0
    for (const prefix of prefixes) {
      const block = Number(networkOf(prefix).bits) * 64 + prefix.length
      if (met.has(block)) continue
      met.add(block)
      sum += 2 ** (32 - prefix.length)
    }
    used.set(pool, sum)
  }
  for (const [zone, prefixes] of Map.groupBy(segments.values(), ({ zone }) => zone.zone.id))
    count(
      zone,
      prefixes.map(({ v4 }) => v4),
    )
  count(
    'link',
    [...links.values()].map(({ v4 }) => v4),
  )
  count(
    'loopback',
    [...routers.values()].map(({ loopbackV4 }) => loopbackV4),
  )
  count(
    'tunnel',
    [...leases.values()].flatMap(({ tunnels }) => tunnels.map(({ v4 }) => v4.core)),
  )
  count(
    'transfer',
    [...leases.values()]
      .filter(({ circuit }) => circuit.declared.service !== 'internet')
      .flatMap(({ siteV4, hubEnds }) => [...(siteV4 === undefined ? [] : [siteV4]), ...hubEnds.map(({ v4 }) => v4)]),
  )
  return used
}
