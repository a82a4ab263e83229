import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { isReversed } from '../../model/days.ts'
import type { Bought } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { thingName } from '../../words/things.ts'
import { boughtOf } from './bought.ts'

export const changeAstray = rule({
  code: 'CKT012',
  name: 'change-astray',
  severity: 'error',
  title: { id: 'Perubahan sirkuit yang tidak pernah berlaku', en: 'Change of a circuit that never holds' },
  *check({ network }) {
    for (const bought of boughtOf(network)) {
      if (isReversed(bought.declared.period)) continue
      for (const { at, words } of faultsOf(bought)) yield { at, about: [bought], facts: { bought, words } }
    }
  },
  message: ({ bought, words }) => ({
    id: `perubahan ${thingName(bought).id} ${words.id}`,
    en: `a change of ${thingName(bought).en} ${words.en}`,
  }),
  hint: () => ({
    id: 'from adalah hari pertama berlakunya, di dalam period; satu hari satu perubahan, dengan nilai yang berubah saja',
    en: 'from is the first day on which it holds, inside the period; one change a day, with what changes',
  }),
})

interface Fault {
  readonly at: Place
  readonly words: Bilingual
}

function faultsOf({ declared, origin }: Bought): Fault[] {
  const { period } = declared
  const changes: readonly { readonly from: string }[] = declared.changes
  const days = changes.map(({ from }) => from)
  return changes.flatMap((change, i): Fault[] => {
    const { from } = change
    const at = inside(origin, 'changes', i, 'from')
    const shown = day(from)
    if (from <= period.from || from > period.to)
      return [
        {
          at,
          words: {
            id: `mulai ${shown.id}, di luar masanya ${day(period.from).id} sampai ${day(period.to).id}`,
            en: `begins on ${shown.en}, outside its period from ${day(period.from).en} to ${day(period.to).en}`,
          },
        },
      ]
    if (days.indexOf(from) !== i)
      return [{ at, words: { id: `tertulis dua kali untuk ${shown.id}`, en: `is written twice for ${shown.en}` } }]
    return Object.values(change).filter(value => value !== undefined).length > 1
      ? []
      : [{ at, words: { id: `mulai ${shown.id} tidak mengubah apa pun`, en: `from ${shown.en} changes nothing` } }]
  })
}
