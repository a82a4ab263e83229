import { isReversed } from '../../model/days.ts'
import { invoicesOf } from '../../money/invoices.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { listed } from '../../words/figures.ts'

export const budgetOfOtherYear = rule({
  code: 'KTR017',
  name: 'budget-of-other-year',
  severity: 'error',
  title: { id: 'Layanan pada tahun tanpa pos anggaran', en: 'Service in a year without a budget line' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      // Without an approval the end of the period is what is wrong, and that is said.
      const { multiYearApproval, period } = contract.declared
      if (isReversed(period) || (multiYearApproval === undefined && period.from.slice(0, 4) !== period.to.slice(0, 4)))
        continue
      const years = new Set(contract.budgets.map(({ declared }) => String(declared.year)))
      const missing = [...new Set(invoicesOf(network, contract).map(({ month }) => month.slice(0, 4)))].filter(
        year => !years.has(year),
      )
      if (missing.length === 0) continue
      yield {
        at: inside(contract.origin, 'budget'),
        about: [contract, ...contract.budgets],
        facts: { contract: contract.id, missing, budgets: contract.budgets.map(({ id }) => id) },
      }
    }
  },
  message: ({ contract, missing, budgets }) => ({
    id: `kontrak ${contract} melayani ${listed(missing).id}, tetapi ${listed(budgets).id} bukan anggaran tahun itu`,
    en: `contract ${contract} serves in ${listed(missing).en}, yet ${listed(budgets).en} is of another year`,
  }),
  hint: () => ({
    id: 'sebut satu pos anggaran untuk setiap tahun: budget: [pos-2026, pos-2027]',
    en: 'name a budget line for each year: budget: [line-2026, line-2027]',
  }),
})
