import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Repaired } from '../../edit/repair/repair-cable.ts'
import type { Network } from '../../model/network.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { exact, length } from '../../words/figures.ts'

/** Loss before and after, for every route over the cable; what was used; which sheets change. */
export function repairReport(
  before: Network,
  after: Network,
  { cable, material, closures }: Repaired & { readonly cable: string },
  language: Language,
): string {
  const [was, is] = [planPlant(before).routes, planPlant(after).routes]
  const routes = [...is.values()].filter(({ hops }) => hops.some(hop => hop.cable.cable.id === cable))
  const words = text[language]
  return [
    ...routes.map(plan => lossLine(was.get(plan.route.id), plan, language)),
    `${words.used}: ${[
      `${material.closures} closure`,
      ...(material.cableM > 0 ? [`${length(material.cableM)[language]} ${material.cableType}`] : []),
      `${material.splices} ${words.splices}`,
    ].join(', ')}`,
    `${words.sheets}: ${closures.map(id => `plant/splices/${id}`).join(', ')} (serat build)`,
    words.measure,
    '',
  ].join('\n')
}

const text = {
  id: {
    used: 'bahan',
    splices: 'sambungan dan pelindungnya',
    sheets: 'lembar sambungan',
    measure:
      'ukur redaman tiap sambungan (loss_db) dan baca tanda meter selubung lama (marks_m); ' +
      'sampai itu dipakai nilai rencana. Batalkan dengan Git.',
  },
  en: {
    used: 'material',
    splices: 'splices with their protectors',
    sheets: 'splice sheets',
    measure:
      'measure the loss of each splice (loss_db) and read the marks of the old sheath (marks_m); ' +
      'until then planned values count. Git undoes it.',
  },
} as const

function lossLine(before: RoutePlan | undefined, after: RoutePlan, language: Language): string {
  const at = (plan: RoutePlan | undefined, nm: number): string => {
    const loss = plan?.losses.find(each => each.nm === nm)
    return loss === undefined ? '?' : exact(loss.design, 2)[language]
  }
  const margin = (plan: RoutePlan | undefined): string =>
    plan?.light?.marginDb === undefined ? '?' : exact(plan.light.marginDb, 2)[language]
  const shown = [1310, 1550].map(nm => `${nm} nm ${at(before, nm)} -> ${at(after, nm)} dB`).join(', ')
  return `${after.route.id}: ${shown}, margin ${margin(before)} -> ${margin(after)} dB`
}
