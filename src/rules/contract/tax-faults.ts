import type { Contract, Network } from '../../model/network.ts'
import { contractValueOf, invoicesFrom, ppnByLaw } from '../../money/invoices.ts'
import { ppnOf } from '../../money/ppn.ts'
import { stagesOf, type Stage } from '../../money/stages.ts'
import { remembered } from '../../source/remembered.ts'
import { comesToItsPrice } from './agreement.ts'
import { isWhole } from './boughts.ts'

/** A stage whose price with PPN is not its price and PPN. */
interface TaxFault {
  readonly stage: Stage
  readonly price: number
  readonly stated: number
  readonly right: number
}

export function taxFaults(network: Network, contract: Contract): readonly TaxFault[] {
  return allTaxFaults(network).get(contract.id) ?? []
}

const allTaxFaults = remembered(
  (network: Network): ReadonlyMap<string, readonly TaxFault[]> =>
    new Map([...network.contracts.values()].map(contract => [contract.id, faultsOf(network, contract)])),
)

function faultsOf(network: Network, contract: Contract): TaxFault[] {
  return stagesOf(network, contract).flatMap((stage): TaxFault[] => {
    if (stage.price === undefined) return []
    const { exclPpnRupiah: price, inclPpnRupiah: stated } = stage.price
    const [right, ...others] = ppnsOf(network, contract, stage, price).map(ppn => price + ppn)
    if (right === undefined || stated === right || others.includes(stated)) return []
    return isOfTheFees(network, contract, stage) ? [] : [{ stage, price, stated, right }]
  })
}

/** With PPN it is what the fees come to: then the price without it was mistyped, and that is said (KTR009). */
function isOfTheFees(network: Network, contract: Contract, stage: Stage): boolean {
  if (!isWhole(network) || comesToItsPrice(contract, stage)) return false
  const { exclPpnRupiah: sum } = contractValueOf(contract, stage.lines)
  return ppnsOf(network, contract, stage, sum).some(ppn => sum + ppn === stage.price?.inclPpnRupiah)
}

/**
 * PPN that a price may state: of the whole, each law on what is invoiced under it; or the sum of the invoices, where
 * they come to the price.
 */
function ppnsOf(network: Network, contract: Contract, { lines }: Stage, price: number): number[] {
  const named = contract.declared.price.ppnRule
  const invoices = network.missing.size > 0 ? [] : invoicesFrom(contract, lines)
  const under = new Set(invoices.map(({ ppnRule }) => ppnRule))
  const whole = ppnOf(price, named)
  // A rule that was in force at no time of the contract has a finding of its own; its arithmetic is judged as it
  // stands.
  if (under.size === 0 || !under.has(named)) return [whole]
  const sum = invoices.reduce((total, { exclPpnRupiah }) => total + exclPpnRupiah, 0)
  const byInvoice = invoices.reduce((total, { ppnRupiah }) => total + ppnRupiah, 0)
  return [under.size === 1 ? whole : ppnByLaw(price, invoices), ...(sum === price ? [byInvoice] : [])]
}
