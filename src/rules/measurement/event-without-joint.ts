import type { Compared } from '../../analysis/measure/compared.ts'
import { lineNameOf } from '../../analysis/measure/shot.ts'
import { measured } from '../../analysis/measure/worse.ts'
import { combined, doubtsOf } from '../../analysis/otdr/uncertainty.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

/** A bend or a splice that nobody declared loses at least so much; less is noise of the curve. */
const leastDb = 0.1

interface Strange {
  /** Of the trace's events, from 0. */
  readonly event: number
  readonly glassM: number
  /** What is lost there, or on which side of the model's end the fibre ends. */
  readonly what: { readonly lossDb: number } | 'ends-before' | 'ends-behind'
}

export const eventWithoutJoint = rule({
  code: 'UKR004',
  name: 'event-without-joint',
  severity: 'warning',
  title: { id: 'Kejadian tanpa sambungan di model', en: 'An event where the model has no joint' },
  *check({ network }) {
    const plant = planPlant(network)
    for (const { trace, found } of measured(network).values()) {
      if ('kind' in found || found.isBeforeRepair) continue
      for (const { event, glassM, what } of strangeIn(found))
        yield {
          at: inside(trace.origin, 'events', event, 'atM'),
          about: [trace],
          facts: {
            trace: trace.id,
            core: trace.declared.core,
            from: trace.from.id,
            line: lineNameOf(found.shot, plant),
            glassM,
            what,
          },
        }
    }
  },
  message: ({ trace, core, from, glassM, what }) => {
    const metres = glassM.toFixed(0)
    if (what === 'ends-before')
      return {
        id: `${trace}: core ${core} berakhir ${metres} m dari ${from}, sebelum ujungnya di model`,
        en: `${trace}: core ${core} ends ${metres} m from ${from}, before its end in the model`,
      }
    if (what === 'ends-behind')
      return {
        id: `${trace}: core ${core} baru berakhir ${metres} m dari ${from}, di belakang ujungnya di model`,
        en: `${trace}: core ${core} ends only ${metres} m from ${from}, behind its end in the model`,
      }
    return {
      id: `${trace}: ${what.lossDb.toFixed(2)} dB di core ${core}, ${metres} m dari ${from}, tempat model tidak punya sambungan`,
      en: `${trace}: ${what.lossDb.toFixed(2)} dB on core ${core}, ${metres} m from ${from}, where the model has no joint`,
    }
  },
  hint: ({ line, from, glassM, what }) =>
    what === 'ends-behind'
      ? {
          id:
            'periksa apakah core ini yang ditembak, dan tulis launch_m bila alatnya di belakang kabel peluncur; ' +
            'bila keduanya benar, kabelnya lebih panjang daripada modelnya',
          en:
            'see whether this is the core that was shot, and write launch_m where the instrument stood behind a ' +
            'launch lead; where both are right, the cable is longer than its model',
        }
      : {
          id: `tempatnya: serat locate --otdr ${line},from=${from},m=${glassM.toFixed(0)}; catat sambungan yang ada, atau cari tekukannya`,
          en:
            `its place: serat locate --otdr ${line},from=${from},m=${glassM.toFixed(0)}; ` +
            'record the splice that is there, or look for the bend',
        },
})

function strangeIn({ events, endGlassM, scale, shot }: Compared): Strange[] {
  const { plan, side, trace } = shot
  const all = trace.declared.events
  const loose = events.flatMap(({ joint, event, glassM }): Strange[] => {
    const lossDb = event.lossDb ?? 0
    return joint === undefined && lossDb >= leastDb ? [{ event: all.indexOf(event), glassM, what: { lossDb } }] : []
  })
  if (endGlassM === undefined || scale !== undefined) return loose
  const doubtM = combined(doubtsOf(plan, side, endGlassM, trace.declared.pulseNs))
  if (Math.abs(endGlassM - plan.glassM) <= doubtM) return loose
  const what = endGlassM < plan.glassM ? 'ends-before' : 'ends-behind'
  return [...loose, { event: all.findIndex(({ kind }) => kind === 'end'), glassM: endGlassM, what }]
}
