import { z } from 'zod'
import {
  claimMeanings,
  deductionMeanings,
  evidenceMeanings,
  invoiceMeanings,
  paperMeanings,
  paymentMeanings,
  ticketMeanings,
} from './meanings/record.ts'
import { explained } from './meanings/meaning.ts'
import { document } from './contract-file.ts'
import { date, id, month, moment, nameOf, period, rupiah, text, word } from './scalars.ts'

/** A paper of the treasury: number and date. */
const paper = explained(z.strictObject({ number: word, date }), paperMeanings)

/** An invoice, and how it was paid. Without `sp2d` it is still unpaid. */
export const paymentFile = explained(
  z.strictObject({
    payment: id,
    contract: nameOf('contract'),
    /** Days of service that it pays for: whole months of the contract. */
    covers: period,
    invoice: explained(
      z.strictObject({
        number: word,
        date,
        /** Without PPN, after what is deducted. */
        exclPpnRupiah: rupiah,
        ppnRupiah: rupiah,
        /** Number of the tax invoice (faktur pajak). */
        faktur: word.optional(),
      }),
      invoiceMeanings,
    ),
    /** PPh 23 withheld by the payer. */
    pphRupiah: rupiah,
    /** Fine for late delivery, taken off what the provider receives; the invoice and its taxes stay. */
    fineRupiah: rupiah.default(0),
    /** Restitution taken off this invoice, without PPN. */
    deductions: z.array(explained(z.strictObject({ claim: nameOf('claim'), rupiah }), deductionMeanings)).default([]),
    /** The budget line that pays, where it is not the contract's line of that year: a December paid in January. */
    budget: nameOf('budget').optional(),
    spp: paper.optional(),
    spm: paper.optional(),
    sp2d: paper.optional(),
    documents: z.array(document).default([]),
    note: text.optional(),
  }),
  paymentMeanings,
)

export const outageCauses = [
  'provider',
  'cable-cut',
  'provider-power',
  'force-majeure',
  'customer-power',
  'planned-maintenance',
  'unknown',
] as const

/** Downtime of one circuit, in the network's own time zone. */
export const ticketFile = explained(
  z.strictObject({
    ticket: id,
    circuit: nameOf('circuit', 'uplink'),
    from: moment,
    to: moment,
    cause: z.enum(outageCauses),
    /** What shows it: the government's own monitoring comes first, the provider's only where it agrees. */
    evidence: explained(
      z.strictObject({ source: z.enum(['nms', 'ups', 'provider', 'log']), reference: word.optional() }),
      evidenceMeanings,
    ),
    documents: z.array(document).default([]),
    note: text.optional(),
  }),
  ticketMeanings,
)

/** A claim for restitution of one contract and month: what the letter says. */
export const claimFile = explained(
  z.strictObject({
    claim: id,
    contract: nameOf('contract'),
    month,
    /** Number and date of the letter. */
    number: word,
    date,
    /** Who signs, by role. */
    signatory: text,
    rupiah,
    documents: z.array(document).default([]),
  }),
  claimMeanings,
)

export type PaymentDeclaration = z.output<typeof paymentFile>
export type TicketDeclaration = z.output<typeof ticketFile>
export type ClaimDeclaration = z.output<typeof claimFile>
