import { isReversed } from '../../model/days.ts'
import type { Contract, Network } from '../../model/network.ts'
import { invoicesOf } from '../../money/invoices.ts'
import { remembered } from '../../source/remembered.ts'

/** Years in which a contract serves and none of its budget lines is of. */
export function missingYears(network: Network, contract: Contract): string[] {
  // Without an approval the end of the period is what is wrong, and that is said.
  const { multiYearApproval, period } = contract.declared
  if (isReversed(period) || (multiYearApproval === undefined && period.from.slice(0, 4) !== period.to.slice(0, 4)))
    return []
  const years = new Set(contract.budgets.map(({ declared }) => String(declared.year)))
  return yearsServed(network, contract).filter(year => !years.has(year))
}

/**
 * Budget lines that several contracts name of which none serves in the line's year: it is the year of the line that was
 * typed wrong.
 */
export const budgetsAstray: (network: Network) => ReadonlySet<string> = remembered(
  network =>
    new Set(
      [...network.budgets.values()]
        .filter(({ id, declared }) => {
          const contracts = network.index.contractsOfBudget.get(id) ?? []
          const served = contracts.map(contract => yearsServed(network, contract))
          return (
            contracts.length > 1 && served.every(years => years.length > 0 && !years.includes(String(declared.year)))
          )
        })
        .map(({ id }) => id),
    ),
)

export function yearsServed(network: Network, contract: Contract): string[] {
  return [...new Set(invoicesOf(network, contract).map(({ month }) => month.slice(0, 4)))]
}
