import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'
import { plannedAndPaidIn } from './planned.ts'

export const plannedAndPaid = rule({
  code: 'BYR007',
  name: 'planned-and-paid',
  severity: 'error',
  title: { id: 'Dibayar, padahal belum menyala', en: 'Paid for and only planned' },
  *check({ network }) {
    for (const { payment, line } of plannedAndPaidIn(network)) {
      yield {
        at: line.term.at('status'),
        about: [line.bought, payment, line.contract],
        facts: { bought: line.bought, payment: payment.id },
        related: [
          {
            at: inside(payment.origin, 'covers'),
            message: { id: `dibayar dengan ${payment.id}`, en: `paid by ${payment.id}` },
          },
        ],
      }
    }
  },
  message: ({ bought, payment }) => ({
    id: `${thingName(bought).id} masih planned, tetapi ${payment} membayarnya`,
    en: `${thingName(bought).en} is still planned, yet ${payment} pays for it`,
  }),
  hint: () => ({
    id: 'tulis status: active bila layanannya sudah diterima; bila belum, keluarkan dari tagihan',
    en: 'write status: active where the service has been received; otherwise take it out of the invoice',
  }),
})
