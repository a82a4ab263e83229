import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { ppnLaws } from '../../money/ppn.ts'

export const taxRuleOutOfForce = rule({
  code: 'KTR014',
  name: 'tax-rule-out-of-force',
  severity: 'warning',
  title: { id: 'Aturan PPN tidak berlaku pada masa kontrak', en: 'PPN rule not in force during the contract' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const {
        period,
        price: { ppnRule },
      } = contract.declared
      const { from, until } = ppnLaws[ppnRule]
      // A law that changes under way is no fault of the contract: each invoice takes the law of its date.
      if (ppnRule !== 'full-12-2025' && from <= period.from && (until === undefined || period.from <= until)) continue
      yield {
        at: inside(contract.origin, 'price', 'ppnRule'),
        about: [contract],
        facts: { contract: contract.id, ppnRule, from, until },
      }
    }
  },
  message: ({ contract, ppnRule, from, until }) => {
    if (ppnRule === 'full-12-2025') {
      return {
        id: `kontrak ${contract} memakai PPN 12 % penuh (${ppnRule}), yang hanya untuk barang mewah`,
        en: `contract ${contract} takes the full 12 % of PPN (${ppnRule}), which is for luxury goods only`,
      }
    }
    return {
      id:
        `kontrak ${contract} memakai ${ppnRule}, ` +
        `yang berlaku mulai ${day(from).id}${until === undefined ? '' : ` sampai ${day(until).id}`}`,
      en:
        `contract ${contract} takes ${ppnRule}, ` +
        `which is in force from ${day(from).en}${until === undefined ? '' : ` to ${day(until).en}`}`,
    }
  },
  hint: () => {
    const { source } = ppnLaws['dpp-11-12-2025']
    return {
      id: `sejak 2025 layanan internet dikenai 12 % × 11/12: dpp-11-12-2025 (${source})`,
      en: `from 2025 internet service takes 12 % × 11/12: dpp-11-12-2025 (${source})`,
    }
  },
})
