import { rule } from '../define.ts'
import { isLive } from '../live.ts'
import { length } from '../../words/figures.ts'
import { isAtTurn } from './turns.ts'
import { isToldOf } from './told-of.ts'
import { tooLongSpans } from './span-limits.ts'

export const spanTooLong = rule({
  code: 'GEO009',
  name: 'span-too-long',
  severity: 'warning',
  title: { id: 'Bentang yang terlalu panjang', en: 'Span that is too long' },
  *check({ network }) {
    for (const { span, metres, longest } of tooLongSpans(network).values()) {
      if (!isLive(span) || isToldOf(network, span) || isAtTurn(network, span)) continue
      yield { at: span.origin, facts: { span, metres, longest }, about: [span] }
    }
  },
  message: ({ span, metres, longest }) => ({
    id: `bentang ${span.id} dari ${span.from.id} ke ${span.to.id} panjangnya ${length(metres).id}, paling panjang ${length(longest).id}`,
    en: `span ${span.id} from ${span.from.id} to ${span.to.id} is ${length(metres).en} long; the longest is ${length(longest).en}`,
  }),
  hint: () => ({
    id: 'periksa titik kedua strukturnya dan urutannya, sisipkan tiang yang hilang, atau naikkan longest_span_m di jenis kabel atau policy',
    en:
      'look at the points of both structures and at their order, add the pole that is missing, ' +
      'or raise longest_span_m of the cable type or the policy',
  }),
})
