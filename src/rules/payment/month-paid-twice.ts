import { common } from '../../model/days.ts'
import { paymentsOf } from '../../money/paid.ts'
import { inside } from '../../source/source.ts'
import { byText } from '../../text/order.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { strayDayOf } from './covered-days.ts'

export const monthPaidTwice = rule({
  code: 'BYR003',
  name: 'month-paid-twice',
  severity: 'error',
  title: { id: 'Satu bulan dibayar dua kali', en: 'A month paid twice' },
  *check({ network }) {
    for (const payments of paymentsOf(network).values()) {
      const inOrder = payments
        .filter(payment => strayDayOf(payment) === undefined)
        .toSorted(byText(({ declared }) => `${declared.invoice.date} ${declared.covers.from}`))
      for (const [i, later] of inOrder.entries()) {
        const first = inOrder
          .slice(0, i)
          .find(other => common(other.declared.covers, later.declared.covers) !== undefined)
        const both = first === undefined ? undefined : common(first.declared.covers, later.declared.covers)
        if (first === undefined || both === undefined) continue
        yield {
          at: inside(later.origin, 'covers'),
          about: [later, first, later.contract],
          facts: { later: later.id, first: first.id, contract: later.contract.id, from: both.from, to: both.to },
          related: [
            {
              at: inside(first.origin, 'covers'),
              message: { id: `sudah dibayar dengan ${first.id}`, en: `already paid by ${first.id}` },
            },
          ],
        }
      }
    }
  },
  message: ({ later, first, contract, from, to }) => ({
    id: `${later} dan ${first} sama-sama membayar kontrak ${contract} untuk ${day(from).id} sampai ${day(to).id}`,
    en: `${later} and ${first} both pay contract ${contract} for ${day(from).en} to ${day(to).en}`,
  }),
  hint: () => ({
    id: 'periksa masa pada kedua tagihan; bila memang dibayar dua kali, minta pengembalian',
    en: 'look at the period on both invoices; where it was paid twice, ask for the money back',
  }),
})
