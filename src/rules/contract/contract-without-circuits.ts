import { isReversed } from '../../model/days.ts'
import type { Contract, Network } from '../../model/network.ts'
import { boughtOf } from '../circuit/bought.ts'
import { contractsNamedBy } from '../circuit/coverage.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { contractIdPlace, isWhole } from './boughts.ts'

export const contractWithoutCircuits = rule({
  code: 'KTR010',
  name: 'contract-without-circuits',
  severity: 'warning',
  title: { id: 'Kontrak tanpa sirkuit', en: 'Contract without circuits' },
  *check({ network }) {
    if (!isWhole(network)) return
    for (const contract of network.contracts.values()) {
      if ((network.index.boughtOfContract.get(contract.id) ?? []).length > 0 || isNamedInReversed(network, contract))
        continue
      yield {
        at: contractIdPlace(contract),
        about: [contract],
        facts: { contract: contract.id, price: contract.declared.price.inclPpnRupiah },
      }
    }
  },
  message: ({ contract, price }) => ({
    id: `tidak ada sirkuit atau uplink yang menyebut kontrak ${contract} senilai ${rupiah(price).id}`,
    en: `no circuit and no uplink names contract ${contract} of ${rupiah(price).en}`,
  }),
  hint: () => ({
    id: 'sebut kontrak ini di contract pada sirkuitnya, atau hapus',
    en: 'name it under contract in its circuits, or remove it',
  }),
})

/**
 * Whether something whose days are reversed names it: KTR001 says so, and which contracts it has follows from its days.
 */
function isNamedInReversed(network: Network, { id }: Contract): boolean {
  return boughtOf(network).some(bought => isReversed(bought.declared.period) && contractsNamedBy(bought).includes(id))
}
