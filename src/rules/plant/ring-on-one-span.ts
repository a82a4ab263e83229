import type { FibreRoute } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { listed } from '../words.ts'
import { walks, type Walk } from './walks.ts'

export const ringOnOneSpan = rule({
  code: 'PLT012',
  name: 'ring-on-one-span',
  severity: 'warning',
  title: { id: 'Dua rute satu ring di atas bentang yang sama', en: 'Two routes of one ring over the same span' },
  *check({ network }) {
    const rings = grouped(
      walks(network).filter(({ route }) => route.active),
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
function sharing(members: readonly Walk[]): Sharing[] {
  const firstOver = new Map<string, FibreRoute>()
  return members.flatMap(walk => {
    const spans = new Set(spansOf(walk))
    const clash = [...spans].find(span => firstOver.has(span))
    const other = clash === undefined ? undefined : firstOver.get(clash)
    const shared = other === undefined ? [] : [...spans].filter(span => firstOver.get(span) === other)
    for (const span of spans) if (!firstOver.has(span)) firstOver.set(span, walk.route)
    return other === undefined ? [] : [{ route: walk.route, other, spans: shared }]
  })
}

function spansOf({ steps }: Walk): string[] {
  return steps.flatMap(step =>
    step.kind === 'strand' && step.stretch !== undefined
      ? step.cable.spans.slice(step.stretch.from, step.stretch.to).map(({ id }) => id)
      : [],
  )
}
