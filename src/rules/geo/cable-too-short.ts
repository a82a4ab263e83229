import type { Cable } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { isLive } from '../live.ts'
import { length } from '../../words/figures.ts'
import { isCableOff } from './off-points.ts'
import { metresBetween } from './distance.ts'

/** A point taken with a hand-held receiver is good to some metres. */
const surveyErrorM = 5

export const cableTooShort = rule({
  code: 'GEO005',
  name: 'cable-too-short',
  severity: 'error',
  title: {
    id: 'Kabel lebih pendek daripada garis lurus di antara ujungnya',
    en: 'Cable shorter than the straight line between its ends',
  },
  *check({ network }) {
    for (const plan of planPlant(network).cables.values()) {
      const { cable } = plan
      const measured = isLive(cable) && !isCableOff(network, cable) ? measuredOf(cable) : undefined
      const straight = measured && straightOf(plan)
      if (measured === undefined || straight === undefined || measured.metres >= straight - surveyErrorM) continue
      yield { at: measured.at, facts: { cable: cable.id, metres: measured.metres, straight }, about: [cable] }
    }
  },
  message: ({ cable, metres, straight }) => ({
    id: `kabel ${cable} tercatat ${length(metres).id}, padahal garis lurus di antara kedua ujungnya ${length(straight).id}`,
    en: `cable ${cable} is recorded with ${length(metres).en}, yet the straight line between its ends is ${length(straight).en}`,
  }),
  hint: () => ({
    id: 'baca ulang tanda meter di kedua ujung, atau periksa titik struktur di ujungnya',
    en: 'read the metre marks at both ends again, or check the points of the structures at its ends',
  }),
})

/** Marks on the sheath; else the spans, where every one of them was measured. */
function measuredOf({ declared, origin, spans }: Cable): { readonly metres: number; readonly at: Place } | undefined {
  if (declared.marksM !== undefined)
    return { metres: Math.abs(declared.marksM.end - declared.marksM.start), at: inside(origin, 'marksM') }
  if (spans.some(span => span.declared.lengthM === undefined)) return undefined
  return { metres: spans.reduce((sum, span) => sum + span.declared.lengthM!, 0), at: inside(origin, 'spans') }
}

/** Where its spans do not join, its ends are not known. */
function straightOf({ stations, broken }: CablePlan): number | undefined {
  if (broken?.kind === 'spans-apart') return undefined
  const [first, last] = [stations[0]?.structure, stations.at(-1)?.structure]
  return first && last && metresBetween(first.point, last.point)
}
