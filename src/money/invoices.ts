import { monthEnd } from '../model/days.ts'
import type { Contract, Network } from '../model/network.ts'
import { remembered } from '../source/remembered.ts'
import { feesOf, type MonthFee } from './fee.ts'
import { fraction, sumOf, wholeRupiah, type Fraction } from './fraction.ts'
import { pphOf } from './pph.ts'
import { ppnOf, ppnRuleOn, type PpnRule } from './ppn.ts'
import { priceLinesOf, type PriceLine } from './price-lines.ts'

/** A fee for one circuit in one month. */
interface InvoiceLine {
  readonly line: PriceLine
  readonly fee: MonthFee
}

/**
 * What a contract owes for one month. The policy: each line is rounded once, half up; PPN and PPh are of the invoice's
 * sum.
 */
export interface Invoice {
  readonly contract: Contract
  /** `2026-01`, the month of service. */
  readonly month: string
  readonly lines: readonly InvoiceLine[]
  /** What is asked once, on the first invoice. */
  readonly onceRupiah: number
  readonly exclPpnRupiah: number
  readonly ppnRule: PpnRule
  readonly ppnRupiah: number
  /** Withheld by the payer (PPh 23). */
  readonly pphRupiah: number
}

/** The invoices of a contract, a month each, with the taxes of the month's last day. */
export function invoicesOf(network: Network, contract: Contract): readonly Invoice[] {
  return allInvoices(network).get(contract.id) ?? []
}

const allInvoices = remembered(
  (network: Network): ReadonlyMap<string, readonly Invoice[]> =>
    new Map(
      [...network.contracts.values()].map(contract => [
        contract.id,
        invoicesFrom(contract, priceLinesOf(network, contract)),
      ]),
    ),
)

export function invoicesFrom(contract: Contract, lines: readonly PriceLine[]): Invoice[] {
  const fees = lines.flatMap(line => feesOf(line.monthlyRupiah, line.period).map((fee): InvoiceLine => ({ line, fee })))
  const byMonth = Map.groupBy(fees, ({ fee }) => fee.month)
  return [...byMonth.keys()].sort().map((month, i): Invoice => {
    const own = byMonth.get(month) ?? []
    const onceRupiah = i === 0 ? contract.declared.onceRupiah : 0
    const exclPpnRupiah = own.reduce((sum, { fee }) => sum + fee.rupiah, onceRupiah)
    const day = monthEnd(month)
    const ppnRule = ppnRuleOn(day, contract.declared.price.ppnRule)
    const ppnRupiah = ppnOf(exclPpnRupiah, ppnRule)
    return {
      contract,
      month,
      lines: own,
      onceRupiah,
      exclPpnRupiah,
      ppnRule,
      ppnRupiah,
      pphRupiah: pphOf(exclPpnRupiah, day),
    }
  })
}

/** A contract's value computed both ways that papers use, and what lies between them. */
export interface ContractValue {
  /** The sum of the invoices: the policy. */
  readonly exclPpnRupiah: number
  readonly ppnRupiah: number
  /** Rounded once at the end instead. */
  readonly exclAtOnceRupiah: number
  readonly ppnAtOnceRupiah: number
}

export function contractValueOf(contract: Contract, lines: readonly PriceLine[]): ContractValue {
  const invoices = invoicesFrom(contract, lines)
  const exact: Fraction[] = invoices.flatMap(({ lines: own }) => own.map(({ fee }) => fee.exact))
  const exclPpnRupiah = invoices.reduce((sum, invoice) => sum + invoice.exclPpnRupiah, 0)
  return {
    exclPpnRupiah,
    ppnRupiah: invoices.reduce((sum, invoice) => sum + invoice.ppnRupiah, 0),
    exclAtOnceRupiah: wholeRupiah(sumOf([fraction(contract.declared.onceRupiah), ...exact])),
    ppnAtOnceRupiah: ppnByLaw(exclPpnRupiah, invoices),
  }
}

/**
 * PPN of a stated price as a whole: under each law that its invoices come under, on what they come to; what is not
 * invoiced under the last.
 */
export function ppnByLaw(statedRupiah: number, invoices: readonly Invoice[]): number {
  const amounts = new Map<PpnRule, number>()
  for (const { ppnRule, exclPpnRupiah } of invoices) amounts.set(ppnRule, (amounts.get(ppnRule) ?? 0) + exclPpnRupiah)
  const last = [...amounts.keys()].at(-1)
  if (last === undefined) return 0
  const others = [...amounts].reduce((sum, [rule, amount]) => (rule === last ? sum : sum + amount), 0)
  return [...amounts].reduce(
    (sum, [rule, amount]) => sum + ppnOf(rule === last ? Math.max(statedRupiah - others, 0) : amount, rule),
    0,
  )
}
