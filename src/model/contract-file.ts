import { z } from 'zod'
import {
  addendumMeanings,
  addendumPriceMeanings,
  annexMeanings,
  contractLineMeanings,
  contractMeanings,
  deliveryMeanings,
  documentMeanings,
  escalationMeanings,
  nocMeanings,
  priceMeanings,
  providerMeanings,
  slaMeanings,
  waiverMeanings,
} from './meanings/contract.ts'
import { explained } from './meanings/meaning.ts'
import {
  count,
  date,
  id,
  mailAddress,
  nameOf,
  nonNegative,
  percent,
  period,
  positive,
  rupiah,
  sha256,
  text,
  was,
  word,
} from './scalars.ts'

export const document = explained(
  z.strictObject({
    kind: z.enum(['kontrak', 'bast', 'adendum', 'invoice', 'sp2d', 'claim', 'evidence', 'other']),
    date: date.optional(),
    path: z
      .string()
      .regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9/_.-]{0,199}$/)
      .meta({ scalar: 'path' })
      .optional(),
    sha256: sha256.optional(),
  }),
  documentMeanings,
)

const sla = explained(
  z.strictObject({
    availabilityPercent: percent,
    window: z.enum(['calendar-month', 'quarter', 'year']).default('calendar-month'),
    minEventSeconds: nonNegative.default(300),
    exclude: z.array(z.enum(['force-majeure', 'customer-power', 'planned-maintenance'])).default([]),
    /** Formula of the money that comes back; absent where the contract names none. */
    restitution: z.enum(['excess-fraction', 'beibi', 'prorata']).optional(),
  }),
  slaMeanings,
)

const contractForms = ['bukti-pembelian', 'kuitansi', 'spk', 'surat-perjanjian', 'surat-pesanan'] as const

/** What is bought at any one time under a contract: how many, and their bandwidth together. */
const annex = explained(z.strictObject({ circuits: count, bandwidthMbps: positive }), annexMeanings)

const contractLine = explained(
  z.strictObject({
    /** A circuit or an uplink. */
    circuit: nameOf('circuit', 'uplink'),
    /** Both days count; the whole contract unless given. */
    from: date.optional(),
    to: date.optional(),
    bandwidthMbps: positive,
    monthlyRupiah: rupiah,
  }),
  contractLineMeanings,
)

/** An addendum: it leaves the contract as it was signed, and says what holds from its day on. */
const addendum = explained(
  z.strictObject({
    number: word,
    signed: date,
    from: date,
    /** The whole contract's price from then on, what was paid before included. */
    price: explained(
      z.strictObject({ exclPpnRupiah: rupiah, inclPpnRupiah: rupiah }),
      addendumPriceMeanings,
    ).optional(),
    /** Last day of the contract, where the addendum moves it. */
    to: date.optional(),
    annex: annex.optional(),
    documents: z.array(document).default([]),
    note: text.optional(),
  }),
  addendumMeanings,
)

/** The day by which a contract's service is handed over; each day later is fined. */
const delivery = explained(
  z.strictObject({
    due: date,
    /** Of the part that it is about, without PPN; the whole contract's price unless given. */
    partExclPpnRupiah: rupiah.optional(),
  }),
  deliveryMeanings,
)

const contract = explained(
  z.strictObject({
    contract: id,
    was,
    number: word,
    title: text,
    form: z.enum(contractForms),
    method: z.enum([
      'e-purchasing',
      'toko-daring',
      'pengadaan-langsung',
      'penunjukan-langsung',
      'tender-cepat',
      'tender',
      'seleksi',
      'dikecualikan',
    ]),
    rupId: z
      .string()
      .regex(/^\d{8}$/)
      .meta({ scalar: 'rupId' })
      .optional(),
    /** The committing officer (PPK), by role. */
    ppk: text,
    signed: date.optional(),
    /** Both days count. */
    period,
    price: explained(
      z.strictObject({
        exclPpnRupiah: rupiah,
        ppnRule: z.enum(['dpp-11-12-2025', 'full-12-2025', 'full-11-2022']),
        inclPpnRupiah: rupiah,
      }),
      priceMeanings,
    ),
    /** What the provider asks once, without PPN; part of the price. */
    onceRupiah: rupiah.default(0),
    /** The budget line that pays; of a contract over several years one for each, in their order. */
    budget: z.union([nameOf('budget'), z.array(nameOf('budget')).min(1)]),
    delivery: delivery.optional(),
    sla: sla.optional(),
    /** What the price annex of the contract says; held against the circuits that name it. */
    annex: annex.optional(),
    /**
     * The price list of the contract's annex, a line for each circuit and period; held against what the circuits say.
     */
    lines: z.array(contractLine).default([]),
    /** What was agreed later, in the order of signing. */
    addenda: z.array(addendum).default([]),
    multiYearApproval: word.optional(),
    documents: z.array(document).default([]),
    successor: nameOf('contract').optional(),
    note: text.optional(),
  }),
  contractMeanings,
)

export const providerFile = explained(
  z.strictObject({
    provider: id,
    was,
    name: text,
    /** Tax number, 16 digits (PMK 112/2022). */
    npwp: z
      .string()
      .regex(/^\d{16}$/)
      .meta({ scalar: 'npwp' }),
    noc: explained(z.strictObject({ role: text, mail: mailAddress.optional(), hours: word.optional() }), nocMeanings),
    escalation: z
      .array(explained(z.strictObject({ level: count, role: text, afterMinutes: count }), escalationMeanings))
      .default([]),
    contracts: z.array(contract).default([]),
  }),
  providerMeanings,
)

export const waiverFile = explained(
  z.strictObject({
    waiver: id,
    code: z
      .string()
      .regex(/^[A-Z]{3}\d{3}$/)
      .meta({ scalar: 'code' }),
    /** Things that it covers, as `kind:id`; `*` covers a kind. */
    things: z
      .array(
        z
          .string()
          .regex(/^[a-z]+:(\*|[a-z0-9.-]{1,60})$/)
          .meta({ scalar: 'thing' }),
      )
      .min(1)
      .optional(),
    /** A file or folder that it covers; one of both scopes is needed. */
    under: z
      .string()
      .regex(/^(?!.*\.\.)[a-z0-9][a-z0-9/.-]{0,199}$/)
      .meta({ scalar: 'path' })
      .optional(),
    reason: text,
    decidedBy: text,
    until: date,
  }),
  waiverMeanings,
)

export type ContractDeclaration = z.output<typeof contract>
export type AddendumDeclaration = z.output<typeof addendum>
export type ProviderDeclaration = z.output<typeof providerFile>
export type WaiverDeclaration = z.output<typeof waiverFile>
