import { inside } from '../../source/source.ts'
import { gaps, isReversed, lengthOf } from '../days.ts'
import { rule } from '../define.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { boughtOf, idPlace } from './bought.ts'

export const circuitWithoutContract = rule({
  code: 'CKT001',
  name: 'circuit-without-contract',
  severity: 'error',
  title: { id: 'Sirkuit menyala tanpa kontrak', en: 'Circuit in service without a contract' },
  *check({ network }) {
    for (const bought of boughtOf(network)) {
      const { period, status, contract } = bought.declared
      const ids = [contract ?? []].flat()
      const covered = bought.contracts.map(({ declared }) => declared.period)
      // The days of a contract that could not be loaded, or whose period is reversed, are not known; that has been reported.
      if (status !== 'active' || ids.length > covered.length || [period, ...covered].some(isReversed)) continue
      const uncovered = gaps(period, covered)
      const [first] = uncovered
      if (first === undefined) continue
      const days = uncovered.reduce((sum, gap) => sum + lengthOf(gap), 0)
      const at =
        ids.length === 0 ? idPlace(bought) : inside(bought.origin, 'period', first.from === period.from ? 'from' : 'to')
      yield {
        at,
        about: [bought, ...bought.contracts],
        facts: { bought, first: first.from, days, signed: ids.length > 0 },
        related: bought.contracts.map(({ id, origin }) => ({
          at: inside(origin, 'period'),
          message: { id: `masa kontrak ${id}`, en: `period of contract ${id}` },
        })),
      }
    }
  },
  message: ({ bought, first, days, signed }) => {
    const name = thingName(bought)
    const span = counted(days, times.day)
    return {
      id: signed
        ? `${name.id} tidak tercakup kontrak selama ${span.id}, mulai ${day(first).id}`
        : `${name.id} tidak punya kontrak: ${span.id} mulai ${day(first).id}`,
      en: signed
        ? `${name.en} is covered by no contract on ${span.en}, from ${day(first).en}`
        : `${name.en} has no contract: ${span.en} from ${day(first).en}`,
    }
  },
  hint: () => ({
    id: 'tambahkan kontrak lanjutannya ke daftar contract, atau akhiri period sirkuit pada hari terakhir kontrak',
    en: 'add the contract that follows to the list under contract, or end the period on the last day of the contract',
  }),
})
