import type { Network, Span, Structure } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { structureName } from '../../words/things.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { isLive } from '../live.ts'

export const danglingSpan = rule({
  code: 'PLT001',
  name: 'dangling-span',
  severity: 'warning',
  title: { id: 'Bentang yang menggantung', en: 'Dangling span' },
  *check({ network }) {
    if (mayHide(network, 'span', 'cable', 'structure')) return
    const bare = [...network.spans.values()].filter(
      span => isLive(span) && (network.index.cablesOfSpan.get(span.id)?.length ?? 0) === 0,
    )
    if (bare.length === 0) return
    const meeting = spansByPlace(network)
    for (const span of bare) {
      const loose = looseEnd(span, meeting)
      if (loose !== undefined)
        yield { at: inside(span.origin, loose.side), facts: { span: span.id, end: loose.structure }, about: [span] }
    }
  },
  message: ({ span, end }) => ({
    id: `bentang ${span} menggantung: tidak ada kabel di atasnya, dan tidak ada yang bertemu dengannya di ${structureName(end).id}`,
    en: `span ${span} dangles: no cable runs over it, and nothing meets it at ${structureName(end).en}`,
  }),
  hint: () => ({
    id: 'tambahkan ke daftar spans sebuah kabel, sambungkan ke struktur yang benar, atau tulis status: retired',
    en: 'add it to the spans of a cable, join it to the right structure, or write status: retired',
  }),
})

function spansByPlace(network: Network): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const span of network.spans.values()) {
    for (const structure of isLive(span) ? [span.from, span.to] : []) {
      const place = placeOf(structure)
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
  }
  return counts
}

function looseEnd(
  span: Span,
  meeting: ReadonlyMap<string, number>,
): { readonly side: 'from' | 'to'; readonly structure: Structure } | undefined {
  const ends = [
    { side: 'from', structure: span.from },
    { side: 'to', structure: span.to },
  ] as const
  return ends.find(({ structure }) => structure.declared.kind !== 'odf' && meeting.get(placeOf(structure)) === 1)
}
