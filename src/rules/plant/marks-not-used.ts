import { geodesicM } from '../../model/geodesy.ts'
import { sheathAtMark } from '../../plan/plant/marks.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { CablePlan, Coil } from '../../plan/plant/cable-plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { isCableOff } from '../geo/off-points.ts'
import { isLive } from '../live.ts'
import { length } from '../../words/figures.ts'
import { measuredCables, surveyErrorM } from './measured-cables.ts'

/** Marks are read to a metre; a coil is laid out to some metres of its own. */
const readingErrorM = 2
const layingErrorM = 10

export const marksNotUsed = rule({
  code: 'PLT115',
  name: 'marks-not-used',
  severity: 'warning',
  title: { id: 'Tanda meter yang tidak dapat dipakai', en: 'Sheath marks that cannot be used' },
  *check({ network }) {
    const told = new Set(measuredCables(network).map(({ plan }) => plan))
    for (const plan of planPlant(network).cables.values()) {
      const { cable, broken } = plan
      if (!isLive(cable) || broken?.kind === 'spans-apart' || isCableOff(network, cable)) continue
      for (const { at, ...facts } of faultsOf(plan, told.has(plan)))
        yield { at, facts: { ...facts, cable: cable.id }, about: [cable] }
    }
  },
  message: ({ cable, coil, read, laid, what }) => {
    const [there, here] = [length(read), length(laid)]
    if (what === 'cable')
      return {
        id: `tanda meter kabel ${cable} terpaut ${there.id}, kurang dari separuh garis gambarnya (${here.id}): tanda itu tidak dipakai`,
        en: `the marks of cable ${cable} are ${there.en} apart, less than half of its drawn line (${here.en}): they are not used`,
      }
    return what === 'length'
      ? {
          id: `tanda meter gulungan ${coil} kabel ${cable} terpaut ${there.id}, padahal length_m-nya ${here.id}: tanda itu tidak dipakai`,
          en: `the marks of coil ${coil} of cable ${cable} are ${there.en} apart, yet its length_m is ${here.en}: they are not used`,
        }
      : {
          id:
            `menurut tandanya gulungan ${coil} ada ${there.id} dari awal kabel ${cable}, ` +
            `padahal menurut gambar ${here.id}: tanda itu tidak dipakai`,
          en:
            `by its marks coil ${coil} lies ${there.en} from the start of cable ${cable}, ` +
            `yet by the drawing ${here.en}: they are not used`,
        }
  },
  hint: () => ({
    id: 'baca ulang tanda itu di lapangan, atau periksa di struktur mana gulungannya dan titik struktur itu',
    en: 'read them again in the field, or look at which structure the coil hangs and at the point of that structure',
  }),
})

interface Fault {
  readonly at: Place
  readonly what: 'cable' | 'length' | 'place'
  readonly coil: string
  /** Metres by the marks, and by what is used instead. */
  readonly read: number
  readonly laid: number
}

function faultsOf(plan: CablePlan, isTold: boolean): Fault[] {
  const { broken, coils } = plan
  if (broken?.kind === 'marks-impossible') return isTold ? [] : impossible(plan)
  return coils.flatMap(coil => lengthFault(coil) ?? placeFault(plan, coil) ?? [])
}

/** Where an end stands at a point that nobody took, no other rule compares the marks with the line. */
function impossible({ cable, stations, drawnM, marked }: CablePlan): Fault[] {
  const [first, last] = [stations[0]?.structure, stations.at(-1)?.structure]
  if (marked === undefined || first === undefined || last === undefined) return []
  const read = marked.sheathM
  // Less than the straight line is another finding.
  if (read < geodesicM(first.point, last.point) - surveyErrorM) return []
  return [{ at: inside(cable.origin, 'marksM'), what: 'cable', coil: '', read, laid: drawnM }]
}

function lengthFault({ slack }: Coil): Fault | undefined {
  const { lengthM, marksM } = slack.declared
  if (lengthM === undefined || marksM === undefined) return undefined
  const read = Math.abs(marksM.end - marksM.start)
  if (Math.abs(read - lengthM) <= readingErrorM) return undefined
  return { at: inside(slack.origin, 'marksM'), what: 'length', coil: slack.id, read, laid: lengthM }
}

function placeFault({ cable, basis, marked }: CablePlan, { slack, sheathFromM, station }: Coil): Fault | undefined {
  const [ends, own] = [cable.declared.marksM, slack.declared.marksM]
  if (basis !== 'marks' || marked === undefined || ends === undefined || own === undefined) return undefined
  const rising = ends.end >= ends.start
  const read = Math.min(...[own.start, own.end].map(mark => sheathAtMark(marked, station, mark, rising)))
  if (Math.abs(read - sheathFromM) <= layingErrorM) return undefined
  return { at: inside(slack.origin, 'marksM'), what: 'place', coil: slack.id, read, laid: sheathFromM }
}
