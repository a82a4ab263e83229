import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Cable, Network, Structure } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { length, number } from '../../words/figures.ts'
import { structureName } from '../../words/things.ts'
import { pointPlace, spanPlace } from '../plant/written-at.ts'
import { isLive } from '../live.ts'
import { backwardsM, sharpTurns, type Turn } from './turns.ts'

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
        at: next === undefined ? pointPlace(network, turn.structure) : orderPlace(network, plan, turn.station),
        facts: factsOf(cable, { turn, next }),
        about: [cable, turn.structure],
        related: [
          { at: inside(turn.structure.origin, 'id'), message: { id: 'berbalik di sini', en: 'it turns back here' } },
        ],
      }
    }
    for (const plan of cables.values()) {
      const { cable, stations } = plan
      const shorterM = isLive(cable) && !sharpTurns(network).has(cable.id) ? backwardsM(plan) : undefined
      const [first, last] = [stations[1], stations.at(-2)]
      if (shorterM === undefined || first === undefined || last === undefined) continue
      yield {
        at: orderPlace(network, plan, 1),
        facts: factsOf(cable, { backwards: { from: first.structure, to: last.structure, shorterM } }),
        about: [cable, first.structure, last.structure],
      }
    }
  },
  message: ({ cable, turn, next, backwards }) => {
    if (backwards !== undefined) return backwardsWords(cable, backwards)
    if (turn === undefined) throw new Error(`${cable} neither turns nor is written backwards`)
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
    id:
      'periksa urutan struktur (along atau spans) dan titiknya; ' +
      'belokan yang memang setajam itu diizinkan smallest_angle_deg di jenis kabel atau policy',
    en:
      'look at the order of its structures (along or spans) and at their points; ' +
      'a turn that really is so sharp is allowed by smallest_angle_deg of the cable type or the policy',
  }),
})

interface Found {
  readonly turn?: Turn
  readonly next?: Turn | undefined
  readonly backwards?: Backwards
}

function factsOf({ id }: Cable, found: Found): Found & { readonly cable: string } {
  return { cable: id, ...found }
}

interface Backwards {
  readonly from: Structure
  readonly to: Structure
  readonly shorterM: number
}

function backwardsWords(cable: string, { from, to, shorterM }: Backwards): Bilingual {
  const [first, last, metres] = [structureName(from), structureName(to), length(shorterM)]
  return {
    id: `kabel ${cable} ditulis terbalik dari ${first.id} sampai ${last.id}? dari ujung yang lain jalurnya ${metres.id} lebih pendek`,
    en: `is cable ${cable} written backwards from ${first.en} to ${last.en}? from the other end its line is ${metres.en} shorter`,
  }
}

/** Where the order is written: in a run, if the span behind the turn comes from one, else in the spans of the cable. */
function orderPlace(network: Network, { cable, spans }: CablePlan, station: number): Place {
  const span = spans[station]?.plan.span
  const origin = span === undefined ? undefined : network.spans.get(span.id)?.origin
  return origin?.path.at(-2) === 'runs' ? inside(origin, 'along') : spanPlace(cable, station)
}
