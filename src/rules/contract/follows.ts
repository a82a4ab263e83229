import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Contract, Network } from '../../model/network.ts'
import { contractValueOf } from '../../money/invoices.ts'
import { stagesOf } from '../../money/stages.ts'
import { rupiah } from '../../words/figures.ts'
import { annexDifferences } from './annex.ts'

/**
 * What of these contracts changes as well where it is the circuits that are right: annex, price and PPN, so that nobody
 * is told one after the other.
 */
export function followsOf(network: Network, contracts: readonly Contract[]): Bilingual | undefined {
  const words = contracts.flatMap(contract => followingIn(network, contract))
  if (words.length === 0) return undefined
  return { id: words.map(({ id }) => id).join('; '), en: words.map(({ en }) => en).join('; ') }
}

function followingIn(network: Network, contract: Contract): Bilingual[] {
  return stagesOf(network, contract).flatMap((stage): Bilingual[] => {
    const { price, lines, addendum } = stage
    const { exclPpnRupiah: sum, ppnAtOnceRupiah } = contractValueOf(contract, lines)
    const withPpn = sum + ppnAtOnceRupiah
    const figures = [
      ...annexDifferences(stage).map(({ words }) => words),
      ...(price === undefined || price.exclPpnRupiah === sum
        ? []
        : [
            {
              id: `harga ${rupiah(sum).id}, dengan PPN ${rupiah(withPpn).id}`,
              en: `price ${rupiah(sum).en}, with PPN ${rupiah(withPpn).en}`,
            },
          ]),
    ]
    if (figures.length === 0) return []
    const name = addendum === undefined ? contract.id : `${contract.id} (${addendum})`
    return [
      {
        id: `${name}: ${figures.map(({ id }) => id).join(', ')}`,
        en: `${name}: ${figures.map(({ en }) => en).join(', ')}`,
      },
    ]
  })
}
