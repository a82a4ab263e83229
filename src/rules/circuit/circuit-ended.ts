import { inside } from '../../source/source.ts'
import { covers, isReversed } from '../days.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { thingName } from '../../words/things.ts'
import { boughtOf } from './bought.ts'

export const circuitEnded = rule({
  code: 'CKT009',
  name: 'circuit-ended',
  severity: 'error',
  title: { id: 'Sirkuit aktif di luar masanya', en: 'Active circuit outside its period' },
  *check({ network, plan: { asOf } }) {
    for (const bought of boughtOf(network)) {
      const { period, status } = bought.declared
      if (status !== 'active' || isReversed(period) || covers(period, asOf)) continue
      const ended = period.to < asOf
      yield {
        at: inside(bought.origin, 'period', ended ? 'to' : 'from'),
        about: [bought, ...bought.contracts],
        facts: { bought, asOf, ended, edge: ended ? period.to : period.from },
        related: bought.contracts.map(({ id, origin }) => ({
          at: inside(origin, 'period', ended ? 'to' : 'from'),
          message: { id: `kontrak ${id}`, en: `contract ${id}` },
        })),
      }
    }
  },
  message: ({ bought, asOf, ended, edge }) => ({
    id: `${thingName(bought).id} tertulis aktif pada ${day(asOf).id}, padahal masanya ${ended ? 'berakhir' : 'baru mulai'} ${day(edge).id}`,
    en: `${thingName(bought).en} is active on ${day(asOf).en}, yet its period ${ended ? 'ended' : 'only begins'} on ${day(edge).en}`,
  }),
  hint: ({ ended }) => ({
    id: ended
      ? 'perpanjang kontrak dan period-nya, atau tulis status: retired'
      : 'tulis status: planned sampai layanannya menyala',
    en: ended
      ? 'extend its contract and period, or write status: retired'
      : 'write status: planned until the service is in use',
  }),
})
