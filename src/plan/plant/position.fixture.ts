import type { CablePlan, Station } from './cable-plan.ts'
import type { Hop, RoutePlan } from './plant-plan.ts'
import { glassAt } from './glass.ts'
import { tolerance, type Side } from './position.ts'

/** The way back of `onRoute`, by which the tests hold it. */

/**
 * Glass from one end of a route to a chainage of it, counted from that end; coils that hang exactly there are passed.
 */
export function glassToChainage(plan: RoutePlan, from: Side, chainageM: number): number | undefined {
  const fromStart = from === 'a' ? chainageM : plan.drawnM - chainageM
  const hop = plan.hops.find(({ toChainageM }) => fromStart <= toChainageM + tolerance)
  if (hop === undefined || fromStart < -tolerance) return undefined
  const start = (hop.cable.stations[hop.fromStation] as Station).chainageM
  const onIt = hop.forward ? start + (fromStart - hop.fromChainageM) : start - (fromStart - hop.fromChainageM)
  const [low, high] = [Math.min(hop.sheathFromM, hop.sheathToM), Math.max(hop.sheathFromM, hop.sheathToM)]
  return glassTo(plan, from, hop, Math.min(high, Math.max(low, sheathOfChainage(hop.cable, onIt))))
}

/**
 * Glass from one end of a route to a place on the sheath of one of its cables; undefined where the route does not go
 * there.
 */
function glassTo({ hops, glassM }: RoutePlan, from: Side, hop: Hop, sheathM: number): number | undefined {
  const [low, high] = hop.forward ? [hop.sheathFromM, hop.sheathToM] : [hop.sheathToM, hop.sheathFromM]
  if (!hops.includes(hop) || sheathM < low - tolerance || sheathM > high + tolerance) return undefined
  const fromA = hop.glassFromM + Math.abs(glassAt(hop.cable, sheathM) - glassAt(hop.cable, hop.sheathFromM))
  return from === 'a' ? fromA : glassM - fromA
}

/** Sheath position of a place between the stations of a cable; at a station behind its coils. */
function sheathOfChainage({ stations }: CablePlan, chainageM: number): number {
  let [low, high] = [0, stations.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((stations[middle] as Station).chainageM <= chainageM) low = middle
    else high = middle - 1
  }
  const [station, next] = [stations[low] as Station, stations[low + 1]]
  const drawn = next === undefined ? 0 : next.chainageM - station.chainageM
  if (next === undefined || drawn <= 0) return station.sheathOutM
  return (
    station.sheathOutM + ((next.sheathInM - station.sheathOutM) * Math.max(0, chainageM - station.chainageM)) / drawn
  )
}
