import type { Bilingual } from '../diagnostic/diagnostic.ts'

/** Of every command. */
export const clean: Bilingual = { id: 'selesai, tanpa yang perlu diperbaiki', en: 'done, and nothing to mend' }
export const misuse: Bilingual = {
  id: 'salah pakai, nama yang tidak dikenal, disk yang menolak, atau kesalahan program',
  en: 'misuse, a name that is unknown, a disk that refuses, or a fault of the program',
}

/** What exit code 1 says where a command looks for faults; of every other command it says `ofAnswers`. */
const found: Readonly<Record<string, Bilingual>> = {
  check: {
    id: 'ada galat; dengan --strict juga peringatan; dengan --frozen juga buku alokasi yang akan berubah',
    en: 'errors; with --strict also warnings; with --frozen also a ledger that would change',
  },
  build: {
    id: 'seperti check, dan tidak ada yang ditulis',
    en: 'as check, and nothing was written',
  },
  diff: {
    id: 'sesudahnya ada galat, atau perubahan yang tidak boleh digabung',
    en: 'errors afterwards, or a change that must not be merged',
  },
  verify: { id: 'hasil berbeda dari manifest-nya', en: 'the output differs from its manifest' },
  lab: { id: 'sesuatu tidak seperti yang diramalkan', en: 'something is not as foretold' },
  noc: {
    id: 'ada yang mati, atau pemantauan buta',
    en: 'something is down, or the monitoring is blind',
  },
  keys: {
    id: 'sebuah kunci hilang atau tidak sah, atau ada galat di inventaris',
    en: 'a key is missing or unfit, or the inventory has errors',
  },
  secrets: {
    id: 'sebuah rahasia tidak ada di penyimpan, atau ada galat di inventaris',
    en: 'the store lacks a secret, or the inventory has errors',
  },
}

const ofAnswers: Bilingual = {
  id: 'ada galat di inventaris: jawabannya mungkin tidak lengkap, atau tidak ada yang ditulis',
  en: 'the inventory has errors: the answer may not be whole, or nothing was written',
}

/** What exit code 1 of a command says. */
export function findingsOf(command: string): Bilingual {
  return (Object.hasOwn(found, command) ? found[command] : undefined) ?? ofAnswers
}
