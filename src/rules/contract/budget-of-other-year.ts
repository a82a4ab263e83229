import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { listed } from '../../words/figures.ts'
import { budgetsAstray, missingYears, yearsServed } from './budget-years.ts'

export const budgetOfOtherYear = rule({
  code: 'KTR017',
  name: 'budget-of-other-year',
  severity: 'error',
  title: { id: 'Layanan pada tahun tanpa pos anggaran', en: 'Service in a year without a budget line' },
  *check({ network }) {
    const astray = budgetsAstray(network)
    for (const budget of network.budgets.values()) {
      if (!astray.has(budget.id)) continue
      const contracts = network.index.contractsOfBudget.get(budget.id) ?? []
      const missing = [...new Set(contracts.flatMap(contract => yearsServed(network, contract)))].sort()
      const ids = contracts.map(({ id }) => id)
      yield {
        at: inside(budget.origin, 'year'),
        about: [budget, ...contracts],
        facts: { contracts: ids, missing, budgets: [budget.id] },
      }
    }
    for (const contract of network.contracts.values()) {
      const missing = missingYears(network, contract)
      if (missing.length === 0 || contract.budgets.some(({ id }) => astray.has(id))) continue
      yield {
        at: inside(contract.origin, 'budget'),
        about: [contract, ...contract.budgets],
        facts: { contracts: [contract.id], missing, budgets: contract.budgets.map(({ id }) => id) },
      }
    }
  },
  message: ({ contracts, missing, budgets }) => ({
    id: `kontrak ${listed(contracts).id} melayani ${listed(missing).id}, tetapi ${listed(budgets).id} bukan anggaran tahun itu`,
    en:
      `${contracts.length === 1 ? 'contract' : 'contracts'} ${listed(contracts).en} ` +
      `${contracts.length === 1 ? 'serves' : 'serve'} in ${listed(missing).en}, ` +
      `yet ${listed(budgets).en} is of another year`,
  }),
  hint: () => ({
    id: 'sebut satu pos anggaran untuk setiap tahun: budget: [pos-2026, pos-2027]',
    en: 'name a budget line for each year: budget: [line-2026, line-2027]',
  }),
})
