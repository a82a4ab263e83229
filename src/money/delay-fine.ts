import { daysBetween } from '../model/days.ts'
import type { Contract, Network } from '../model/network.ts'
import { fraction, times, wholeRupiah } from './fraction.ts'
import { paymentsOf } from './paid.ts'
import { priceNow } from './stages.ts'

/** What a contract that was handed over late owes for it. */
interface DelayFine {
  /** Calendar days from the agreed day to the hand-over (BAST). */
  readonly days: number
  /** The price that the fine is counted on, without PPN: of the part that was late, or of the contract. */
  readonly basisRupiah: number
  readonly rupiah: number
}

/**
 * A thousandth a calendar day of late delivery, of the price of the contract or of its late part, without PPN:
 * Perpres 16/2018 Pasal 79 (4), as reported; "sebelum PPN" as model contracts (SPK) write it.
 */
const perMilleADay = 1

/**
 * The fine of a contract; nothing where it agrees on no day, or where no hand-over is on paper yet. Whole rupiah, half
 * up, once.
 */
export function delayFineOf(contract: Contract): DelayFine | undefined {
  const { delivery, documents } = contract.declared
  // Services have a BAST a month: the first one hands over.
  const [handedOver] = documents.flatMap(({ kind, date }) => (kind === 'bast' ? (date ?? []) : [])).sort()
  if (delivery === undefined || handedOver === undefined) return undefined
  const days = Math.max(daysBetween(delivery.due, handedOver), 0)
  const basisRupiah = delivery.partExclPpnRupiah ?? priceNow(contract).exclPpnRupiah
  return { days, basisRupiah, rupiah: wholeRupiah(times(fraction(basisRupiah), fraction(days * perMilleADay, 1000))) }
}

/** What the payments of a contract take off for late delivery. */
export function finedRupiah(network: Network, contract: Contract): number {
  return (paymentsOf(network).get(contract.id) ?? []).reduce((sum, { declared }) => sum + declared.fineRupiah, 0)
}
