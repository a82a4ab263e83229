import { rule } from '../define.ts'
import { structureName } from '../../words/things.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { isLive } from '../live.ts'
import { spanPlace } from './written-at.ts'

export const cableSpansApart = rule({
  code: 'PLT002',
  name: 'cable-spans-apart',
  severity: 'error',
  title: { id: 'Kabel di atas bentang yang tidak bersambung', en: 'Cable over spans that do not join end to end' },
  *check({ network }) {
    for (const { cable, stations, spans, broken } of planPlant(network).cables.values()) {
      if (broken?.kind !== 'spans-apart' || !isLive(cable)) continue
      const [span, end] = [spans[broken.span]?.plan.span, stations[broken.span]?.structure]
      if (span === undefined || end === undefined) continue
      yield {
        at: spanPlace(cable, broken.span),
        facts: { cable: cable.id, span, end },
        about: [cable, span],
        related: [{ at: span.origin, message: { id: `bentang ${span.id}`, en: `span ${span.id}` } }],
      }
    }
  },
  message: ({ cable, span, end }) => ({
    id:
      `kabel ${cable} terputus: sampai di ${structureName(end).id}, ` +
      `tetapi bentang ${span.id} membentang dari ${span.from.id} ke ${span.to.id}`,
    en: `cable ${cable} is broken: it has come to ${structureName(end).en}, yet span ${span.id} runs from ${span.from.id} to ${span.to.id}`,
  }),
  hint: () => ({
    id: 'urutkan bentangnya dari ujung ke ujung, atau sisipkan bentang yang hilang di antaranya',
    en: 'put its spans in order from end to end, or add the one that is missing between them',
  }),
})
