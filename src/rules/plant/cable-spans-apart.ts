import { rule } from '../define.ts'
import { structureName } from '../words.ts'
import { cableLines, isLive, spanPlace } from './places.ts'

export const cableSpansApart = rule({
  code: 'PLT002',
  name: 'cable-spans-apart',
  severity: 'error',
  title: { id: 'Kabel di atas bentang yang tidak bersambung', en: 'Cable over spans that do not join end to end' },
  *check({ network }) {
    for (const [id, { brokenAt, nodes }] of cableLines(network)) {
      const cable = network.cables.get(id)
      const span = brokenAt === undefined ? undefined : cable?.spans[brokenAt]
      const end = brokenAt === undefined ? undefined : nodes[brokenAt]
      if (cable === undefined || span === undefined || end === undefined || !isLive(cable)) continue
      yield {
        at: spanPlace(cable, brokenAt!),
        facts: { cable: id, span, end },
        about: [cable, span],
        related: [{ at: span.origin, message: { id: `bentang ${span.id}`, en: `span ${span.id}` } }],
      }
    }
  },
  message: ({ cable, span, end }) => ({
    id: `kabel ${cable} terputus: sampai di ${structureName(end).id}, tetapi bentang ${span.id} membentang dari ${span.from.id} ke ${span.to.id}`,
    en: `cable ${cable} is broken: it has come to ${structureName(end).en}, yet span ${span.id} runs from ${span.from.id} to ${span.to.id}`,
  }),
  hint: () => ({
    id: 'urutkan bentangnya dari ujung ke ujung, atau sisipkan bentang yang hilang di antaranya',
    en: 'put its spans in order from end to end, or add the one that is missing between them',
  }),
})
