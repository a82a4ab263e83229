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
  readonly term: Bought['terms'][number]
  readonly provider: Provider
  readonly at: Place
  readonly other: { readonly kind: string; readonly id: string; readonly provider: { readonly id: string } }
  readonly otherAt: Place
  /** Where its provider stands. */
  readonly from: Place
}

/**
 * What differs; where all that is named under one provider is of one other, that provider is what was typed, and that
 * is one finding.
 */
function differing(network: Network): Reference[] {
  const all = references(network)
  const byProvider = grouped(
    all,
    ({ bought, provider, from }) => `${bought.kind} ${bought.id} ${provider.id} ${placeKey(from)}`,
  )
  return [...byProvider.values()].flatMap(ofProvider => {
    const [first] = ofProvider
    if (first !== undefined && ofProvider.length > 1 && isOfOneOther(ofProvider)) return [{ ...first, at: first.from }]
    // A change that names another's contract and hand-off and forgets the provider is one too.
    return [...grouped(ofProvider, ({ term }) => term).values()].flatMap(ofTerm => {
      const wrong = ofTerm.filter(isWrong)
      return wrong.length > 1 && isOfOneOther(ofTerm) ? wrong.slice(0, 1) : wrong
    })
  })
}

function isWrong({ provider, other }: Reference): boolean {
  return other.provider.id !== provider.id
}

function isOfOneOther(all: readonly Reference[]): boolean {
  return all.every(isWrong) && new Set(all.map(({ other }) => other.provider.id)).size === 1
}

/** Every contract and hand-off that a term of something bought names; a name that several terms share counts once. */
function references(network: Network): Iterable<Reference> {
  const all = boughtOf(network)
    .flatMap(termsOf)
    .flatMap(({ bought, term }): Reference[] => [
      ...term.contracts.map(other => ({
        bought,
        term,
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
              term,
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
