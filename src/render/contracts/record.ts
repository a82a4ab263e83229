import { monthsOf } from '../../model/days.ts'
import type { Budget, Contract, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { budgetShareOf, takenOf } from '../../money/budget-share.ts'
import { feeOf } from '../../money/fee.ts'
import { contractValueOf, type ContractValue } from '../../money/invoices.ts'
import { atOnce, priceLinesOf, type AtOnce, type PriceLine } from '../../money/price-lines.ts'
import { ppnBaseOf, ppnLaws, ppnOf, type PpnRule } from '../../money/ppn.ts'
import { rentsOfBudget } from '../../money/permit-rent.ts'
import { priceNow } from '../../money/stages.ts'
import type { Place } from '../../source/source.ts'
import { rounded, rupiahText } from '../text/numbers.ts'

/** A contract with everything that is computed from it and around it. */
export interface ContractRecord {
  readonly contract: Contract
  /** As the last addendum leaves it. */
  readonly price: { readonly exclPpnRupiah: number; readonly inclPpnRupiah: number }
  readonly tax: Tax
  readonly months: number
  readonly lines: readonly Line[]
  /** The most on any one day. */
  readonly most: AtOnce
  /** Fees of all lines for their periods, and what is asked once: to be compared with the price without PPN. */
  readonly feesRupiah: number
  /** The same by both ways of rounding. */
  readonly value: ContractValue
  readonly drawing: BudgetDrawing
}

/** PPN of a contract's price. */
interface Tax {
  readonly rule: PpnRule
  /** Regulation that the rule stands on. */
  readonly basis: string
  /** The tax base (DPP) in whole rupiah. */
  readonly baseRupiah: number
  readonly ratePercent: number
  readonly ppnRupiah: number
  readonly inclPpnRupiah: number
  /** The arithmetic, a step a line, with the figures put in. */
  readonly steps: readonly string[]
}

/** One circuit or uplink that the contract pays for, over days on which its price does not change. */
export interface Line extends PriceLine {
  readonly site: string
  readonly service: 'metro-ethernet' | 'ip-vpn' | 'internet' | 'uplink'
  /** A begun month counts by its days. */
  readonly months: number
  readonly feesRupiah: number
}

/** A budget line, with all contracts that draw on it. Sums are with PPN. */
export interface BudgetDrawing {
  readonly budget: Budget
  readonly contracts: readonly Contract[]
  /** What each of these takes of it. */
  readonly shares: readonly { readonly contract: Contract; readonly rupiah: number }[]
  /** Of poles, crossings and dark fibre; each once. */
  readonly rents: readonly { readonly name: string; readonly rupiah: number; readonly at: Place }[]
  readonly totalRupiah: number
  readonly leftRupiah: number
}

export function recordsOf(network: Network): ContractRecord[] {
  const drawings = new Map([...network.budgets.values()].map(budget => [budget.id, drawingOf(network, budget)]))
  return [...network.contracts.values()].map(contract =>
    recordOf(network, contract, drawings.get(contract.budget.id) ?? drawingOf(network, contract.budget)),
  )
}

export function drawingOf(network: Network, budget: Budget): BudgetDrawing {
  const contracts = network.index.contractsOfBudget.get(budget.id) ?? []
  const totalRupiah = takenOf(network, budget)
  return {
    budget,
    contracts,
    shares: contracts.map(contract => ({ contract, rupiah: budgetShareOf(network, contract, budget) })),
    rents: rentsOn(network, budget),
    totalRupiah,
    leftRupiah: budget.ceilingRupiah - totalRupiah,
  }
}

function rentsOn(network: Network, budget: Budget): BudgetDrawing['rents'] {
  return [...Map.groupBy(rentsOfBudget(network, budget), ({ rented }) => rented)].flatMap(([rented, parts]) => {
    const rupiah = parts.reduce((sum, { exclPpnRupiah }) => sum + exclPpnRupiah, 0)
    return parts.slice(0, 1).map(({ permit, at }) => ({ name: `${rented.id} ${permit}`, rupiah, at }))
  })
}

function recordOf(network: Network, contract: Contract, drawing: BudgetDrawing): ContractRecord {
  const price = priceNow(contract)
  const priced = priceLinesOf(network, contract)
  const lines = priced.map(lineOf)
  return {
    contract,
    price,
    lines,
    drawing,
    tax: taxOf(price.exclPpnRupiah, contract.declared.price.ppnRule),
    months: monthsIn(contract.period),
    most: atOnce(priced, contract.period),
    feesRupiah: lines.reduce((sum, { feesRupiah }) => sum + feesRupiah, contract.declared.onceRupiah),
    value: contractValueOf(contract, priced),
  }
}

function lineOf(line: PriceLine): Line {
  const { bought, period, monthlyRupiah, term } = line
  return {
    ...line,
    months: monthsIn(period),
    feesRupiah: feeOf(monthlyRupiah, period),
    site: bought.kind === 'circuit' ? bought.site.id : bought.end.router.siteId,
    service: 'service' in term.declared ? term.declared.service : 'uplink',
  }
}

function monthsIn(period: Period): number {
  return rounded(monthsOf(period), 6)
}

/** PPN on a price in whole rupiah, with its steps in words. */
export function taxOf(exclPpnRupiah: number, rule: PpnRule): Tax {
  const { basis, percent, base } = ppnLaws[rule]
  const baseRupiah = ppnBaseOf(exclPpnRupiah, rule)
  const ppnRupiah = ppnOf(exclPpnRupiah, rule)
  const inclPpnRupiah = exclPpnRupiah + ppnRupiah
  const baseStep =
    base.of === base.in
      ? `DPP = harga = ${rupiahText(baseRupiah)}`
      : `DPP nilai lain = ${base.of}/${base.in} × ${rupiahText(exclPpnRupiah)} = ${rupiahText(baseRupiah)}`
  return {
    rule,
    basis,
    baseRupiah,
    ratePercent: percent,
    ppnRupiah,
    inclPpnRupiah,
    steps: [
      baseStep,
      `PPN = ${percent} % × ${rupiahText(baseRupiah)} = ${rupiahText(ppnRupiah)}`,
      `Harga termasuk PPN = ${rupiahText(exclPpnRupiah)} + ${rupiahText(ppnRupiah)} = ${rupiahText(inclPpnRupiah)}`,
    ],
  }
}
