import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import type { Change } from '../change.ts'
import type { NumberChange } from '../parts.ts'
import { headings } from './headings.ts'
import type { Section } from './section.ts'

export const numberWords: Readonly<Record<NumberChange['what'], Bilingual>> = {
  moved: { id: 'BERPINDAH', en: 'MOVED' },
  taken: { id: 'diambil', en: 'taken' },
  revived: { id: 'dipakai lagi', en: 'in use again' },
  retired: { id: 'pensiun', en: 'retired' },
  'given-back': { id: 'dikembalikan', en: 'given back' },
  carried: { id: 'ikut nama baru', en: 'carried to the new name' },
}

const kept = { id: 'disimpan sampai serat release', en: 'kept until serat release' }

export function addressSection({ numbers }: Change, language: Language): Section {
  const order = Object.keys(numberWords)
  return {
    key: 'addresses',
    title: headings.addresses[language],
    notes: [],
    columns: [headings.what, headings.whose, headings.before, headings.after].map(title => ({
      title: title[language],
    })),
    rows: numbers
      .toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what))
      .map(({ what, key, formerKey, before, after }) => [
        numberWords[what][language],
        formerKey === undefined ? key : `${formerKey} → ${key}`,
        valueText(before),
        what === 'retired' ? kept[language] : valueText(after),
      ]),
  }
}

/** Of an IPv6 subnet the ledger records the field that tells it apart: the rest is the network's /48. */
function valueText(value: string | undefined): string {
  return value?.replace(/^0x([0-9a-f]{4})$/, '…:$1::/64') ?? ''
}
