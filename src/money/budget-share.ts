import type { Budget, Contract, Network } from '../model/network.ts'
import { invoicesOf, type Invoice } from './invoices.ts'
import { common, lengthOf } from '../model/days.ts'
import { fraction, shared, wholeRupiah } from './fraction.ts'
import { rentOnBudget } from './permit-rent.ts'
import { priceNow } from './stages.ts'

/**
 * What a contract takes of a budget line, with PPN: all of its price, or of a contract over several years what is
 * served in the line's year. What is served in a year without a line burdens none of the others, and a price above what
 * is served is a fault of the price.
 */
export function budgetShareOf(network: Network, contract: Contract, budget: Budget): number {
  const { budgets } = contract
  const i = budgets.indexOf(budget)
  const total = priceNow(contract).inclPpnRupiah
  if (budgets.length < 2) return i < 0 ? 0 : total
  const served = sumWithPpn(invoicesOf(network, contract))
  // Without circuits there is nothing to split by: each of its lines must be able to bear the whole.
  if (served === 0) return total
  const years = budgets.map(({ declared }) => servedIn(network, contract, declared.year))
  const elsewhere = Math.max(served - years.reduce((sum, year) => sum + year, 0), 0)
  return shared(Math.min(total, served), [...years, elsewhere])[i] ?? 0
}

/** What contracts and rents of poles, crossings and dark fibre take of a budget line together. */
export function takenOf(network: Network, budget: Budget): number {
  const contracts = network.index.contractsOfBudget.get(budget.id) ?? []
  return contracts.reduce(
    (sum, contract) => sum + budgetShareOf(network, contract, budget),
    rentOnBudget(network, budget),
  )
}

/** Value with PPN of the months of a year. */
function servedIn(network: Network, contract: Contract, year: number): number {
  return sumWithPpn(invoicesOf(network, contract).filter(({ month }) => month.startsWith(`${year}-`)))
}

function sumWithPpn(invoices: readonly Invoice[]): number {
  return invoices.reduce((sum, { exclPpnRupiah, ppnRupiah }) => sum + exclPpnRupiah + ppnRupiah, 0)
}

/**
 * What all contracts cost in a year, with PPN: what is served in it, and of a contract without circuits its price by
 * days.
 */
export function yearRupiah(network: Network, year: number): number {
  const shares = [...network.contracts.values()].map(contract =>
    invoicesOf(network, contract).length > 0 ? servedIn(network, contract, year) : priceInYear(contract, year),
  )
  return shares.reduce((sum, share) => sum + share, 0)
}

function priceInYear(contract: Contract, year: number): number {
  const days = common(contract.period, { from: `${year}-01-01`, to: `${year}-12-31` })
  if (days === undefined) return 0
  return wholeRupiah(
    fraction(BigInt(priceNow(contract).inclPpnRupiah) * BigInt(lengthOf(days)), lengthOf(contract.period)),
  )
}
