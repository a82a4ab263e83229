import { monthParts, type MonthPart } from '../model/days.ts'
import type { Period } from '../model/scalars.ts'
import { decimal, fraction, wholeRupiah, type Fraction } from './fraction.ts'

/** One month of one fee: what an invoice line says. */
export interface MonthFee extends MonthPart {
  readonly exact: Fraction
  /** Rounded half up, once. */
  readonly rupiah: number
}

/** Twelve whole months of a fee, without PPN. */
export function yearOf(monthlyRupiah: number): number {
  return monthlyRupiah * 12
}

/**
 * A fee for each month of a period; a begun month by its days: 46,000,000 from 15 January is 46,000,000 × 17 ÷ 31 =
 * 25,225,806.
 */
export function feesOf(monthlyRupiah: number, period: Period): MonthFee[] {
  return monthParts(period).map(part => {
    const exact = fraction(BigInt(monthlyRupiah) * BigInt(part.days), part.ofDays)
    return { ...part, exact, rupiah: wholeRupiah(exact) }
  })
}

/** The sum of a period's monthly invoices, each rounded on its own. */
export function feeOf(monthlyRupiah: number, period: Period): number {
  return feesOf(monthlyRupiah, period).reduce((sum, { rupiah }) => sum + rupiah, 0)
}

/** Whole rupiah of a monthly fee for each Mbit/s, half up: what prices of different bandwidths are compared by. */
export function rupiahPerMbps(monthlyRupiah: number, bandwidthMbps: number): number {
  const { of, over } = decimal(bandwidthMbps)
  return of === 0n ? 0 : wholeRupiah({ of: BigInt(monthlyRupiah) * over, over: of })
}
