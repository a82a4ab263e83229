import type { Contract } from '../../model/network.ts'

type Form = Contract['declared']['form']

/** Forms of contract by value in rupiah with PPN; `over` is exclusive and `upTo` inclusive. */
interface FormLimits {
  readonly validFrom: string
  readonly source: string
  readonly limits: Readonly<Partial<Record<Form, { readonly over: number; readonly upTo: number }>>>
}

/**
 * Ascending by `validFrom`. Whether Perpres 46/2025 touched the amounts of Pasal 28 is not confirmed: until it is,
 * those of 2018 stand. Surat pesanan has no limits: it is the form of e-purchasing, by the catalogue or by a toko
 * daring (Pasal 28(6)). What is exempt from the procurement rules (Pasal 61, public tariffs and the like) takes the
 * form that its own rules say.
 */
const formLimits: readonly FormLimits[] = [
  {
    validFrom: '2018-03-22',
    source: 'Perpres 16/2018 pasal 28, text in force at pasal.id',
    limits: {
      'bukti-pembelian': { over: 0, upTo: 10_000_000 },
      kuitansi: { over: 0, upTo: 50_000_000 },
      spk: { over: 50_000_000, upTo: 200_000_000 },
      'surat-perjanjian': { over: 200_000_000, upTo: Infinity },
    },
  },
]

/** Methods whose contract is a surat pesanan (Pasal 28(6)). */
export const orderedMethods: ReadonlySet<Contract['declared']['method']> = new Set(['e-purchasing', 'toko-daring'])

export function limitsOn(date: string): FormLimits | undefined {
  return formLimits.findLast(({ validFrom }) => validFrom <= date)
}
