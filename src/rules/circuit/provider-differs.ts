import type { Bought, Network, Provider } from '../../model/network.ts'
import { inside, placeKey, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'
import { distinctBy, grouped } from '../grouping.ts'
import { boughtOf, contractPlace, termsOf } from './bought.ts'

export const providerDiffers = rule({
  code: 'CKT007',
  name: 'provider-differs',
  severity: 'error',
  title: {
    id: 'Penyedia sirkuit berbeda dari kontrak atau hand-off-nya',
    en: 'Provider differs from that of the contract or hand-off',
  },
  *check({ network }) {
    for (const { bought, provider, at, other, otherAt } of differing(network)) {
      yield {
        at,
        about: [bought, other],
        facts: { bought, provider: provider.id, other, otherProvider: other.provider.id },
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
  readonly provider: Provider
  readonly at: Place
  readonly other: { readonly kind: string; readonly id: string; readonly provider: { readonly id: string } }
  readonly otherAt: Place
  /** Where its provider stands. */
  readonly from: Place
}

/** What differs; where all that a term names is of one other provider, its own provider is what was typed, and that is one finding. */
function differing(network: Network): Reference[] {
  const byTerm = grouped(
    references(network),
    ({ bought, provider, from }) => `${bought.kind} ${bought.id} ${provider.id} ${placeKey(from)}`,
  )
  return [...byTerm.values()].flatMap(all => {
    const wrong = all.filter(({ provider, other }) => other.provider.id !== provider.id)
    const [first] = wrong
    const isOneOther = new Set(wrong.map(({ other }) => other.provider.id)).size === 1 && wrong.length === all.length
    return first !== undefined && wrong.length > 1 && isOneOther ? [{ ...first, at: first.from }] : wrong
  })
}

/** Every contract and hand-off that a term of something bought names; a name that several terms share counts once. */
function references(network: Network): Iterable<Reference> {
  const all = boughtOf(network)
    .flatMap(termsOf)
    .flatMap(({ bought, term }): Reference[] => [
      ...term.contracts.map(other => ({
        bought,
        provider: term.provider,
        at: contractPlace(term, other),
        other,
        otherAt: inside(other.origin, 'contract'),
        from: term.at('provider'),
      })),
      ...(term.handoff === undefined
        ? []
        : [
            {
              bought,
              provider: term.provider,
              at: term.at('hub', 'handoff'),
              other: term.handoff,
              otherAt: inside(term.handoff.origin, 'provider'),
              from: term.at('provider'),
            },
          ]),
    ])
  return distinctBy(all, ({ at, provider }) => `${placeKey(at)} ${provider.id}`)
}
