import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { exact, length } from '../../words/figures.ts'
import { isTooShort, measuredCables } from './measured-cables.ts'

/** Coils that nobody wrote down, and reels that were cut short, show from here on. */
const toleratedShare = 0.03
const toleratedM = 10

export const marksAgainstDrawn = rule({
  code: 'PLT103',
  name: 'marks-against-drawn',
  severity: 'warning',
  title: { id: 'Tanda meter tidak cocok dengan panjang gambar', en: 'Sheath marks do not agree with the drawn length' },
  *check({ network }) {
    for (const measured of measuredCables(network)) {
      const {
        plan: { cable, expectedSheathM },
        markedM,
      } = measured
      const off = markedM - expectedSheathM
      if (isTooShort(measured) || Math.abs(off) <= Math.max(toleratedM, expectedSheathM * toleratedShare)) continue
      yield {
        at: inside(cable.origin, 'marksM'),
        facts: { cable: cable.id, markedM, expectedSheathM, off },
        about: [cable],
      }
    }
  },
  message: ({ cable, markedM, expectedSheathM, off }) => ({
    id:
      `tanda meter kabel ${cable} terpaut ${length(markedM).id}; ` +
      `bentang, ekor, dan gulungannya ${length(expectedSheathM).id} ` +
      `(${off > 0 ? '+' : '-'}${exact(Math.abs(off / expectedSheathM) * 100, 1).id} %)`,
    en:
      `the marks of cable ${cable} are ${length(markedM).en} apart; ` +
      `its spans, tails and coils are ${length(expectedSheathM).en} ` +
      `(${off > 0 ? '+' : '-'}${exact(Math.abs(off / expectedSheathM) * 100, 1).en} %)`,
  }),
  hint: ({ off }) => ({
    id:
      off > 0
        ? 'mungkin ada gulungan slack atau belokan yang belum dicatat'
        : 'baca ulang tanda meternya, atau periksa apakah gulungan yang dicatat memang ada',
    en:
      off > 0
        ? 'a slack coil or a bend may not have been written down'
        : 'read the marks again, or see whether the recorded coils are really there',
  }),
})
