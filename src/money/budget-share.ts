import type { Budget, Contract, Network } from '../model/network.ts'
import { invoicesOf } from './invoices.ts'
import { shared } from './fraction.ts'
import { priceNow } from './stages.ts'

/** What a contract takes of a budget line, with PPN: all of its price, or of a contract over several years what is served in the line's year. */
export function budgetShareOf(network: Network, contract: Contract, budget: Budget): number {
  const { budgets } = contract
  const i = budgets.indexOf(budget)
  const total = priceNow(contract).inclPpnRupiah
  if (budgets.length < 2) return i < 0 ? 0 : total
  const weights = budgets.map(({ declared }) => servedIn(network, contract, declared.year))
  // Without circuits there is nothing to split by: each of its lines must be able to bear the whole.
  if (weights.every(weight => weight === 0)) return total
  return shared(total, weights)[i] ?? 0
}

/** Value with PPN of the months of a year. */
export function servedIn(network: Network, contract: Contract, year: number): number {
  return invoicesOf(network, contract)
    .filter(({ month }) => month.startsWith(`${year}-`))
    .reduce((sum, { exclPpnRupiah, ppnRupiah }) => sum + exclPpnRupiah + ppnRupiah, 0)
}
