import type { Payment } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { inside, type Place } from '../../source/source.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'

export const paymentOutOfOrder = rule({
  code: 'BYR005',
  name: 'payment-out-of-order',
  severity: 'error',
  title: { id: 'Urutan tanggal pembayaran terbalik', en: 'Dates of a payment in the wrong order' },
  *check({ network }) {
    const tooLate = new Set<string>()
    for (const payment of network.payments.values()) {
      const steps = stepsOf(payment)
      const wrong = firstOutOfOrder(steps)
      const [before, step] = [steps[wrong - 1], steps[wrong]]
      if (before === undefined || step === undefined) continue
      // One BAST after many invoices is one fault.
      if (before.isHandover && tooLate.has(payment.contract.id)) continue
      if (before.isHandover) tooLate.add(payment.contract.id)
      const isEarlier = !before.isHandover && isOdd(steps, wrong - 1) && !isOdd(steps, wrong)
      const [odd, other] = isEarlier ? [before, step] : [step, before]
      yield {
        at: odd.at,
        about: [payment, payment.contract],
        facts: { payment: payment.id, step, before },
        related: [{ at: other.at, message: other.name }],
      }
    }
  },
  message: ({ payment, step, before }) => ({
    id: `${payment}: ${step.name.id} ${day(step.date).id}, sebelum ${before.name.id} ${day(before.date).id}`,
    en: `${payment}: ${step.name.en} is of ${day(step.date).en}, before ${before.name.en} of ${day(before.date).en}`,
  }),
  hint: () => ({
    id: 'urutannya: BAST, hari terakhir layanan, tagihan, SPP, SPM, SP2D; layanan dibayar sesudah diterima',
    en: 'the order: BAST, last day of service, invoice, SPP, SPM, SP2D; service is paid for once it has been received',
  }),
})

/** Index of the first step before its predecessor; -1 where each follows. */
function firstOutOfOrder(steps: readonly Step[]): number {
  return steps.findIndex((step, i) => i > 0 && step.date < (steps[i - 1]?.date ?? ''))
}

/** Whether the others are in order without this one: then it was mistyped. */
function isOdd(steps: readonly Step[], index: number): boolean {
  return firstOutOfOrder(steps.toSpliced(index, 1)) < 0
}

interface Step {
  readonly name: Bilingual
  readonly date: string
  readonly isHandover: boolean
  readonly at: Place
}

/** The dates that must follow each other, those that are known. */
function stepsOf({ contract, declared, origin }: Payment): Step[] {
  const bast = contract.declared.documents.findIndex(({ kind, date }) => kind === 'bast' && date !== undefined)
  const bastDate = contract.declared.documents[bast]?.date
  const papers = (['spp', 'spm', 'sp2d'] as const).flatMap((key): Step[] => {
    const paper = declared[key]
    const name = key.toUpperCase()
    return paper === undefined
      ? []
      : [{ name: { id: name, en: name }, date: paper.date, isHandover: false, at: inside(origin, key, 'date') }]
  })
  const end: Step = {
    name: { id: 'hari terakhir layanan', en: 'the last day of service' },
    date: declared.covers.to,
    isHandover: false,
    at: inside(origin, 'covers', 'to'),
  }
  const invoice: Step = {
    name: { id: 'tagihan', en: 'the invoice' },
    date: declared.invoice.date,
    isHandover: false,
    at: inside(origin, 'invoice', 'date'),
  }
  const handover: Step[] =
    bastDate === undefined
      ? []
      : [
          {
            name: { id: 'BAST', en: 'the BAST' },
            date: bastDate,
            isHandover: true,
            at: inside(contract.origin, 'documents', bast, 'date'),
          },
        ]
  // A BAST after the last day of a later month is one fault, and the invoice's follows from it.
  return handover[0] !== undefined && handover[0].date > declared.invoice.date
    ? [...handover, invoice, ...papers]
    : [...(isInside(declared.covers, contract.period) ? [end] : []), invoice, ...papers]
}

/** Days outside the contract have a finding of their own, and their order follows from it. */
function isInside(covers: Period, period: Period): boolean {
  return period.from <= covers.from && covers.to <= period.to
}
