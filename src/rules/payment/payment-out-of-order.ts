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
    for (const payment of network.payments.values()) {
      const steps = stepsOf(payment)
      const wrong = steps.findIndex((step, i) => i > 0 && step.date < (steps[i - 1]?.date ?? ''))
      const [before, step] = [steps[wrong - 1], steps[wrong]]
      if (before === undefined || step === undefined) continue
      yield {
        at: step.at,
        about: [payment, payment.contract],
        facts: { payment: payment.id, step, before },
        related: [{ at: before.at, message: { id: before.name.id, en: before.name.en } }],
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

interface Step {
  readonly name: Bilingual
  readonly date: string
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
      : [{ name: { id: name, en: name }, date: paper.date, at: inside(origin, key, 'date') }]
  })
  const end: Step = {
    name: { id: 'hari terakhir layanan', en: 'the last day of service' },
    date: declared.covers.to,
    at: inside(origin, 'covers', 'to'),
  }
  const invoice: Step = {
    name: { id: 'tagihan', en: 'the invoice' },
    date: declared.invoice.date,
    at: inside(origin, 'invoice', 'date'),
  }
  const handover: Step[] =
    bastDate === undefined
      ? []
      : [
          {
            name: { id: 'BAST', en: 'the BAST' },
            date: bastDate,
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
