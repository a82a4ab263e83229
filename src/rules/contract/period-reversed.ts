import type { Declared } from './periods.ts'
import { isReversed } from '../../model/days.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { thingName } from '../../words/things.ts'
import { periods } from './periods.ts'

export const periodReversed = rule({
  code: 'KTR001',
  name: 'period-reversed',
  severity: 'error',
  title: { id: 'Masa yang berakhir sebelum mulai', en: 'Period that ends before it begins' },
  *check({ network }) {
    for (const { thing, period, at } of periods(network)) {
      if (isReversed(period))
        yield { at: inside(at, 'to'), about: [thing], facts: { thing, period } satisfies Declared }
    }
  },
  message: ({ thing, period }) => ({
    id: `masa ${thingName(thing).id} berakhir ${day(period.to).id}, sebelum mulai ${day(period.from).id}`,
    en: `the period of ${thingName(thing).en} ends on ${day(period.to).en}, before it begins on ${day(period.from).en}`,
  }),
  hint: () => ({ id: 'kedua hari ikut dihitung; periksa tahunnya', en: 'both days count; check the year' }),
})
