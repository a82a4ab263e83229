import { isReversed } from '../../model/days.ts'
import { inside } from '../../source/source.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { strayDayOf } from './covered-days.ts'

export const paymentOutsideContract = rule({
  code: 'BYR004',
  name: 'payment-outside-contract',
  severity: 'error',
  title: { id: 'Pembayaran di luar masa kontrak', en: 'Payment outside its contract' },
  *check({ network }) {
    for (const payment of network.payments.values()) {
      const { contract, declared } = payment
      const { from, to } = declared.covers
      if (isReversed(contract.period) || contractsAstray(network).has(contract.id)) continue
      const stray = strayDayOf(payment)
      if (stray?.why !== 'outside') continue
      yield {
        at: inside(payment.origin, 'covers', stray.edge),
        about: [payment, contract],
        facts: { payment: payment.id, contract: contract.id, from, to, period: contract.period },
        related: [
          {
            at: inside(contract.origin, 'period'),
            message: { id: `masa kontrak ${contract.id}`, en: `period of contract ${contract.id}` },
          },
        ],
      }
    }
  },
  message: ({ payment, contract, from, to, period }) => ({
    id:
      `${payment} membayar ${day(from).id} sampai ${day(to).id}, ` +
      `sedangkan kontrak ${contract} berlaku ${day(period.from).id} sampai ${day(period.to).id}`,
    en:
      `${payment} pays for ${day(from).en} to ${day(to).en}, ` +
      `yet contract ${contract} runs from ${day(period.from).en} to ${day(period.to).en}`,
  }),
  hint: () => ({
    id: 'periksa masa pada tagihan; layanan sesudah kontrak berakhir dibayar dengan kontrak atau adendum yang mencakupnya',
    en: 'look at the period on the invoice; what was served after the end is paid under a contract or addendum that covers it',
  }),
})
