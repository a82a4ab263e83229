import { rule } from '../define.ts'
import { listed } from '../../words/figures.ts'
import { follows } from './malformed-pools.ts'
import { keyWords, ownerOf, poolWords } from './words.ts'

/** One finding a pool, at the first that found no place. */
export const poolExhausted = rule({
  code: 'ADR005',
  name: 'pool-exhausted',
  severity: 'error',
  title: { id: 'Kumpulan alamat habis', en: 'Address pool exhausted' },
  *check({ plan }) {
    const exhausted = plan.conflicts.filter(conflict => conflict.kind === 'exhausted' && !follows(conflict, plan))
    for (const [pool = '', [first, ...others]] of Map.groupBy(exhausted, ({ pool }) => pool)) {
      if (first === undefined) continue
      yield {
        at: first.at,
        about: [first, ...others].map(ownerOf),
        facts: { what: keyWords(first.key), pool: poolWords(pool), others: others.map(({ key }) => key) },
        related: others.slice(0, 10).map(({ at, key }) => ({
          at,
          message: { id: `juga ${keyWords(key).id}`, en: `nor for the ${keyWords(key).en}` },
        })),
      }
    }
  },
  message: ({ what, pool, others }) => ({
    id: `${pool.id} habis: tidak ada tempat untuk ${what.id}${others.length === 0 ? '' : `, dan untuk ${listed(others).id}`}`,
    en: `${pool.en} is exhausted: there is no place left for the ${what.en}${others.length === 0 ? '' : `, nor for ${listed(others).en}`}`,
  }),
  hint: () => ({
    id: 'perlebar kumpulannya di network.yaml, atau lepaskan alokasi lama dengan serat release',
    en: 'widen it in network.yaml, or give old allocations back by serat release',
  }),
})
