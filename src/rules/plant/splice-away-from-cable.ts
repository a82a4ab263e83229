import { planPlant } from '../../plan/plant/plan-plant.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { structureName } from '../../words/things.ts'
import { oncePerLine, spliceEnds } from './splice-ends.ts'

export const spliceAwayFromCable = rule({
  code: 'PLT102',
  name: 'splice-away-from-cable',
  severity: 'error',
  title: {
    id: 'Sambungan di closure yang tidak dilewati kabelnya',
    en: 'Splice in a closure that the cable does not pass',
  },
  *check({ network }) {
    const { cables } = planPlant(network)
    const away = spliceEnds(network).filter(({ splice, cable }) => {
      const plan = cables.get(cable.id)
      return plan !== undefined && plan.broken?.kind !== 'spans-apart' && !plan.stationsAt.has(placeOf(splice.closure))
    })
    for (const { splice, side, cable } of (['a', 'b'] as const).flatMap(end =>
      oncePerLine(away.filter(({ side }) => side === end)),
    ))
      yield {
        at: inside(splice.origin, side),
        facts: { closure: splice.closure, cable: cable.id },
        about: [splice.closure, cable],
        related: [{ at: cable.origin, message: { id: `kabel ${cable.id}`, en: `cable ${cable.id}` } }],
      }
  },
  message: ({ closure, cable }) => ({
    id: `core kabel ${cable} tersambung di ${structureName(closure).id}, padahal kabel itu tidak melewatinya`,
    en: `a core of cable ${cable} is spliced in ${structureName(closure).en}, yet that cable does not pass it`,
  }),
  hint: () => ({
    id: 'perbaiki nama closure atau kabelnya, atau tambahkan bentang yang menuju closure itu',
    en: 'correct the name of the closure or the cable, or add the span that leads to the closure',
  }),
})
