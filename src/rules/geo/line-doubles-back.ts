import type { Network } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { number } from '../../words/figures.ts'
import { structureName } from '../../words/things.ts'
import { pointPlace, spanPlace } from '../plant/written-at.ts'
import { sharpTurns, type Turn } from './turns.ts'

export const lineDoublesBack = rule({
  code: 'GEO011',
  name: 'line-doubles-back',
  severity: 'warning',
  title: { id: 'Jalur kabel berbalik arah', en: 'A cable that turns back on itself' },
  *check({ network }) {
    const { cables } = planPlant(network)
    for (const [id, [turn, next]] of sharpTurns(network)) {
      const plan = cables.get(id)
      if (plan === undefined || turn === undefined) continue
      const { cable } = plan
      yield {
        at: next === undefined ? pointPlace(network, turn.structure) : orderPlace(network, plan, turn),
        facts: { cable: cable.id, turn, next },
        about: [cable, turn.structure],
        related: [
          { at: inside(turn.structure.origin, 'id'), message: { id: 'berbalik di sini', en: 'it turns back here' } },
        ],
      }
    }
  },
  message: ({ cable, turn, next }) => {
    const [at, degrees] = [structureName(turn.structure), number(turn.degrees, 0)]
    if (next === undefined)
      return {
        id: `kabel ${cable} berbalik tajam di ${at.id}: sudutnya ${degrees.id} derajat`,
        en: `cable ${cable} turns back sharply at ${at.en}: an angle of ${degrees.en} degrees`,
      }
    return {
      id: `kabel ${cable} berbalik di ${at.id} dan lagi di ${structureName(next.structure).id}: urutan strukturnya tertukar?`,
      en: `cable ${cable} turns back at ${at.en} and again at ${structureName(next.structure).en}: are its structures in the wrong order?`,
    }
  },
  hint: () => ({
    id: 'periksa urutan struktur (along atau spans) dan titiknya; belokan yang memang setajam itu diizinkan smallest_angle_deg di jenis kabel atau policy',
    en: 'look at the order of its structures (along or spans) and at their points; a turn that really is so sharp is allowed by smallest_angle_deg of the cable type or the policy',
  }),
})

/** Where the order is written: in a run, if the span behind the turn comes from one, else in the spans of the cable. */
function orderPlace(network: Network, { cable, spans }: CablePlan, { station }: Turn): Place {
  const span = spans[station]?.plan.span
  const origin = span === undefined ? undefined : network.spans.get(span.id)?.origin
  return origin?.path.at(-2) === 'runs' ? inside(origin, 'along') : spanPlace(cable, station)
}
