import { itemAt } from '../../text/item-at.ts'
import type { Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import type { CablePlan, Coil, OrientedSpan, Station } from './cable-plan.ts'
import type { Hop, Line } from './plant-plan.ts'
import { glassAt, sheathUnder } from './glass.ts'
import { pointOnSpan } from './spans.ts'

/**
 * From a distance along the glass to the ground, and back (practice F9, A5). A cable is walked over its stations;
 * between two of them the sheath is spread evenly over the drawn line, at a station it runs round the coils before it
 * goes on.
 */
type CablePosition =
  | { readonly kind: 'tail'; readonly end: 'start' | 'end'; readonly structure: Structure; readonly at: Point }
  | {
      readonly kind: 'coil'
      readonly coil: Coil
      readonly intoM: number
      readonly structure: Structure
      readonly at: Point
    }
  | {
      readonly kind: 'span'
      readonly index: number
      readonly span: OrientedSpan
      readonly share: number
      readonly at: Point
    }

interface OnCable {
  readonly position: CablePosition
  /** Drawn metres from the cable's start. */
  readonly chainageM: number
  /** What the sheath says there; undefined where its marks were not read, or cannot be. */
  readonly markM: number | undefined
}

/** Where a place on the sheath hangs. Positions beyond its ends count as the ends. */
function onCable(plan: CablePlan, sheathM: number): OnCable {
  const { stations } = plan
  const markM = markAt(plan, sheathM)
  const index = lastBefore(stations, sheathM)
  const station = itemAt(stations, index)
  const { structure, chainageM } = station
  if (sheathM < station.sheathInM)
    return { position: { kind: 'tail', end: 'start', structure, at: structure.point }, chainageM, markM }
  const coil = sheathM < station.sheathOutM ? coilAt(plan, sheathM) : undefined
  if (coil !== undefined)
    return {
      position: { kind: 'coil', coil, intoM: sheathM - coil.sheathFromM, structure, at: structure.point },
      chainageM,
      markM,
    }
  const next = stations[index + 1]
  const span = plan.spans[index]
  if (next === undefined || span === undefined)
    return { position: { kind: 'tail', end: 'end', structure, at: structure.point }, chainageM, markM }
  const room = next.sheathInM - station.sheathOutM
  const share = room > 0 ? Math.min(1, Math.max(0, (sheathM - station.sheathOutM) / room)) : 0
  const at = pointOnSpan(span.plan, span.forward ? share : 1 - share)
  return {
    position: { kind: 'span', index, span, share, at },
    chainageM: chainageM + (next.chainageM - chainageM) * share,
    markM,
  }
}

/** Index of the last station at which the sheath has arrived; the first before that. */
function lastBefore(stations: readonly Station[], sheathM: number): number {
  let [low, high] = [0, stations.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (itemAt(stations, middle).sheathInM <= sheathM) low = middle
    else high = middle - 1
  }
  return low
}

function coilAt({ coils }: CablePlan, sheathM: number): Coil | undefined {
  let [low, high] = [0, coils.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (itemAt(coils, middle).sheathFromM <= sheathM) low = middle
    else high = middle - 1
  }
  const coil = coils[low]
  return coil !== undefined && sheathM >= coil.sheathFromM && sheathM <= coil.sheathToM ? coil : undefined
}

/** Of a new piece nobody wrote down the marks. */
export function markAt({ basis, marked, cable }: CablePlan, sheathM: number): number | undefined {
  const { marksM } = cable.declared
  if (basis !== 'marks' || marksM === undefined) return undefined
  const stretch = marked?.stretches.find(
    ({ sheathFromM, sheathToM }) => sheathM >= sheathFromM - tolerance && sheathM <= sheathToM + tolerance,
  )
  if (stretch === undefined) return undefined
  return stretch.mark + (sheathM - stretch.sheathFromM) * (marksM.end >= marksM.start ? 1 : -1)
}

export type Side = 'a' | 'b'

export interface OnRoute extends OnCable {
  readonly hop: Hop
  readonly sheathM: number
  /** Drawn metres along the route, from the end that was asked for. */
  readonly routeChainageM: number
}

/**
 * Where so much glass from one end of a route comes to lie; `before` and `beyond` are off its ends. A route without
 * cable has no ground.
 */
export function onRoute(plan: Line, from: Side, glassM: number): OnRoute | 'before' | 'beyond' {
  if (glassM < 0) return 'before'
  if (glassM > plan.glassM + tolerance || plan.hops.length === 0) return 'beyond'
  const fromA = from === 'a' ? glassM : plan.glassM - glassM
  const hop = hopAt(plan.hops, fromA)
  const along = Math.max(0, fromA - hop.glassFromM)
  const startM = glassAt(hop.cable, hop.sheathFromM)
  const sheathM = hop.forward
    ? Math.min(hop.sheathToM, sheathUnder(hop.cable, startM + along))
    : Math.max(hop.sheathToM, sheathUnder(hop.cable, startM - along))
  const found = onCable(hop.cable, sheathM)
  const fromStart =
    hop.fromChainageM + Math.abs(found.chainageM - itemAt(hop.cable.stations, hop.fromStation).chainageM)
  return { ...found, hop, sheathM, routeChainageM: from === 'a' ? fromStart : plan.drawnM - fromStart }
}

/** Rounding of sums of some thousand lengths. */
export const tolerance = 1e-6

function hopAt(hops: readonly Hop[], glassM: number): Hop {
  return hops.find(({ glassToM }) => glassM <= glassToM) ?? itemAt(hops, -1)
}
