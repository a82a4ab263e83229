import { planPlant } from '../../plan/plant/plan-plant.ts'
import { geodesicM } from '../../model/geodesy.ts'
import { isCableOff } from '../geo/off-points.ts'
import type { Network } from '../../model/network.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'

/** A cable whose marks were read, beside what lies on the ground. */
interface MeasuredCable {
  readonly plan: CablePlan
  readonly markedM: number
  /** Tails, coils and the drawn line: less sheath than this is impossible. */
  readonly leastM: number
}

/** A point taken with a hand-held receiver is good to some metres. */
export const surveyErrorM = 5

/**
 * Cables with marks whose line can be trusted: both ends stand at points that were taken, the spans join, and the marks
 * are at least as far apart as the ends (what is not even that has a finding of its own).
 */
export function measuredCables(network: Network): MeasuredCable[] {
  return [...planPlant(network).cables.values()].flatMap((plan): MeasuredCable[] => {
    const { status } = plan.cable.declared
    const [first, last] = [plan.stations[0]?.structure, plan.stations.at(-1)?.structure]
    if (
      plan.marked === undefined ||
      status === 'retired' ||
      isCableOff(network, plan.cable) ||
      plan.broken?.kind === 'spans-apart' ||
      first === undefined ||
      last === undefined
    )
      return []
    if ([first, last].some(({ site }) => site !== undefined && site.declared.location.quality !== 'sourced')) return []
    const markedM = plan.marked.sheathM
    if (markedM < geodesicM(first.point, last.point) - surveyErrorM) return []
    const coilsM = plan.coils.reduce((sum, { lengthM }) => sum + lengthM, 0)
    return [{ plan, markedM, leastM: plan.tailsM.start + plan.tailsM.end + coilsM + plan.drawnM }]
  })
}

/** Less than what lies on the ground, by more than the survey's error and 1 % of the line. */
export function isTooShort({ markedM, leastM, plan }: MeasuredCable): boolean {
  return markedM < leastM - surveyErrorM - plan.drawnM * 0.01
}
