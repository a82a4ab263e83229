import type { Budget, Bought, Contract, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { common, monthsOf } from '../../rules/days.ts'
import { rounded } from '../text/numbers.ts'
import { taxOf, type Tax } from './tax.ts'

/** A contract with everything that is computed from it and around it. */
export interface ContractRecord {
  readonly contract: Contract
  readonly tax: Tax
  readonly months: number
  readonly lines: readonly Line[]
  readonly monthlyRupiah: number
  readonly bandwidthMbps: number
  /** Fees of all lines for their periods, and what is asked once: to be compared with the price without PPN. */
  readonly feesRupiah: number
  readonly drawing: BudgetDrawing
}

/** One circuit or uplink that the contract pays for. */
export interface Line {
  readonly bought: Bought
  readonly site: string
  readonly service: 'metro-ethernet' | 'ip-vpn' | 'internet' | 'uplink'
  /** The days that both the contract and the service cover; undefined where they have none in common. */
  readonly period: Period | undefined
  /** A begun month counts by its days. */
  readonly months: number
  readonly feesRupiah: number
}

/** A budget line, with all contracts that draw on it. Sums are with PPN. */
export interface BudgetDrawing {
  readonly budget: Budget
  readonly contracts: readonly Contract[]
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
  const totalRupiah = contracts.reduce((sum, { declared }) => sum + declared.price.inclPpnRupiah, 0)
  return { budget, contracts, totalRupiah, leftRupiah: budget.declared.ceilingRupiah - totalRupiah }
}

function recordOf(network: Network, contract: Contract, drawing: BudgetDrawing): ContractRecord {
  const { price, period, onceRupiah } = contract.declared
  const lines = (network.index.boughtOfContract.get(contract.id) ?? []).map(bought => lineOf(contract, bought))
  return {
    contract,
    lines,
    drawing,
    tax: taxOf(price.exclPpnRupiah, price.ppnRule),
    months: monthsIn(period),
    monthlyRupiah: lines.reduce((sum, { bought }) => sum + bought.declared.monthlyRupiah, 0),
    bandwidthMbps: lines.reduce((sum, { bought }) => sum + bought.declared.bandwidthMbps, 0),
    feesRupiah: lines.reduce((sum, { feesRupiah }) => sum + feesRupiah, onceRupiah),
  }
}

function lineOf(contract: Contract, bought: Bought): Line {
  const period = common(contract.declared.period, bought.declared.period)
  const months = period === undefined ? 0 : monthsIn(period)
  return {
    bought,
    period,
    months,
    feesRupiah: Math.round(bought.declared.monthlyRupiah * months),
    site: bought.kind === 'circuit' ? bought.site.id : bought.end.router.siteId,
    service: bought.kind === 'circuit' ? bought.declared.service : 'uplink',
  }
}

function monthsIn(period: Period): number {
  return rounded(monthsOf(period), 6)
}
