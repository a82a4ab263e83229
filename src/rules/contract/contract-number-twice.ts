import { inside } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'

export const contractNumberTwice = rule({
  code: 'KTR011',
  name: 'contract-number-twice',
  severity: 'error',
  title: { id: 'Nomor kontrak dipakai dua kali', en: 'Contract number used twice' },
  *check({ network }) {
    const byNumber = grouped(
      network.contracts.values(),
      ({ declared }) => `${declared.period.from.slice(0, 4)} ${declared.number}`,
    )
    for (const { first, later } of clashes(byNumber.values())) {
      yield {
        at: inside(later.origin, 'number'),
        about: [later, first],
        facts: { first: first.id, later: later.id, number: later.declared.number },
        related: [
          {
            at: inside(first.origin, 'number'),
            message: { id: `juga kontrak ${first.id}`, en: `also contract ${first.id}` },
          },
        ],
      }
    }
  },
  message: ({ first, later, number }) => ({
    id: `nomor ${number} tertulis pada kontrak ${later} dan ${first}, keduanya mulai pada tahun yang sama`,
    en: `number ${number} stands on contracts ${later} and ${first}, which begin in the same year`,
  }),
  hint: () => ({
    id: 'baca nomornya pada halaman pertama kedua kontrak',
    en: 'read the number on the first page of both contracts',
  }),
})
