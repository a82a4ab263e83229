import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { length } from '../../words/figures.ts'
import { isTooShort, measuredCables } from './measured-cables.ts'

export const cableShorterThanSpans = rule({
  code: 'PLT104',
  name: 'cable-shorter-than-spans',
  severity: 'error',
  title: { id: 'Kabel lebih pendek daripada bentangnya', en: 'Cable shorter than its spans' },
  *check({ network }) {
    for (const measured of measuredCables(network)) {
      const {
        plan: { cable, drawnM },
        markedM,
        leastM,
      } = measured
      if (isTooShort(measured))
        yield {
          at: inside(cable.origin, 'marksM'),
          facts: { cable: cable.id, markedM, leastM, drawnM },
          about: [cable],
        }
    }
  },
  message: ({ cable, markedM, leastM, drawnM }) => ({
    id:
      `tanda meter kabel ${cable} terpaut ${length(markedM).id}, padahal bentangnya saja ${length(drawnM).id}, ` +
      `dengan ekor dan gulungan ${length(leastM).id}`,
    en:
      `the marks of cable ${cable} are ${length(markedM).en} apart, yet its spans alone are ${length(drawnM).en}, ` +
      `with tails and coils ${length(leastM).en}`,
  }),
  hint: () => ({
    id: 'baca ulang tanda meter di kedua ujung, atau periksa daftar bentang dan gulungannya',
    en: 'read the marks at both ends again, or check the list of its spans and coils',
  }),
})
