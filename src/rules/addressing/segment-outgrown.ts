import { rule } from '../define.ts'
import { keyWords, ownerOf } from './words.ts'

export const segmentOutgrown = rule({
  code: 'ADR003',
  name: 'segment-outgrown',
  severity: 'error',
  title: { id: 'Segmen lebih besar daripada prefiksnya', en: 'Segment larger than its prefix' },
  *check({ plan }) {
    for (const conflict of plan.conflicts) {
      if (conflict.kind === 'outgrown') yield { at: conflict.at, about: [ownerOf(conflict)], facts: { key: conflict.key, what: keyWords(conflict.key), wanted: conflict.wanted } }
    }
  },
  message: ({ what, wanted }) => ({
    id: `${what.id} tidak muat di ${wanted}`,
    en: `the ${what.en} no longer fits into ${wanted}`,
  }),
  hint: ({ key }) => ({
    id: `kurangi hosts, patok prefiks yang lebih besar, atau jalankan serat release ${key} agar dialokasikan ulang (alamat segmen itu berganti)`,
    en: `lower its hosts, pin a larger prefix, or run serat release ${key} to have it allocated anew (the addresses of that segment change)`,
  }),
})
