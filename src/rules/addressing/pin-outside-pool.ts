import { rule } from '../define.ts'
import { follows } from './malformed-pools.ts'
import { keyWords, ownerOf, poolWords } from './words.ts'

export const pinOutsidePool = rule({
  code: 'ADR002',
  name: 'pin-outside-pool',
  severity: 'error',
  title: { id: 'Alamat yang dipatok di luar kumpulannya', en: 'Pinned address outside its pool' },
  *check({ plan }) {
    for (const conflict of plan.conflicts) {
      if (conflict.kind === 'outside-pool' && !follows(conflict, plan))
        yield {
          at: conflict.at,
          about: [ownerOf(conflict)],
          facts: { what: keyWords(conflict.key), wanted: conflict.wanted, pool: poolWords(conflict.pool ?? '') },
        }
    }
  },
  message: ({ what, wanted, pool }) => ({
    id: `${wanted} untuk ${what.id} berada di luar ${pool.id}`,
    en: `${wanted} for the ${what.en} lies outside ${pool.en}`,
  }),
  hint: () => ({
    id: 'pilih alamat di dalam kumpulan itu; filter mengenal zona dari rentangnya, bukan dari situsnya',
    en: 'choose one inside that pool; filters know a zone by its range, not by its sites',
  }),
})
