import { planPlant } from '../../plan/plant/plan-plant.ts'
import { partsOfStep } from '../../model/strands.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { structureName } from '../../words/things.ts'

export const spliceNotRecorded = rule({
  code: 'PLT108',
  name: 'splice-not-recorded',
  severity: 'warning',
  title: { id: 'Sambungan pada jalur rute tidak tercatat', en: "Splice on a route's path is not recorded" },
  *check({ network }) {
    if (mayHide(network, 'splice')) return
    for (const { route, strands, broken } of planPlant(network).routes.values()) {
      if (broken !== undefined || route.declared.status === 'retired') continue
      for (const met of new Map(
        strands
          .flatMap(({ splices }) => splices)
          .filter(({ kind, splice }) => kind === 'splice' && splice === undefined)
          .map(each => [each.at.id, each]),
      ).values()) {
        const step = (route.declared.path ?? []).indexOf(met.at.id)
        const cable = network.cables.get(partsOfStep(met.strands[0] ?? '').name)
        yield {
          // In a repair's closure no path stops.
          at: step < 0 && cable !== undefined ? inside(cable.origin, 'repairs') : inside(route.origin, 'path', step),
          facts: { route: route.id, closure: met.at, strands: met.strands },
          about: [route, met.at],
        }
      }
    }
  },
  message: ({ route, closure, strands: [a = '', b = ''] }) => ({
    id: `rute ${route} beralih dari ${a} ke ${b} di ${structureName(closure).id}, tetapi sambungan itu tidak tercatat`,
    en: `route ${route} goes over from ${a} to ${b} in ${structureName(closure).en}, yet no such splice is recorded`,
  }),
  hint: ({ closure, strands: [a = '', b = ''] }) => ({
    id: `tambahkan ke splices: { closure: ${closure.id}, a: ${a}, b: ${b} }, dengan loss_db hasil ukur`,
    en: `add it to splices: { closure: ${closure.id}, a: ${a}, b: ${b} }, with the loss_db that was measured`,
  }),
})
