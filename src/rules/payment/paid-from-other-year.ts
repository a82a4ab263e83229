import type { Contract, Network } from '../../model/network.ts'
import { budgetOf } from '../../money/postings.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { budgetsAstray, missingYears } from '../contract/budget-years.ts'

export const paidFromOtherYear = rule({
  code: 'BYR008',
  name: 'paid-from-other-year',
  severity: 'error',
  title: { id: 'Dibayar dari anggaran tahun lain', en: "Paid from another year's budget" },
  *check({ network }) {
    for (const payment of network.payments.values()) {
      const { declared, contract, origin } = payment
      const paid = declared.sp2d?.date
      const budget = payment.budget ?? budgetOf(contract, declared.covers.to.slice(0, 7))
      if (paid === undefined || paid.startsWith(String(budget.declared.year))) continue
      // A line that is of another year than its contracts has a finding of its own.
      if (payment.budget === undefined && isAstray(network, contract, budget.id)) continue
      // An SP2D before its SPM has a wrong date, and that has been said.
      if (declared.spm !== undefined && paid < declared.spm.date) continue
      yield {
        at: declared.budget === undefined ? inside(origin, 'sp2d', 'date') : inside(origin, 'budget'),
        about: [payment, budget, contract],
        facts: { payment: payment.id, budget: budget.id, year: budget.declared.year, paid },
      }
    }
  },
  message: ({ payment, budget, year, paid }) => ({
    id: `${payment} dicairkan ${day(paid).id}, padahal baris ${budget} adalah anggaran ${year}`,
    en: `${payment} was paid out on ${day(paid).en}, yet budget line ${budget} is of ${year}`,
  }),
  hint: () => ({
    id: 'tagihan tahun lalu yang dibayar tahun ini memakai baris anggaran tahun ini (utang): sebut di budget',
    en: 'an invoice of last year that is paid this year comes from a line of this year (a debt): name it under budget',
  }),
})

function isAstray(network: Network, contract: Contract, budget: string): boolean {
  return budgetsAstray(network).has(budget) || missingYears(network, contract).length > 0
}
