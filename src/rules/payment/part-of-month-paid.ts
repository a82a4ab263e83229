import { isReversed, monthEnd } from '../../model/days.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { strayDayOf } from './covered-days.ts'

export const partOfMonthPaid = rule({
  code: 'BYR010',
  name: 'part-of-month-paid',
  severity: 'error',
  title: { id: 'Pembayaran untuk sebagian bulan', en: 'Payment for a part of a month' },
  *check({ network }) {
    for (const payment of network.payments.values()) {
      const { contract, declared } = payment
      const stray = strayDayOf(payment)
      if (stray?.why !== 'part-of-month' || isReversed(contract.period) || contractsAstray(network).has(contract.id))
        continue
      const { edge } = stray
      const month = declared.covers[edge].slice(0, 7)
      yield {
        at: inside(payment.origin, 'covers', edge),
        about: [payment, contract],
        facts: { payment: payment.id, typed: declared.covers[edge], edge, whole: wholeDay(edge, month) },
      }
    }
  },
  message: ({ payment, typed, edge }) => ({
    id: `${payment} ${edge === 'from' ? 'mulai' : 'sampai'} ${day(typed).id}, di tengah bulan`,
    en: `${payment} pays ${edge === 'from' ? 'from' : 'until'} ${day(typed).en}, within a month`,
  }),
  hint: ({ edge, whole }) => ({
    id:
      `tagihan mencakup bulan penuh kontraknya: covers.${edge} ${whole}; ` +
      'bulan yang tidak penuh hanya pada awal dan akhir kontrak, dan biayanya dihitung per hari',
    en:
      `an invoice covers whole months of its contract: covers.${edge} ${whole}; ` +
      'only where the contract begins and ends is a month begun, and its fees go by days',
  }),
})

function wholeDay(edge: 'from' | 'to', month: string): string {
  return edge === 'from' ? `${month}-01` : monthEnd(month)
}
