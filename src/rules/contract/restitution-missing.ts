import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { percent } from '../../words/figures.ts'

export const restitutionMissing = rule({
  code: 'KTR007',
  name: 'restitution-missing',
  severity: 'warning',
  title: { id: 'SLA tanpa rumus restitusi', en: 'SLA without a restitution formula' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const { sla } = contract.declared
      if (sla === undefined || sla.restitution !== undefined) continue
      yield {
        at: inside(contract.origin, 'sla', 'availabilityPercent'),
        about: [contract, contract.provider],
        facts: { contract: contract.id, promised: sla.availabilityPercent },
      }
    }
  },
  message: ({ contract, promised }) => ({
    id: `kontrak ${contract} menjanjikan ${percent(promised).id} tetapi tidak menyebut rumus restitusi: tidak ada uang yang kembali`,
    en: `contract ${contract} promises ${percent(promised).en} yet names no restitution formula: no money comes back`,
  }),
  hint: () => ({
    id: 'tulis sla.restitution: excess-fraction, beibi, atau prorata, sesuai pasal kontrak',
    en: 'write sla.restitution: excess-fraction, beibi or prorata, as the contract says',
  }),
})
