import { measured, worseSince } from '../../analysis/measure/worse.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const closureGotWorse = rule({
  code: 'UKR001',
  name: 'closure-got-worse',
  severity: 'warning',
  title: { id: 'Sambungan memburuk', en: 'A joint has got worse' },
  *check({ network }) {
    for (const each of measured(network).values())
      for (const { joint, event, nowDb, beforeDb } of worseSince(network, each))
        yield {
          at: inside(each.trace.origin, 'events', event, 'lossDb'),
          about: [each.trace, joint.at],
          facts: {
            closure: joint.at.id,
            trace: each.trace.id,
            core: each.trace.declared.core,
            before: each.before?.declared.date ?? '',
            nowDb,
            beforeDb,
          },
        }
  },
  message: ({ closure, core, before, nowDb, beforeDb, trace }) => ({
    id: `${closure} memburuk di core ${core}: ${db(beforeDb)} dB pada ${before}, ${db(nowDb)} dB di ${trace}`,
    en: `${closure} got worse on core ${core}: ${db(beforeDb)} dB on ${before}, ${db(nowDb)} dB in ${trace}`,
  }),
  hint: ({ closure }) => ({
    id: `buka ${closure}: periksa tekukan dan air, sambung ulang bila perlu, lalu ukur sekali lagi`,
    en: `open ${closure}: look for bends and water, splice anew where needed, and shoot once more`,
  }),
})

function db(value: number): string {
  return value.toFixed(2)
}
