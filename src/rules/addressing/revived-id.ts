import { rule } from '../define.ts'
import { keyWords, ownerOf } from './words.ts'

export const revivedId = rule({
  code: 'ADR009',
  name: 'revived-id',
  severity: 'error',
  title: { id: 'Nama lama hidup kembali', en: 'An old id lives again' },
  *check({ plan }) {
    for (const conflict of plan.conflicts) {
      if (conflict.kind === 'revived') yield { at: conflict.at, about: [ownerOf(conflict)], facts: { id: ownerOf(conflict).id, what: keyWords(conflict.key), wanted: conflict.wanted } }
    }
  },
  message: ({ id, what, wanted }) => ({
    id: `nama ${id} pernah dipakai dan sudah dihentikan: ${what.id} ${wanted} masih tercatat untuknya`,
    en: `the id ${id} was in use before and is retired: the ${what.en} ${wanted} is still recorded for it`,
  }),
  hint: ({ id }) => ({
    id: `bila ini benda yang sama, jalankan serat release untuk ${id} lebih dahulu; bila lain, beri nama baru`,
    en: `if it is the same thing, run serat release for ${id} first; if it is another, give it a new id`,
  }),
})
