import { contains, parsePrefix } from '../../model/ip.ts'
import { rule } from '../define.ts'
import { poolsOf } from './pools.ts'

export const poolOutsideAggregate = rule({
  code: 'ADR007',
  name: 'pool-outside-aggregate',
  severity: 'error',
  title: { id: 'Kumpulan alamat di luar agregat jaringan', en: 'Address pool outside the aggregate of the network' },
  *check({ network, plan }) {
    const text = network.declared.addressing.v4
    const aggregate = parsePrefix(text)
    if (aggregate === undefined) return
    for (const { name, text: pool, prefix, at } of poolsOf(plan)) {
      if (prefix.family === 4 && !contains(aggregate, prefix))
        yield { at, about: [network.hub], facts: { name, pool, aggregate: text } }
    }
  },
  message: ({ name, pool, aggregate }) => ({
    id: `kumpulan ${name} ${pool} berada di luar agregat ${aggregate}: situs sewa tidak akan menemukan jalannya`,
    en: `pool ${name} ${pool} lies outside the aggregate ${aggregate}: leased sites would find no way to it`,
  }),
  hint: () => ({
    id: 'pilih rentang di dalam addressing.v4, atau perlebar agregatnya',
    en: 'choose a range inside addressing.v4, or widen the aggregate',
  }),
})
