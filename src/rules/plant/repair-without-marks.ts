import { planPlant } from '../../plan/plant/plan-plant.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { isLive } from '../live.ts'

export const repairWithoutMarks = rule({
  code: 'PLT118',
  name: 'repair-without-marks',
  severity: 'warning',
  title: {
    id: 'Perbaikan tanpa tanda meter titik potong',
    en: 'A repair without the marks at which the sheath was cut',
  },
  *check({ network }) {
    for (const { cable, broken, marked } of planPlant(network).cables.values()) {
      if (cable.declared.marksM === undefined || marked !== undefined || broken !== undefined || !isLive(cable))
        continue
      const repair = cable.repairs.findIndex(({ declared }) => declared.marksM === undefined)
      yield { at: inside(cable.origin, 'repairs', repair), facts: { cable: cable.id }, about: [cable] }
    }
  },
  message: ({ cable }) => ({
    id: `perbaikan ini tidak menyebut tanda meter selubung lama, sehingga tanda meter kabel ${cable} tidak dapat dipakai lagi`,
    en: `this repair does not say the marks of the old sheath, so that the marks of cable ${cable} cannot be used any more`,
  }),
  hint: () => ({
    id: 'baca angka meter pada selubung lama di kedua closure dan tulis marks_m: { start: …, end: … }',
    en: 'read the metre marks of the old sheath at both closures and write marks_m: { start: …, end: … }',
  }),
})
