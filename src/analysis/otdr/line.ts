import type { Network, Structure } from '../../model/network.ts'
import { cutAt, glassAt } from '../../plan/plant/glass.ts'
import { placeOf } from '../../plan/plant/place.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import type { Hop, Line, PlantPlan } from '../../plan/plant/plant-plan.ts'
import type { Side } from '../../plan/plant/position.ts'
import { itemAt } from '../../text/item-at.ts'
import { sideOf, type OfCore, type Reading } from './reading.ts'

/** Why there is nothing to look along. */
export type NoLine =
  | { readonly kind: 'unknown-route'; readonly route: string }
  | { readonly kind: 'unknown-cable'; readonly cable: string }
  | { readonly kind: 'unknown-core'; readonly cable: string; readonly core: number; readonly cores: number }
  /** A core that routes light is shot as the route: its splices are known. */
  | { readonly kind: 'lit-core'; readonly cable: string; readonly core: number; readonly routes: readonly string[] }
  | { readonly kind: 'unknown-end'; readonly from: string; readonly ends: readonly string[] }
  /** A patch cord inside one building, or a route whose path could not be loaded. */
  | { readonly kind: 'no-cable'; readonly route: string }

/** Where a core leaves its cable: what is behind it may be on the other strand. */
interface Joint {
  readonly closure: Structure
  readonly strand: string
  /** Glass from the `a` end. */
  readonly glassM: number
  /** The end of the cable that it lies at; undefined where the cable goes on. */
  readonly end: Side | undefined
}

interface Looked {
  readonly plan: Line
  readonly side: Side
  /** None on a route, whose path names every joint. */
  readonly joined: readonly Joint[]
}

/** What a shot looks along, and from which side. */
export function lineOf(network: Network, plant: PlantPlan, reading: Reading): Looked | NoLine {
  if (!('route' in reading)) return coreLine(network, plant, reading)
  const plan = plant.routes.get(reading.route)
  if (plan === undefined) return { kind: 'unknown-route', route: reading.route }
  const side = sideOf(plan, reading.from)
  if (side === undefined)
    return { kind: 'unknown-end', from: reading.from, ends: [plan.route.a.router.id, plan.route.b.router.id] }
  return plan.hops.length === 0 ? { kind: 'no-cable', route: reading.route } : { plan, side, joined: [] }
}

/**
 * The first joint that light from a side comes to, beside the one that it goes in at; its glass is counted from there.
 */
export function firstJoint(joined: readonly Joint[], side: Side, wholeM: number): Joint | undefined {
  const ahead = joined.filter(({ end }) => end !== side)
  const seen = ahead.map(joint => ({ ...joint, glassM: side === 'a' ? joint.glassM : wholeM - joint.glassM }))
  return seen.toSorted((one, other) => one.glassM - other.glassM)[0]
}

function coreLine(network: Network, plant: PlantPlan, { cable: id, core, from }: OfCore & Reading): Looked | NoLine {
  const cable = plant.cables.get(id)
  if (cable === undefined || cable.stations.length < 2) return { kind: 'unknown-cable', cable: id }
  const own = cable.cores.find(one => one.core === core)
  if (own === undefined) return { kind: 'unknown-core', cable: id, core, cores: cable.cores.length }
  if (own.state === 'lit') return { kind: 'lit-core', cable: id, core, routes: own.routes }
  const hop = wholeCable(cable, core)
  const side = sideOfCable(hop, from)
  if (side === undefined) return { kind: 'unknown-end', from, ends: [hop.from.id, hop.to.id] }
  const plan = { hops: [hop], strands: [], glassM: hop.glassToM, drawnM: hop.toChainageM }
  return { plan, side, joined: jointsOf(network, hop) }
}

function wholeCable(cable: CablePlan, core: number): Hop {
  const last = cable.stations.length - 1
  const sheathAt = (station: number): number => cutAt(cable.stations, cable.sheathM, station)
  const [sheathFromM, sheathToM] = [sheathAt(0), sheathAt(last)]
  return {
    cable,
    step: 0,
    lastStep: 0,
    core,
    from: itemAt(cable.stations, 0).structure,
    to: itemAt(cable.stations, last).structure,
    fromStation: 0,
    toStation: last,
    forward: true,
    sheathFromM,
    sheathToM,
    fromChainageM: 0,
    toChainageM: itemAt(cable.stations, last).chainageM - itemAt(cable.stations, 0).chainageM,
    glassFromM: 0,
    glassToM: glassAt(cable, sheathToM) - glassAt(cable, sheathFromM),
  }
}

/** A cable that ends where it began has ends of one name: those are told apart as `a` and `b` alone. */
function sideOfCable({ from: start, to: end }: Hop, from: string): Side | undefined {
  if (from === 'a' || from === 'b') return from
  const names = (structure: Structure): (string | undefined)[] => [
    structure.id,
    structure.declared.site,
    placeOf(structure),
  ]
  const [isStart, isEnd] = [names(start).includes(from), names(end).includes(from)]
  return isStart === isEnd ? undefined : isStart ? 'a' : 'b'
}

/** Splices of this core to another, by where its cable passes their closures; those of a repair join it to itself. */
function jointsOf({ splices }: Network, { cable, core, sheathFromM }: Hop): Joint[] {
  const strand = `${cable.cable.id}/${core}`
  const startM = glassAt(cable, sheathFromM)
  return splices.flatMap(({ closure, declared: { a, b } }): Joint[] => {
    if (a === b || (a !== strand && b !== strand)) return []
    return (cable.stationsAt.get(placeOf(closure)) ?? []).map(station => ({
      closure,
      strand: a === strand ? b : a,
      glassM: glassAt(cable, cutAt(cable.stations, cable.sheathM, station)) - startM,
      end: station === 0 ? 'a' : station === cable.stations.length - 1 ? 'b' : undefined,
    }))
  })
}
