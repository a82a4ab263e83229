import type { FibreRoute } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { listed } from '../../words/figures.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { spansOfHop } from '../../plan/plant/shared-risk.ts'

export const ringOnOneSpan = rule({
  code: 'PLT012',
  name: 'ring-on-one-span',
  severity: 'warning',
  title: { id: 'Dua rute satu ring di atas bentang yang sama', en: 'Two routes of one ring over the same span' },
  *check({ network }) {
    const rings = grouped(
      [...planPlant(network).routes.values()].filter(({ route }) => route.active),
      ({ route }) => route.declared.ring,
    )
    for (const [ring, members] of rings) {
      for (const { route, other, spans } of sharing(members)) {
        yield {
          at: inside(route.origin, 'ring'),
          about: [route, other],
          facts: { ring, route: route.id, other: other.id, spans },
          related: [{ at: inside(other.origin, 'ring'), message: { id: `rute ${other.id}`, en: `route ${other.id}` } }],
        }
      }
    }
  },
  message: ({ ring, route, other, spans }) => ({
    id: `ring ${ring} tidak melindungi: rute ${route} dan ${other} sama-sama lewat bentang ${listed(spans).id}`,
    en: `ring ${ring} does not protect: routes ${route} and ${other} both run over span ${listed(spans).en}`,
  }),
  hint: () => ({
    id: 'lewatkan salah satunya di jalur lain; satu tiang roboh memutus keduanya',
    en: 'take one of them another way; one fallen pole cuts both',
  }),
})

interface Sharing {
  readonly route: FibreRoute
  readonly other: FibreRoute
  readonly spans: readonly string[]
}

/** Each route beside the first one that it shares spans with. */
function sharing(members: readonly RoutePlan[]): Sharing[] {
  const firstOver = new Map<string, FibreRoute>()
  return members.flatMap(({ route, hops }) => {
    const spans = new Set(hops.flatMap(spansOfHop).map(({ plan }) => plan.span.id))
    const clash = [...spans].find(span => firstOver.has(span))
    const other = clash === undefined ? undefined : firstOver.get(clash)
    const shared = other === undefined ? [] : [...spans].filter(span => firstOver.get(span) === other)
    for (const span of spans) if (!firstOver.has(span)) firstOver.set(span, route)
    return other === undefined ? [] : [{ route, other, spans: shared }]
  })
}
