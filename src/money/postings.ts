import { monthEnd } from '../model/days.ts'
import type { Budget, Contract, Network, Payment } from '../model/network.ts'
import { inside, type Place } from '../source/source.ts'
import { remembered } from '../source/remembered.ts'
import { shared } from './fraction.ts'
import { invoicesOf, type Invoice } from './invoices.ts'
import { invoicesPaidBy } from './paid.ts'
import type { RentPosting } from './permit-rent.ts'
import type { PriceLine } from './price-lines.ts'

/** One sum of money for one circuit and month, or for what a contract asks once. */
export interface Posting {
  /** `paid` is what was paid for it; what is committed is due once its month has been served. */
  readonly kind: 'committed' | 'paid'
  readonly contract: Contract
  /** Undefined for what is asked once. */
  readonly line: PriceLine | undefined
  readonly budget: Budget
  /** `2026-01`, the month of service. */
  readonly month: string
  /** Days of the month that are paid for, of how many. */
  readonly days: readonly [number, number] | undefined
  readonly exclPpnRupiah: number
  readonly ppnRupiah: number
  /** Of a payment. */
  readonly payment: Payment | undefined
  readonly at: Place
}

/**
 * All money of the network in its smallest parts, committed and paid. PPN is of the invoice, and is shared among its
 * lines so that they add up to it; a payment is shared among what it pays for likewise.
 */
export const postings: (network: Network) => readonly Posting[] = remembered(network => [
  ...[...network.contracts.values()].flatMap(contract => invoicesOf(network, contract).flatMap(committedBy)),
  ...[...network.payments.values()]
    .filter(({ declared }) => declared.sp2d !== undefined)
    .flatMap(payment => paidBy(network, payment)),
])

/** Served on or before a day: what is committed for it is due. */
export function isDue({ kind, month }: Pick<Posting | RentPosting, 'kind' | 'month'>, day: string): boolean {
  return kind === 'committed' && (day.startsWith(month) ? monthEnd(month) <= day : month < day)
}

type Part = Omit<Posting, 'kind' | 'payment' | 'ppnRupiah'>

function committedBy(invoice: Invoice): Posting[] {
  const parts = partsOf(invoice)
  const taxes = shared(
    invoice.ppnRupiah,
    parts.map(({ exclPpnRupiah }) => exclPpnRupiah),
  )
  return parts.map((part, i) => ({ ...part, kind: 'committed', payment: undefined, ppnRupiah: taxes[i] ?? 0 }))
}

function paidBy(network: Network, payment: Payment): Posting[] {
  const { invoice } = payment.declared
  const parts = invoicesPaidBy(network, payment).flatMap(partsOf)
  const weights = parts.map(({ exclPpnRupiah }) => exclPpnRupiah)
  const sums = shared(invoice.exclPpnRupiah, weights)
  const taxes = shared(invoice.ppnRupiah, weights)
  return parts.map((part, i) => ({
    ...part,
    kind: 'paid',
    payment,
    budget: payment.budget ?? part.budget,
    exclPpnRupiah: sums[i] ?? 0,
    ppnRupiah: taxes[i] ?? 0,
    at: inside(payment.origin, 'invoice', 'exclPpnRupiah'),
  }))
}

function partsOf({ contract, month, lines, onceRupiah }: Invoice): Part[] {
  const budget = budgetOf(contract, month)
  const fees = lines.map(
    ({ line, fee }): Part => ({
      contract,
      line,
      budget,
      month,
      days: [fee.days, fee.ofDays],
      exclPpnRupiah: fee.rupiah,
      at: line.term.at('monthlyRupiah'),
    }),
  )
  if (onceRupiah === 0) return fees
  const once = {
    contract,
    line: undefined,
    budget,
    month,
    days: undefined,
    exclPpnRupiah: onceRupiah,
    at: inside(contract.origin, 'onceRupiah'),
  }
  return [...fees, once]
}

/** The budget line of the month's year, else the first. */
export function budgetOf({ budgets, budget }: Contract, month: string): Budget {
  return budgets.find(({ declared }) => month.startsWith(String(declared.year))) ?? budget
}
