import { inside } from '../../source/source.ts'
import { covers, isReversed } from '../../model/days.ts'
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
      const { period } = bought.declared
      // What has not begun is prepared, and what another has followed is history: neither is in service.
      if (!bought.active || isReversed(period) || covers(period, asOf)) continue
      yield {
        at: inside(bought.origin, 'period', 'to'),
        about: [bought, ...bought.contracts],
        facts: { bought, asOf, to: period.to },
        related: bought.contracts.map(({ id, origin }) => ({
          at: inside(origin, 'period', 'to'),
          message: { id: `kontrak ${id}`, en: `contract ${id}` },
        })),
      }
    }
  },
  message: ({ bought, asOf, to }) => ({
    id: `${thingName(bought).id} tertulis aktif pada ${day(asOf).id}, padahal masanya berakhir ${day(to).id}`,
    en: `${thingName(bought).en} is active on ${day(asOf).en}, yet its period ended on ${day(to).en}`,
  }),
  hint: () => ({
    id: 'perpanjang kontrak dan period-nya, tulis sirkuit penggantinya, atau tulis status: retired',
    en: 'extend its contract and period, write the circuit that follows it, or write status: retired',
  }),
})
