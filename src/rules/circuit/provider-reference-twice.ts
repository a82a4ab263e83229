import { grouped, overlapping } from '../grouping.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'
import { boughtOf, termsOf } from './bought.ts'

export const providerReferenceTwice = rule({
  code: 'CKT003',
  name: 'provider-reference-twice',
  severity: 'error',
  title: { id: 'Nomor sirkuit penyedia dipakai dua kali', en: "Provider's circuit number used twice" },
  *check({ network }) {
    const uses = boughtOf(network).flatMap(termsOf)
    const found = overlapping(
      grouped(uses, ({ term: { declared } }) => `${declared.provider} ${declared.providerRef}`).values(),
      ({ bought, term }) => ({ owner: `${bought.kind} ${bought.id}`, period: term.period }),
    )
    for (const { first, later } of found) {
      yield {
        at: later.term.at('providerRef'),
        about: [later.bought, first.bought],
        facts: {
          first: first.bought,
          later: later.bought,
          reference: later.term.declared.providerRef,
          provider: later.term.declared.provider,
        },
        related: [
          {
            at: first.term.at('providerRef'),
            message: { id: `juga ${thingName(first.bought).id}`, en: `also ${thingName(first.bought).en}` },
          },
        ],
      }
    }
  },
  message: ({ first, later, reference, provider }) => ({
    id: `nomor ${reference} dari ${provider} tertulis pada ${thingName(later).id} dan ${thingName(first).id}`,
    en: `number ${reference} of ${provider} stands on ${thingName(later).en} and on ${thingName(first).en}`,
  }),
  hint: () => ({
    id: 'cocokkan dengan surat pesanan: satu layanan punya satu nomor, dan satu nomor ditagih satu kali',
    en: 'compare it with the order: one service has one number, and one number is billed once',
  }),
})
