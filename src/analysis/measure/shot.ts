import type { Network, Trace } from '../../model/network.ts'
import { partsOfStep } from '../../model/strands.ts'
import type { Line, PlantPlan } from '../../plan/plant/plant-plan.ts'
import type { Side } from '../../plan/plant/position.ts'
import { lineOf } from '../otdr/line.ts'
import { glassOf, type Reading } from '../otdr/reading.ts'

/** A trace on the line that it was shot along. */
export interface Shot {
  readonly trace: Trace
  readonly plan: Line
  readonly side: Side
  /** Core of the trace's own cable; a route's second strand lies in another than the path names. */
  readonly core: number
  /** Glass from the port to what the instrument shows at a distance. */
  readonly glassOf: (atM: number) => number
}

/** Why a trace has no line. */
export type Astray =
  | { readonly kind: 'no-core'; readonly cores: number }
  /** The structure is no end of what its core is part of. */
  | { readonly kind: 'no-end'; readonly ends: readonly string[] }
  | { readonly kind: 'no-way' }

/** What a trace looks along: the route that lights its core, else the cable alone. */
export function shotOf(network: Network, plant: PlantPlan, trace: Trace): Shot | Astray {
  const { declared, cable } = trace
  const core = partsOfStep(declared.core).number ?? 0
  const own = plant.cables.get(cable.id)?.cores.find(each => each.core === core)
  if (own === undefined) return { kind: 'no-core', cores: cable.type.declared.cores }
  const reading = readingOf(trace)
  const lines = (own.state === 'lit' ? own.routes : [undefined]).map(route =>
    lineOf(network, plant, route === undefined ? { cable: cable.id, core, ...reading } : { route, ...reading }),
  )
  const found = lines.find(line => !('kind' in line))
  if (found === undefined || 'kind' in found) {
    const ends = own.routes.flatMap(route => endsOf(plant.routes.get(route)?.hops ?? []))
    const isEnd = lines.some(line => 'kind' in line && line.kind === 'unknown-end')
    if (!isEnd) return { kind: 'no-way' }
    return { kind: 'no-end', ends: ends.length > 0 ? ends : endsOfCable(plant, cable.id) }
  }
  const { plan, side } = found
  return {
    trace,
    plan,
    side,
    core,
    glassOf: atM => glassOf(plan, side, { ...reading, readingM: atM }),
  }
}

function endsOf(hops: Line['hops']): string[] {
  return [hops[0]?.from.id, hops.at(-1)?.to.id].flatMap(id => id ?? [])
}

function endsOfCable({ cables }: PlantPlan, id: string): string[] {
  const stations = cables.get(id)?.stations ?? []
  return [stations[0], stations.at(-1)].flatMap(station => (station === undefined ? [] : [station.structure.id]))
}

/** What `serat locate --otdr` calls the line of a shot. */
export function lineNameOf({ trace, core }: Shot, plant: PlantPlan): string {
  const own = plant.cables.get(trace.cable.id)?.cores.find(each => each.core === core)
  const route = own?.routes[0]
  return own?.state === 'lit' && route !== undefined ? `route=${route}` : `cable=${trace.cable.id},core=${core}`
}

function readingOf({ declared, from }: Trace): Omit<Reading, 'route' | 'cable' | 'core'> {
  const { groupIndex, launchM, helixPercent, wavelengthNm, pulseNs } = declared
  return {
    from: from.id,
    readingM: 0,
    launchM,
    helixSetPercent: helixPercent,
    wavelengthNm,
    ...(groupIndex === undefined ? {} : { ior: groupIndex }),
    ...(pulseNs === undefined ? {} : { pulseNs }),
  }
}
