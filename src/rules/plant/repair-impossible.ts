import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { RepairTrouble } from '../../plan/plant/repairs.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

const words: Readonly<Record<RepairTrouble, Bilingual>> = {
  'not-on-cable': { id: 'kabel itu tidak melewati closure-nya', en: 'the cable does not pass its closure' },
  'at-the-end': {
    id: 'satu closure di ujung kabel tidak memotong apa pun',
    en: 'one closure at the end of the cable cuts nothing',
  },
  'same-place': { id: 'kedua closure ada di satu tempat', en: 'both closures are at one place' },
  length: {
    id: 'potongan baru (length_m) perlu dua closure, dan dua closure perlu length_m',
    en: 'a new piece (length_m) needs two closures, and two closures need length_m',
  },
  overlaps: { id: 'perbaikan lain ada di ruas yang sama', en: 'another repair lies on the same stretch' },
  'too-short': {
    id: 'length_m kurang dari separuh jarak kedua closure, gulungan ikut dihitung',
    en: 'length_m is less than half of the way between the closures, coils included',
  },
}

export const repairImpossible = rule({
  code: 'PLT117',
  name: 'repair-impossible',
  severity: 'error',
  title: { id: 'Perbaikan kabel yang tidak mungkin begitu', en: 'A repair that cannot have been made like this' },
  *check({ network }) {
    for (const { cable, broken } of planPlant(network).cables.values()) {
      if (broken?.kind !== 'repair-impossible') continue
      const at = inside(cable.origin, 'repairs', broken.repair, broken.why === 'too-short' ? 'lengthM' : 'closures')
      yield { at, facts: { cable: cable.id, why: broken.why }, about: [cable] }
    }
  },
  message: ({ cable, why }) => ({
    id: `perbaikan kabel ${cable} tidak mungkin: ${words[why].id}`,
    en: `the repair of cable ${cable} is impossible: ${words[why].en}`,
  }),
  hint: () => ({
    id: 'tulis closure yang benar-benar dilewati kabel dan panjang potongan yang dipasang; kabel dihitung tanpa perbaikan ini',
    en:
      'write the closures that the cable really passes and the length that was laid; ' +
      'until then the cable is reckoned without this repair',
  }),
})
