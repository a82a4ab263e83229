import type { Payment } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'

export const paymentNumberTwice = rule({
  code: 'BYR009',
  name: 'payment-number-twice',
  severity: 'error',
  title: { id: 'Nomor tagihan atau SP2D dipakai dua kali', en: 'Number of an invoice or SP2D used twice' },
  *check({ network }) {
    const numbers = [...network.payments.values()].flatMap(numbersOf)
    for (const { first, later } of clashes(grouped(numbers, ({ scope, number }) => `${scope} ${number}`).values())) {
      yield {
        at: later.at,
        about: [later.payment, first.payment],
        facts: { what: later.what, number: later.number, later: later.payment.id, first: first.payment.id },
        related: [{ at: first.at, message: { id: `juga ${first.payment.id}`, en: `also ${first.payment.id}` } }],
      }
    }
  },
  message: ({ what, number, later, first }) => ({
    id: `${what} ${number} tertulis pada ${later} dan ${first}`,
    en: `${what} ${number} stands on ${later} and on ${first}`,
  }),
  hint: () => ({ id: 'baca nomornya pada dokumen aslinya', en: 'read the number on the paper itself' }),
})

interface Numbered {
  readonly payment: Payment
  readonly what: string
  readonly scope: string
  readonly number: string
  readonly at: Place
}

/** Numbers that may occur once: an invoice's for its provider, a tax invoice's and an SP2D's for all. */
function numbersOf(payment: Payment): Numbered[] {
  const { declared, origin, contract } = payment
  const { number, faktur } = declared.invoice
  const all: Numbered[] = [
    {
      payment,
      what: 'invoice',
      scope: `invoice ${contract.provider.id}`,
      number,
      at: inside(origin, 'invoice', 'number'),
    },
  ]
  if (faktur !== undefined)
    all.push({ payment, what: 'faktur', scope: 'faktur', number: faktur, at: inside(origin, 'invoice', 'faktur') })
  if (declared.sp2d !== undefined)
    all.push({
      payment,
      what: 'SP2D',
      scope: 'sp2d',
      number: declared.sp2d.number,
      at: inside(origin, 'sp2d', 'number'),
    })
  return all
}
