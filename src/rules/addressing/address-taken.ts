import { rule } from '../define.ts'
import { keyWords, ownerOf } from './words.ts'

export const addressTaken = rule({
  code: 'ADR008',
  name: 'address-taken',
  severity: 'error',
  title: {
    id: 'Alamat, VLAN, atau nomor yang sudah ada pemiliknya',
    en: 'Address, VLAN or number that is taken already',
  },
  *check({ plan }) {
    for (const conflict of plan.conflicts) {
      if (conflict.kind !== 'overlap') continue
      const { at, key, wanted, other } = conflict
      yield {
        at,
        about: [ownerOf(conflict)],
        facts: { what: keyWords(key), wanted, other: keyWords(other?.key ?? '') },
        ...(other?.at === undefined
          ? {}
          : { related: [{ at: other.at, message: { id: 'pemiliknya sekarang', en: 'who has it now' } }] }),
      }
    }
  },
  message: ({ what, wanted, other }) => ({
    id: `${wanted} untuk ${what.id} sudah dipakai ${other.id}`,
    en: `${wanted} for the ${what.en} is taken by the ${other.en}`,
  }),
  hint: () => ({
    id: 'pilih yang lain, atau hapus pin-nya agar dialokasikan sendiri',
    en: 'choose another, or remove the pin and let one be allocated',
  }),
})
