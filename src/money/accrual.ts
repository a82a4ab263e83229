import { monthEnd } from '../model/days.ts'
import type { Contract, Network, Payment } from '../model/network.ts'
import { budgetOf } from './postings.ts'
import type { Invoice } from './invoices.ts'
import { monthsPaid, paymentsOf } from './paid.ts'

/** A month that was served and is not paid: a debt of the day that is asked about. */
export interface Accrual {
  readonly contract: Contract
  readonly budget: ReturnType<typeof budgetOf>
  readonly invoice: Invoice
  /** Invoices that were received for it by then. */
  readonly received: readonly Payment[]
  /** With PPN: what the provider served, less what was deducted from an invoice that was received. */
  readonly rupiah: number
  /** Payments of this contract are recorded here; where none is, they may be kept elsewhere. */
  readonly isRecorded: boolean
}

/**
 * What is served and unpaid at the end of a day, by contract and month; paid is what the treasury has ordered by then
 * (SP2D).
 */
export function accrualsOn(network: Network, day: string): Accrual[] {
  return [...network.contracts.values()].flatMap(contract =>
    monthsPaid(network, contract).flatMap(({ invoice, payments }): Accrual[] => {
      if (monthEnd(invoice.month) > day) return []
      if (payments.some(({ declared }) => declared.sp2d !== undefined && declared.sp2d.date <= day)) return []
      const received = payments.filter(({ declared }) => declared.invoice.date <= day)
      return [
        {
          contract,
          budget: budgetOf(contract, invoice.month),
          invoice,
          received,
          rupiah: owedFor(invoice, received),
          isRecorded: paymentsOf(network).has(contract.id),
        },
      ]
    }),
  )
}

/** An invoice that covers this month alone says what is owed; else what the contract says. */
function owedFor(invoice: Invoice, received: readonly Payment[]): number {
  const own = received.find(({ declared: { covers } }) => covers.from.slice(0, 7) === covers.to.slice(0, 7))
  if (own === undefined) return invoice.exclPpnRupiah + invoice.ppnRupiah
  return own.declared.invoice.exclPpnRupiah + own.declared.invoice.ppnRupiah
}
