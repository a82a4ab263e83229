import type { Named, Structure } from '../../model/network.ts'
import { placeOf } from './place.ts'
import type { Hop, PlantPlan, RoutePlan } from './plant-plan.ts'

/** What a route goes over: cables, spans, structures on the way. Each once, in order from `a` to `b`. */
export function componentsOf({ hops }: RoutePlan): Named[] {
  const found = new Map<string, Named>()
  const add = (kind: string, id: string): void => {
    found.set(`${kind}:${id}`, { kind, id })
  }
  for (const hop of hops) {
    add('structure', hop.from.id)
    add('cable', hop.cable.cable.id)
    for (const { plan } of spansOfHop(hop)) add('span', plan.span.id)
    for (const { structure } of stationsOfHop(hop)) add('structure', structure.id)
    for (const closure of cutsOfHop(hop)) add('structure', closure.id)
    add('structure', hop.to.id)
  }
  return [...found.values()]
}

/** Spans of the stretch, in the cable's order. */
export function spansOfHop({ cable, fromStation, toStation }: Hop): CableSpans {
  return cable.spans.slice(Math.min(fromStation, toStation), Math.max(fromStation, toStation))
}

type CableSpans = Hop['cable']['spans']

/** Stations of the stretch, both ends included, in the cable's order. */
export function stationsOfHop({ cable, fromStation, toStation }: Hop): Hop['cable']['stations'] {
  return cable.stations.slice(Math.min(fromStation, toStation), Math.max(fromStation, toStation) + 1)
}

/** Closures strictly between the ends of the stretch in which its cable was cut and repaired. */
function cutsOfHop({ cable, fromStation, toStation }: Hop): Structure[] {
  const [low, high] = [Math.min(fromStation, toStation), Math.max(fromStation, toStation)]
  return [...cable.cuts].flatMap(([station, closure]) => (station > low && station < high ? [closure] : []))
}

/** Routes that are not retired, by each component `kind:id` that they go over. Computed once for a plan. */
export function routesByComponent(plant: PlantPlan): ReadonlyMap<string, readonly string[]> {
  const found = known.get(plant)
  if (found !== undefined) return found
  const living = [...plant.routes.values()].filter(({ route }) => route.declared.status !== 'retired')
  const uses = living.flatMap(plan =>
    componentsOf(plan).map(({ kind, id }) => ({ component: `${kind}:${id}`, route: plan.route.id })),
  )
  const routes = new Map(
    [...Map.groupBy(uses, ({ component }) => component)].map(([key, here]) => [key, here.map(({ route }) => route)]),
  )
  known.set(plant, routes)
  return routes
}

const known = new WeakMap<PlantPlan, ReadonlyMap<string, readonly string[]>>()

/** Places at which a route ends: what it shares there with another is no fault. */
export function endPlaces({ hops }: RoutePlan): ReadonlySet<string> {
  return new Set([hops[0]?.from, hops.at(-1)?.to].flatMap(end => (end === undefined ? [] : [placeOf(end)])))
}
