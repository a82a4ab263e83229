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
      if ((network.index.boughtOfContract.get(contract.id) ?? []).length > 0) continue
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
