import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { isLive } from '../live.ts'
import { length } from '../../words/figures.ts'
import { isOff } from './off-points.ts'
import { metresBetween } from './distance.ts'

/** A point taken with a hand-held receiver is good to some metres. */
const surveyErrorM = 5

export const spanTooShort = rule({
  code: 'GEO006',
  name: 'span-too-short',
  severity: 'warning',
  title: {
    id: 'Panjang bentang lebih kecil daripada jarak kedua strukturnya',
    en: 'Span measured shorter than the distance between its structures',
  },
  *check({ network }) {
    for (const span of network.spans.values()) {
      const measured = span.declared.lengthM
      if (measured === undefined || !isLive(span) || isOff(network, span.from) || isOff(network, span.to)) continue
      const straight = metresBetween(span.from.point, span.to.point)
      if (measured < straight - surveyErrorM)
        yield { at: inside(span.origin, 'lengthM'), facts: { span: span.id, measured, straight }, about: [span] }
    }
  },
  message: ({ span, measured, straight }) => ({
    id: `bentang ${span} diukur ${length(measured).id}, padahal kedua strukturnya terpisah ${length(straight).id}`,
    en: `span ${span} was measured with ${length(measured).en}, yet its structures stand ${length(straight).en} apart`,
  }),
  hint: () => ({
    id: 'ukur ulang, atau perbaiki titik salah satu strukturnya',
    en: 'measure it again, or correct the point of one of its structures',
  }),
})
