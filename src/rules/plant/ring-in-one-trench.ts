import type { FibreRoute } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { spansOfHop } from '../../plan/plant/shared-risk.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { grouped } from '../grouping.ts'

export const ringInOneTrench = rule({
  code: 'PLT121',
  name: 'ring-in-one-trench',
  severity: 'warning',
  title: { id: 'Dua rute satu ring di satu galian', en: 'Two routes of one ring in the same trench' },
  *check({ network }) {
    if (![...network.spans.values()].some(({ declared }) => declared.trench !== undefined)) return
    const active = [...planPlant(network).routes.values()].filter(({ route }) => route.active)
    for (const [ring, members] of grouped(active, ({ route }) => route.declared.ring)) {
      const first = new Map<string, FibreRoute>()
      for (const { route, hops } of members) {
        const spans = hops.flatMap(spansOfHop).map(({ plan }) => plan.span)
        for (const trench of new Set(spans.flatMap(({ declared }) => declared.trench ?? []))) {
          const other = first.get(trench)
          if (other === undefined) first.set(trench, route)
          else
            yield {
              at: inside(route.origin, 'ring'),
              facts: { ring, route: route.id, other: other.id, trench },
              about: [route, other],
              related: [
                { at: inside(other.origin, 'ring'), message: { id: `rute ${other.id}`, en: `route ${other.id}` } },
              ],
            }
        }
      }
    }
  },
  message: ({ ring, route, other, trench }) => ({
    id: `ring ${ring} tidak melindungi: rute ${route} dan ${other} sama-sama di galian ${trench}`,
    en: `ring ${ring} does not protect: routes ${route} and ${other} both lie in trench ${trench}`,
  }),
  hint: () => ({
    id: 'lewatkan salah satunya di galian atau tiang lain; satu ekskavator memutus keduanya',
    en: 'take one of them through another trench or over poles; one excavator cuts both',
  }),
})
