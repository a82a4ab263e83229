import type { Contract, Network } from '../../model/network.ts'
import { ppnOf, ppnRules } from '../../money/ppn.ts'
import { priceNow, stagesOf } from '../../money/stages.ts'
import { taxFaults } from './tax-faults.ts'

/**
 * The price with PPN that a contract's value is judged by: as stated, or, where no law makes that of its price (KTR005
 * says so), what they come to. What follows from a mistyped figure is no finding of its own.
 */
export function believedRupiah(network: Network, contract: Contract): number {
  const stage = stagesOf(network, contract).findLast(({ price }) => price !== undefined)
  const fault =
    stage === undefined
      ? undefined
      : taxFaults(network, contract).find(({ stage: { addendum } }) => addendum === stage.addendum)
  const { exclPpnRupiah, inclPpnRupiah } = priceNow(contract)
  const isByAnotherLaw = ppnRules.some(rule => exclPpnRupiah + ppnOf(exclPpnRupiah, rule) === inclPpnRupiah)
  return fault === undefined || isByAnotherLaw ? inclPpnRupiah : fault.right
}
