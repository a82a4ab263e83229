import { common } from '../model/days.ts'
import type { Contract, Network, Payment } from '../model/network.ts'
import { remembered } from '../source/remembered.ts'
import { invoicesOf, type Invoice } from './invoices.ts'

/** What was billed and paid for one month of a contract. */
interface MonthPaid {
  readonly invoice: Invoice
  readonly payments: readonly Payment[]
}

/** The invoices that a payment is for: the months of its days. */
export function invoicesPaidBy(network: Network, { contract, declared }: Payment): readonly Invoice[] {
  return invoicesOf(network, contract).filter(({ month }) => isCovered(month, declared.covers))
}

/** What the payment's months are worth, without PPN, before anything is deducted. */
export function dueOf(network: Network, payment: Payment): number {
  return invoicesPaidBy(network, payment).reduce((sum, { exclPpnRupiah }) => sum + exclPpnRupiah, 0)
}

export function deductedBy({ declared }: Payment): number {
  return declared.deductions.reduce((sum, { rupiah }) => sum + rupiah, 0)
}

/**
 * What the provider receives: a government payer collects PPN and withholds PPh, and pays both to the state (PMK
 * 231/2019 as amended by PMK 59/2022; whether telecommunication services are exempt from the collection is not
 * confirmed).
 */
export function transferOf({ declared: { invoice, pphRupiah, fineRupiah } }: Payment): number {
  return invoice.exclPpnRupiah - pphRupiah - fineRupiah
}

/** Each month of a contract with what was paid for it. */
export function monthsPaid(network: Network, contract: Contract): MonthPaid[] {
  const payments = paymentsOf(network).get(contract.id) ?? []
  return invoicesOf(network, contract).map(invoice => ({
    invoice,
    payments: payments.filter(({ declared }) => isCovered(invoice.month, declared.covers)),
  }))
}

export const paymentsOf: (network: Network) => ReadonlyMap<string, readonly Payment[]> = remembered(network =>
  Map.groupBy(network.payments.values(), ({ contract }) => contract.id),
)

function isCovered(month: string, covers: { readonly from: string; readonly to: string }): boolean {
  return common(covers, { from: `${month}-01`, to: `${month}-31` }) !== undefined
}
