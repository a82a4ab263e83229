import { itemAt } from '../../text/item-at.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { Network, Structure } from '../../model/network.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { inside } from '../../source/source.ts'
import { isCableOff } from '../geo/off-points.ts'
import { isOutOfOrder } from '../geo/turns.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { distance } from '../../words/figures.ts'
import { structureName } from '../../words/things.ts'
import { byText } from '../../text/order.ts'

export const slackMissing = rule({
  code: 'PLT106',
  name: 'slack-missing',
  severity: 'warning',
  title: { id: 'Slack kurang di kabel ring', en: 'Slack missing on the cable of a ring' },
  *check({ network }) {
    const everyM = network.declared.policy.slackEveryM
    if (everyM === undefined || mayHide(network, 'slack')) return
    for (const plan of ringCables(network)) {
      const gap = widestGap(plan)
      if (gap.metres > everyM)
        yield {
          at: inside(plan.cable.origin, 'spans'),
          facts: { cable: plan.cable.id, everyM, ...gap },
          about: [plan.cable],
        }
    }
  },
  message: ({ cable, metres, everyM, from, to }) => ({
    id:
      `kabel ${cable} tidak punya slack sepanjang ${distance(metres).id}, dari ${structureName(from).id} sampai ` +
      `${structureName(to).id}; kebijakan meminta paling jauh tiap ${distance(everyM).id}`,
    en:
      `cable ${cable} has no slack for ${distance(metres).en}, from ${structureName(from).en} to ` +
      `${structureName(to).en}; the policy asks for it every ${distance(everyM).en}`,
  }),
  hint: () => ({
    id: 'catat gulungan yang ada di sana, atau rencanakan gulungan saat perbaikan berikutnya',
    en: 'record the coil that hangs there, or plan one for the next repair',
  }),
})

/** Cables under a ring's routes, each once. */
function ringCables(network: Network): CablePlan[] {
  const found = new Map<string, CablePlan>()
  for (const { route, hops } of planPlant(network).routes.values()) {
    if (!route.active || route.declared.ring === undefined) continue
    for (const { cable } of hops)
      if (cable.cable.rented === undefined && isLineTrusted(network, cable)) found.set(cable.cable.id, cable)
  }
  return [...found.values()].sort(byText(({ cable }) => cable.id))
}

/** What follows from a wrong point or a wrong order has its finding there. */
function isLineTrusted(network: Network, { cable, broken }: CablePlan): boolean {
  return broken === undefined && !isCableOff(network, cable) && !isOutOfOrder(network, cable)
}

interface Gap {
  readonly metres: number
  readonly from: Structure
  readonly to: Structure
}

/** The ends have their tails. */
function widestGap({ stations, coils }: CablePlan): Gap {
  const places = [0, ...coils.map(({ station }) => station), stations.length - 1].map(index => itemAt(stations, index))
  const gaps = places.slice(1).map((to, i): Gap => {
    const from = itemAt(places, i)
    return { metres: to.chainageM - from.chainageM, from: from.structure, to: to.structure }
  })
  return gaps.reduce((widest, gap) => (gap.metres > widest.metres ? gap : widest))
}
