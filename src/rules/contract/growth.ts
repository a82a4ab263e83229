import type { Contract, Network } from '../../model/network.ts'
import { contractValueOf } from '../../money/invoices.ts'
import { stagesOf } from '../../money/stages.ts'
import { comesToItsPrice } from './agreement.ts'

/** Most that addenda may add to a contract's price, as dated data. */
const growthLimits = [{ percent: 10, from: '2018-03-22', source: 'Perpres 16/2018 pasal 54(2)' }] as const

interface Growth {
  /** Of the addendum. */
  readonly i: number
  readonly number: string
  readonly added: number
  readonly limit: (typeof growthLimits)[number]
}

/**
 * The first addendum that adds more than the law lets it. A price that neither the fees nor its own PPN bear out was
 * mistyped, and added nothing (KTR009).
 */
export function growthOf(network: Network, contract: Contract): Growth | undefined {
  const { addenda, price } = contract.declared
  for (const [i, addendum] of addenda.entries()) {
    const limit = growthLimits.findLast(({ from }) => from <= addendum.signed)
    if (addendum.price === undefined || limit === undefined || isMistyped(network, contract, addendum.number)) continue
    const added = addendum.price.exclPpnRupiah - price.exclPpnRupiah
    if (BigInt(added) * 100n > BigInt(price.exclPpnRupiah) * BigInt(limit.percent))
      return { i, number: addendum.number, added, limit }
  }
  return undefined
}

function isMistyped(network: Network, contract: Contract, number: string): boolean {
  const stage = stagesOf(network, contract).find(({ addendum }) => addendum === number)
  if (stage?.price === undefined || comesToItsPrice(contract, stage)) return false
  const { exclPpnRupiah: sum, ppnAtOnceRupiah } = contractValueOf(contract, stage.lines)
  return sum + ppnAtOnceRupiah === stage.price.inclPpnRupiah
}
