import { inside } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'

export const rupTwice = rule({
  code: 'KTR020',
  name: 'rup-twice',
  severity: 'error',
  title: { id: 'Kode RUP dipakai dua kontrak', en: 'RUP number used by two contracts' },
  *check({ network }) {
    for (const { first, later } of clashes(
      grouped(network.contracts.values(), ({ declared }) => declared.rupId).values(),
    )) {
      yield {
        at: inside(later.origin, 'rupId'),
        about: [later, first],
        facts: { first: first.id, later: later.id, rup: later.declared.rupId ?? '' },
        related: [
          { at: inside(first.origin, 'rupId'), message: { id: `kontrak ${first.id}`, en: `contract ${first.id}` } },
        ],
      }
    }
  },
  message: ({ first, later, rup }) => ({
    id: `kode RUP ${rup} tertulis pada kontrak ${later} dan ${first}`,
    en: `RUP number ${rup} stands on contracts ${later} and ${first}`,
  }),
  hint: () => ({
    id: 'satu paket SiRUP, satu kontrak: baca kodenya di SiRUP',
    en: 'one package in SiRUP, one contract: read its number there',
  }),
})
