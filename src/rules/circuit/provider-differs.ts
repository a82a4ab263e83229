import type { Bought, Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'
import { boughtOf, contractPlace } from './bought.ts'

export const providerDiffers = rule({
  code: 'CKT007',
  name: 'provider-differs',
  severity: 'error',
  title: {
    id: 'Penyedia sirkuit berbeda dari kontrak atau hand-off-nya',
    en: 'Provider differs from that of the contract or hand-off',
  },
  *check({ network }) {
    for (const { bought, at, other, otherAt } of references(network)) {
      if (other.provider.id === bought.provider.id) continue
      yield {
        at,
        about: [bought, other],
        facts: { bought, provider: bought.provider.id, other, otherProvider: other.provider.id },
        related: [
          { at: otherAt, message: { id: `milik ${other.provider.id}`, en: `belongs to ${other.provider.id}` } },
        ],
      }
    }
  },
  message: ({ bought, provider, other, otherProvider }) => ({
    id: `${thingName(bought).id} dari ${provider}, tetapi ${thingName(other).id} milik ${otherProvider}`,
    en: `${thingName(bought).en} comes from ${provider}, yet ${thingName(other).en} belongs to ${otherProvider}`,
  }),
  hint: () => ({
    id: 'perbaiki provider, atau sebut kontrak dan hand-off penyedia itu',
    en: 'correct the provider, or name a contract and hand-off of that provider',
  }),
})

interface Reference {
  readonly bought: Bought
  readonly at: Place
  readonly other: { readonly kind: string; readonly id: string; readonly provider: { readonly id: string } }
  readonly otherAt: Place
}

function references(network: Network): Reference[] {
  const toContracts = boughtOf(network).flatMap(bought =>
    bought.contracts.map((other, i) => ({
      bought,
      at: contractPlace(bought, i),
      other,
      otherAt: inside(other.origin, 'contract'),
    })),
  )
  const toHandoffs = [...network.circuits.values()].flatMap(bought =>
    bought.handoff === undefined
      ? []
      : [
          {
            bought,
            at: inside(bought.origin, 'hub', 'handoff'),
            other: bought.handoff,
            otherAt: inside(bought.handoff.origin, 'provider'),
          },
        ],
  )
  return [...toContracts, ...toHandoffs]
}
