import type { Network, Trace } from '../../model/network.ts'
import type { PlantPlan } from '../../plan/plant/plant-plan.ts'
import { combined, doubtsOf } from '../otdr/uncertainty.ts'
import { jointsOf, type Joint } from './joints.ts'
import { shotOf, type Astray, type Shot } from './shot.ts'

type Event = Trace['declared']['events'][number]

/** An event of a trace, and the joint of the model that it is. */
export interface Matched {
  readonly event: Event
  /** Glass from the port, by the index of the model's glass. */
  readonly glassM: number
  readonly joint: Joint | undefined
}

export interface Compared {
  readonly shot: Shot
  /** Between the two ends, in the order of the light. */
  readonly events: readonly Matched[]
  /** Joints of which the instrument shows nothing, as far as it has seen. */
  readonly unseen: readonly Joint[]
  /** Where the fibre ends for the instrument; undefined where it has found no end. */
  readonly endGlassM: number | undefined
  /** Measured glass over that of the model, where both end alike. */
  readonly scale: number | undefined
  /** A cable on its way was repaired since: the model is another than the one that was shot. */
  readonly isBeforeRepair: boolean
}

/**
 * So much of a whole line may measured and modelled glass differ and still be one line: two per cent are an index of
 * 1.46 for one of 1.49.
 */
const mostScale = 0.02
const nearestM = 10

/** A trace beside the model, event by event. */
export function comparedWith(network: Network, plant: PlantPlan, trace: Trace): Compared | Astray {
  const shot = shotOf(network, plant, trace)
  if ('kind' in shot) return shot
  const { plan, side } = shot
  const { declared } = trace
  const end = declared.events.find(({ kind }) => kind === 'end')
  const endGlassM = end === undefined ? undefined : shot.glassOf(end.atM)
  const ratio = endGlassM === undefined ? undefined : endGlassM / plan.glassM
  const scale = ratio !== undefined && Math.abs(ratio - 1) <= mostScale ? ratio : undefined
  const inner = declared.events
    .filter(event => event !== end)
    .map(event => ({ event, glassM: shot.glassOf(event.atM) }))
    .filter(({ glassM }) => glassM > nearestM && (endGlassM === undefined || glassM < endGlassM - 1))
  const joints = jointsOf(shot)
  const taken = new Set<Joint>()
  const events = inner.map(({ event, glassM }): Matched => {
    const near = nearestTo(glassM / (scale ?? 1), joints, taken, doubt =>
      combined(doubtsOf(plan, side, doubt, declared.pulseNs)),
    )
    if (near !== undefined) taken.add(near)
    return { event, glassM, joint: near }
  })
  const seenM = scale === undefined ? (endGlassM ?? inner.at(-1)?.glassM ?? 0) : plan.glassM
  return {
    shot,
    events,
    unseen: joints.filter(joint => !taken.has(joint) && joint.glassM < seenM),
    endGlassM,
    scale,
    isBeforeRepair: plan.hops.some(({ cable }) =>
      cable.cable.repairs.some(({ declared: repair }) => repair.date !== undefined && repair.date > declared.date),
    ),
  }
}

function nearestTo(
  glassM: number,
  joints: readonly Joint[],
  taken: ReadonlySet<Joint>,
  doubtAt: (glassM: number) => number,
): Joint | undefined {
  const [near] = joints
    .filter(joint => !taken.has(joint))
    .toSorted((a, b) => Math.abs(a.glassM - glassM) - Math.abs(b.glassM - glassM))
  return near !== undefined && Math.abs(near.glassM - glassM) <= Math.max(nearestM, doubtAt(glassM)) ? near : undefined
}
