import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Contract, Payment } from '../../model/network.ts'
import { delayFineOf, finedRupiah } from '../../money/delay-fine.ts'
import { paymentsOf } from '../../money/paid.ts'
import { inside, type Place } from '../../source/source.ts'
import { counted, rupiah } from '../../words/figures.ts'
import { times } from '../../words/dates.ts'
import { rule } from '../define.ts'

export const fineDiffers = rule({
  code: 'BYR011',
  name: 'fine-differs',
  severity: 'error',
  title: {
    id: 'Denda keterlambatan berbeda dari yang terutang',
    en: 'Fine for late delivery differs from what is due',
  },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const payments = paymentsOf(network).get(contract.id) ?? []
      const due = delayFineOf(contract)
      const taken = finedRupiah(network, contract)
      // As long as nothing is paid, nothing can be taken off.
      if (!payments.some(({ declared }) => declared.sp2d !== undefined) && taken === 0) continue
      if (taken === (due?.rupiah ?? 0)) continue
      yield {
        at: placeOf(contract, payments),
        about: [contract, ...payments],
        facts: {
          contract: contract.id,
          taken,
          due: due?.rupiah ?? 0,
          days: due?.days ?? 0,
          isAgreed: due !== undefined,
        },
        related: [
          {
            at: inside(contract.origin, 'contract'),
            message: { id: `kontrak ${contract.id}`, en: `contract ${contract.id}` },
          },
        ],
      }
    }
  },
  message: ({ contract, ...facts }) => {
    const [taken, due] = [takenWords(facts), dueWords(facts)]
    return {
      id: `pembayaran kontrak ${contract} ${taken.id}; ${due.id}`,
      en: `payments of contract ${contract} ${taken.en}; ${due.en}`,
    }
  },
  hint: ({ isAgreed }) => (isAgreed ? takeOff : agree),
})

const takeOff: Bilingual = {
  id:
    'tulis fine_rupiah pada pembayaran yang memotongnya, atau betulkan delivery.due dan tanggal BAST: ' +
    'sepermil sehari dari nilai kontrak atau bagiannya, tanpa PPN',
  en:
    'write fine_rupiah in the payment that takes it off, or correct delivery.due and the date of the BAST: ' +
    'a thousandth a day of the price of the contract or of its part, without PPN',
}

const agree: Bilingual = {
  id: 'tulis delivery: { due: … } pada kontrak dan dokumen bast dengan tanggalnya, atau hapus fine_rupiah',
  en: 'write delivery: { due: … } in the contract and its bast document with the date, or take fine_rupiah out',
}

function takenWords({ taken }: { readonly taken: number }): Bilingual {
  if (taken === 0) return { id: 'tidak dipotong denda', en: 'take off no fine' }
  return { id: `dipotong denda ${rupiah(taken).id}`, en: `take off a fine of ${rupiah(taken).en}` }
}

function dueWords(facts: { readonly due: number; readonly days: number; readonly isAgreed: boolean }): Bilingual {
  const { due, days, isAgreed } = facts
  if (!isAgreed)
    return {
      id: 'tidak ada hari serah terima yang disepakati dan BAST yang menetapkan denda',
      en: 'no agreed day of delivery and BAST say that any is due',
    }
  return {
    id: `diserahterimakan ${counted(days, times.day).id} terlambat, dendanya ${rupiah(due).id}`,
    en: `it was handed over ${counted(days, times.day).en} late, which comes to ${rupiah(due).en}`,
  }
}

/** The fine that was typed first, else the day that was agreed. */
function placeOf({ origin }: Contract, payments: readonly Payment[]): Place {
  const fined = payments.find(({ declared }) => declared.fineRupiah > 0)
  return fined === undefined ? inside(origin, 'delivery', 'due') : inside(fined.origin, 'fineRupiah')
}
