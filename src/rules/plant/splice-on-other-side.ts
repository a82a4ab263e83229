import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { CableSide, SpliceMet } from '../../plan/plant/plant-plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'

const sideWords = {
  start: { id: 'dari awal kabel', en: 'from the start of the cable' },
  end: { id: 'dari akhir kabel', en: 'from the end of the cable' },
} as const

export const spliceOnOtherSide = rule({
  code: 'PLT116',
  name: 'splice-on-other-side',
  severity: 'error',
  title: {
    id: 'Jalur memakai sisi potongan yang lain daripada sambungannya',
    en: 'A path uses the other side of a cut than the splice joins',
  },
  *check({ network }) {
    for (const { route, strands, broken } of planPlant(network).routes.values()) {
      if (broken !== undefined || route.declared.status === 'retired') continue
      const [wrong] = strands.flatMap(({ splices }) => splices).flatMap(wrongSides)
      if (wrong === undefined) continue
      const { met, at, ...facts } = wrong
      yield {
        at,
        facts: { route: route.id, closure: met.at.id, ...facts },
        about: [route, met.at],
        related: [{ at: route.origin, message: { id: `rute ${route.id}`, en: `route ${route.id}` } }],
      }
    }
  },
  message: ({ route, closure, strand, joined, used }) => ({
    id:
      `di ${closure} sambungan memakai bagian ${strand} yang datang ${sideWords[joined].id}, ` +
      `tetapi cahaya rute ${route} datang ${sideWords[used].id}`,
    en:
      `in ${closure} the splice joins the part of ${strand} that comes ${sideWords[joined].en}, ` +
      `yet the light of route ${route} comes ${sideWords[used].en}`,
  }),
  hint: () => ({
    id: 'lihat di closure bagian mana yang tersambung, lalu perbaiki a_side atau b_side, atau jalur rutenya',
    en: 'look in the closure which part is joined, then correct a_side or b_side, or the path of the route',
  }),
})

interface Wrong {
  readonly met: SpliceMet
  readonly at: Place
  readonly strand: string
  readonly joined: CableSide
  readonly used: CableSide
}

function wrongSides(met: SpliceMet): Wrong[] {
  const { splice, strands, sides } = met
  if (splice === undefined) return []
  const { a, b, aSide, bSide } = splice.declared
  if (a === b)
    return aSide === undefined || aSide !== bSide
      ? []
      : [
          {
            met,
            at: inside(splice.origin, 'bSide'),
            strand: b,
            joined: aSide,
            used: aSide === 'start' ? 'end' : 'start',
          },
        ]
  return (['a', 'b'] as const).flatMap((end): Wrong[] => {
    const [strand, joined] = end === 'a' ? [a, aSide] : [b, bSide]
    const used = sides[strands.indexOf(strand)]
    return joined === undefined || used === undefined || joined === used
      ? []
      : [{ met, at: inside(splice.origin, end === 'a' ? 'aSide' : 'bSide'), strand, joined, used }]
  })
}
