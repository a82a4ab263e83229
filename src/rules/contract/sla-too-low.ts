import type { Contract, Network } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { percent } from '../../words/figures.ts'
import { boughtUnder, contractIdPlace } from './boughts.ts'

export const slaTooLow = rule({
  code: 'KTR006',
  name: 'sla-too-low',
  severity: 'warning',
  title: { id: 'SLA tidak ada atau di bawah kebijakan', en: 'SLA missing or below the policy' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const asked = strictest(network, contract)
      const promised = contract.declared.sla?.availabilityPercent
      if (asked === undefined || (promised !== undefined && promised >= asked.percent)) continue
      const at =
        promised === undefined ? contractIdPlace(contract) : inside(contract.origin, 'sla', 'availabilityPercent')
      yield { at, about: [contract, contract.provider], facts: { contract: contract.id, promised, ...asked } }
    }
  },
  message: ({ contract, promised, percent: least, class: siteClass, bought }) => {
    const offer =
      promised === undefined
        ? { id: 'tidak menjanjikan SLA', en: 'promises no SLA' }
        : { id: `hanya menjanjikan ${percent(promised).id}`, en: `promises only ${percent(promised).en}` }
    return {
      id: `kontrak ${contract} ${offer.id}; kelas ${siteClass} menuntut ${percent(least).id} (${bought})`,
      en: `contract ${contract} ${offer.en}; class ${siteClass} asks for ${percent(least).en} (${bought})`,
    }
  },
  hint: () => ({
    id: 'rundingkan SLA pada perpanjangan, atau ubah sla_percent di network.yaml',
    en: 'negotiate the SLA at renewal, or change sla_percent in network.yaml',
  }),
})

interface Asked {
  readonly percent: number
  readonly class: string
  /** Circuit or uplink that asks for it. */
  readonly bought: string
}

function strictest(network: Network, contract: Contract): Asked | undefined {
  const asked = boughtUnder(network, contract).map(bought => {
    const siteClass = bought.kind === 'uplink' ? 'hub' : bought.site.declared.class
    return { percent: network.declared.slaPercent[siteClass], class: siteClass, bought: bought.id }
  })
  return asked.toSorted((a, b) => b.percent - a.percent)[0]
}
