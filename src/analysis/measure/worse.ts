import type { Network, Trace } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { remembered } from '../../source/remembered.ts'
import { byText } from '../../text/order.ts'
import { comparedWith, type Compared } from './compared.ts'
import type { Joint } from './joints.ts'
import type { Astray } from './shot.ts'

export interface Measured {
  readonly trace: Trace
  readonly found: Compared | Astray
  /** The last trace before of the same core from the same end at the same wavelength. */
  readonly before: Trace | undefined
}

/** A joint that loses more than it did. */
interface Worse {
  readonly joint: Joint
  /** Of the trace's events, from 0. */
  readonly event: number
  readonly nowDb: number
  /** 0 where the trace before has shown nothing there. */
  readonly beforeDb: number
}

/**
 * Two shots of one joint by one instrument differ by less: its readings repeat to about 0.03 dB (FOA, OTDR testing).
 */
const worseDb = 0.05

/** Every trace beside the model, by its id. */
export const measured: (network: Network) => ReadonlyMap<string, Measured> = remembered(network => {
  const plant = planPlant(network)
  const byDay = [...network.traces.values()].toSorted(byText(({ declared: { date }, id }) => `${date} ${id}`))
  const last = new Map<string, Trace>()
  return new Map(
    byDay.map(trace => {
      const { core, from, wavelengthNm } = trace.declared
      const key = `${core} ${from} ${wavelengthNm < 1430}`
      const before = last.get(key)
      last.set(key, trace)
      return [trace.id, { trace, found: comparedWith(network, plant, trace), before }]
    }),
  )
})

/** Joints that have got worse since the trace before, the worst first. Nothing is said across a repair. */
export function worseSince(network: Network, { found, before }: Measured): Worse[] {
  const earlier = before === undefined ? undefined : measured(network).get(before.id)?.found
  if (earlier === undefined || 'kind' in found || 'kind' in earlier || earlier.isBeforeRepair !== found.isBeforeRepair)
    return []
  const { events } = found.shot.trace.declared
  return found.events
    .flatMap(({ joint, event }): Worse[] => {
      if (joint === undefined) return []
      const beforeDb = lossAt(earlier, joint)
      const nowDb = event.lossDb ?? 0
      return beforeDb !== undefined && nowDb - beforeDb > worseDb - 1e-9
        ? [{ joint, event: events.indexOf(event), nowDb, beforeDb }]
        : []
    })
    .toSorted((a, b) => b.nowDb - b.beforeDb - (a.nowDb - a.beforeDb))
}

/** What a trace shows at a joint; 0 where it shows nothing there, and has seen farther. */
export function lossAt({ events, unseen }: Compared, joint: Joint): number | undefined {
  const own = events.find(each => each.joint?.at.id === joint.at.id)
  if (own !== undefined) return own.event.lossDb ?? 0
  return unseen.some(({ at }) => at.id === joint.at.id) ? 0 : undefined
}
