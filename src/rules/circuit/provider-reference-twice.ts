import { inside } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'
import { boughtOf } from './bought.ts'

export const providerReferenceTwice = rule({
  code: 'CKT003',
  name: 'provider-reference-twice',
  severity: 'error',
  title: { id: 'Nomor sirkuit penyedia dipakai dua kali', en: "Provider's circuit number used twice" },
  *check({ network }) {
    const live = boughtOf(network).filter(({ declared }) => declared.status !== 'retired')
    for (const { first, later } of clashes(
      grouped(live, ({ declared }) => `${declared.provider} ${declared.providerRef}`).values(),
    )) {
      yield {
        at: inside(later.origin, 'providerRef'),
        about: [later, first],
        facts: { first, later, reference: later.declared.providerRef, provider: later.declared.provider },
        related: [
          {
            at: inside(first.origin, 'providerRef'),
            message: { id: `juga ${thingName(first).id}`, en: `also ${thingName(first).en}` },
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
