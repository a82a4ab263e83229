import { itemAt } from '../../text/item-at.ts'
import type { Network, Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import type { Coil } from '../../plan/plant/cable-plan.ts'
import type { Hop, Line, PlantPlan, SpliceMet } from '../../plan/plant/plant-plan.ts'
import { onRoute, type OnRoute, type Side } from '../../plan/plant/position.ts'
import { affectedBy, type Affected } from './affected.ts'
import { firstJoint, lineOf, type NoLine } from './line.ts'
import { glassOf, type Reading } from './reading.ts'
import { combined, doubtsOf, type Doubt } from './uncertainty.ts'

/** The point on the ground that a reading means, or why there is none. */
export type Located =
  | NoLine
  /** The core is joined to another, and what lies behind the joint may be on that one. */
  | { readonly kind: 'goes-on'; readonly at: Structure; readonly strand: string; readonly beyondM: number }
  /** Before the ODF port. */
  | { readonly kind: 'in-launch-lead'; readonly beforePortM: number }
  /** In fibre of another, whose way is not known: only its ends are. */
  | Rented
  | { readonly kind: 'beyond-end'; readonly beyondM: number; readonly glassM: number; readonly routeGlassM: number }
  | Spot

/** A place inside a rented fibre: between its handover points, and no nearer. */
export interface Rented {
  readonly kind: 'in-rented'
  readonly cable: string
  readonly owner: string
  /** Handover points, as the shot passes them. */
  readonly before: Structure
  readonly after: Structure
  /** Glass from the ODF port at the end that was shot from, and from the first handover point. */
  readonly glassM: number
  readonly behindGlassM: number
  readonly plusMinusM: number
  readonly affected: Affected
}

export interface Spot {
  readonly kind: 'in-span' | 'in-coil' | 'in-tail'
  readonly side: Side
  readonly at: Point
  /** Glass from the ODF port at the end that was shot from. */
  readonly glassM: number
  /** Drawn metres along the route from that end, and from the other. */
  readonly chainageM: number
  readonly otherChainageM: number
  readonly hop: Hop
  readonly sheathM: number
  /** Metre mark to look for on the sheath. */
  readonly markM: number | undefined
  /** The structures on either side, as the shot passes them; the same one twice in a coil or tail. */
  readonly before: Structure
  readonly after: Structure
  /** Undefined in a coil or tail. */
  readonly span: string | undefined
  /** Drawn metres from `before`. */
  readonly behindM: number
  readonly coil: Coil | undefined
  /** Half of the stretch that it lies in. */
  readonly plusMinusM: number
  readonly doubts: readonly Doubt[]
  /** Coils and splices inside that stretch: the break may lie in one of them. */
  readonly nearCoils: readonly Coil[]
  readonly nearSplices: readonly SpliceMet[]
  readonly affected: Affected
}

/** Turns a reflectometer's reading into the point on the ground (practice A5). */
export function locateReading(network: Network, plant: PlantPlan, reading: Reading): Located {
  const line = lineOf(network, plant, reading)
  if ('kind' in line) return line
  const { plan, side, joined } = line
  const glassM = glassOf(plan, side, reading)
  const joint = firstJoint(joined, side, plan.glassM)
  if (joint !== undefined && glassM > joint.glassM)
    return { kind: 'goes-on', at: joint.closure, strand: joint.strand, beyondM: glassM - joint.glassM }
  return spotAt(network, plant, {
    plan,
    side,
    glassM,
    doubts: doubtsOf(plan, side, Math.max(0, glassM), reading.pulseNs),
  })
}

export interface GlassPlace {
  readonly plan: Line
  readonly side: Side
  readonly glassM: number
  readonly doubts: readonly Doubt[]
}

export function spotAt(network: Network, plant: PlantPlan, { plan, side, glassM, doubts }: GlassPlace): Located {
  const found = onRoute(plan, side, glassM)
  if (found === 'before') return { kind: 'in-launch-lead', beforePortM: -glassM }
  if (found === 'beyond') return { kind: 'beyond-end', beyondM: glassM - plan.glassM, glassM, routeGlassM: plan.glassM }
  const plusMinusM = combined(doubts)
  if (found.hop.cable.cable.rented !== undefined && found.position.kind === 'span')
    return rentedAt(network, plant, { found, side, glassM, plusMinusM, wholeM: plan.glassM })
  const neighbours = neighboursOf(found, side)
  const span = found.position.kind === 'span' ? found.position.span.plan.span.id : undefined
  return {
    kind: `in-${found.position.kind}`,
    side,
    at: found.position.at,
    glassM,
    chainageM: found.routeChainageM,
    otherChainageM: plan.drawnM - found.routeChainageM,
    hop: found.hop,
    sheathM: found.sheathM,
    markM: found.markM,
    ...neighbours,
    span,
    coil: found.position.kind === 'coil' ? found.position.coil : undefined,
    plusMinusM,
    doubts,
    nearCoils: coilsNear(found, plusMinusM),
    nearSplices: splicesNear(plan, side, glassM, plusMinusM),
    affected: affectedBy(network, plant, span === undefined ? `cable:${found.hop.cable.cable.id}` : `span:${span}`),
  }
}

interface FoundInRented {
  readonly found: OnRoute
  readonly side: Side
  readonly glassM: number
  readonly plusMinusM: number
  /** Glass of the whole line. */
  readonly wholeM: number
}

function rentedAt(
  network: Network,
  plant: PlantPlan,
  { found, side, glassM, plusMinusM, wholeM }: FoundInRented,
): Rented {
  const { hop } = found
  const { before, after } = neighboursOf(found, side)
  const passedM = side === 'a' ? hop.glassFromM : wholeM - hop.glassToM
  return {
    kind: 'in-rented',
    cable: hop.cable.cable.id,
    owner: hop.cable.cable.rented?.owner ?? '',
    before,
    after,
    glassM,
    behindGlassM: glassM - passedM,
    plusMinusM,
    affected: affectedBy(network, plant, `cable:${hop.cable.cable.id}`),
  }
}

/** The structures that the shot has passed and would come to next. */
function neighboursOf(
  { hop, position, chainageM }: OnRoute,
  side: Side,
): { readonly before: Structure; readonly after: Structure; readonly behindM: number } {
  if (position.kind !== 'span') return { before: position.structure, after: position.structure, behindM: 0 }
  const ends = [itemAt(hop.cable.stations, position.index), itemAt(hop.cable.stations, position.index + 1)] as const
  const [before, after] = hop.forward === (side === 'a') ? ends : [ends[1], ends[0]]
  return { before: before.structure, after: after.structure, behindM: Math.abs(chainageM - before.chainageM) }
}

function coilsNear({ hop, sheathM }: OnRoute, withinM: number): Coil[] {
  return hop.cable.coils.filter(
    ({ sheathFromM, sheathToM }) => sheathFromM <= sheathM + withinM && sheathToM >= sheathM - withinM,
  )
}

function splicesNear({ strands, glassM: whole }: Line, side: Side, glassM: number, withinM: number): SpliceMet[] {
  return (strands[0]?.splices ?? []).filter(
    splice => Math.abs((side === 'a' ? splice.glassM : whole - splice.glassM) - glassM) <= withinM,
  )
}
