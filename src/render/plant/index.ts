import type { Network, Splice, Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import type { CablePlan, PlantPlan, RoutePlan } from '../../plan/plant/plant-plan.ts'
import { spliceKey } from '../../plan/plant/routes.ts'
import { partsOfStep } from '../../model/strands.ts'
import { compareText } from '../../text/order.ts'

/** Who meets whom in closures and ODFs, gathered once for all their sheets. */
export interface PlantIndex {
  readonly network: Network
  readonly plant: PlantPlan
  /** Closures and ODFs, sorted by id. */
  readonly sheets: readonly Structure[]
  /** Cables by place, in order of id. */
  readonly cablesAt: ReadonlyMap<string, readonly CableHere[]>
  readonly splicesOf: ReadonlyMap<string, readonly Splice[]>
  /** Strands that are spliced at a place, in whichever closure. */
  readonly splicedAt: ReadonlyMap<string, ReadonlySet<string>>
  /** Routes by the splice that they go through. */
  readonly routesOfSplice: ReadonlyMap<string, readonly string[]>
  /** Ports in use, by ODF. */
  readonly portsOf: ReadonlyMap<string, readonly PortUse[]>
}

export interface CableHere {
  readonly plan: CablePlan
  readonly how: 'start' | 'end' | 'passes'
}

export interface PortUse {
  readonly port: number
  readonly route: RoutePlan
  /** The core behind it; undefined where the port leads to another port in the room. */
  readonly strand: { readonly cable: CablePlan; readonly core: number } | undefined
}

export function plantIndex(network: Network, plant: PlantPlan): PlantIndex {
  const sheets = [...network.structures.values()].filter(
    ({ declared: { kind } }) => kind === 'closure' || kind === 'odf',
  )
  const wanted = new Set(sheets.map(placeOf))
  const here = [...plant.cables.values()].flatMap(plan =>
    [...plan.stationAt].filter(([place]) => wanted.has(place)).map(([place, station]) => ({ place, plan, station })),
  )
  const cablesAt = new Map(
    [...Map.groupBy(here, ({ place }) => place)].map(([place, list]) => [
      place,
      list.map(({ plan, station }): CableHere => ({ plan, how: howAt(plan, station) })),
    ]),
  )
  const met = [...plant.routes.values()]
    .filter(({ route }) => route.declared.status !== 'retired')
    .flatMap(({ route, strands }) =>
      strands.flatMap(({ splices }) =>
        splices.flatMap(({ at, strands: [a = '', b] }) =>
          b === undefined ? [] : [{ key: spliceKey(at.id, a, b), route: route.id }],
        ),
      ),
    )
  return {
    network,
    plant,
    sheets,
    cablesAt,
    splicesOf: Map.groupBy(network.splices, ({ closure }) => closure.id),
    portsOf: portsOf(plant),
    splicedAt: new Map(
      [...Map.groupBy(network.splices, ({ closure }) => placeOf(closure))].map(([place, list]) => [
        place,
        new Set(list.flatMap(({ declared: { a, b } }) => [a, b])),
      ]),
    ),
    routesOfSplice: new Map(
      [...Map.groupBy(met, ({ key }) => key)].map(([key, list]) => [key, [...new Set(list.map(({ route }) => route))]]),
    ),
  }
}

function howAt({ stations }: CablePlan, station: number): CableHere['how'] {
  if (station === 0) return 'start'
  return station === stations.length - 1 ? 'end' : 'passes'
}

function portsOf(plant: PlantPlan): ReadonlyMap<string, readonly PortUse[]> {
  const uses = [...plant.routes.values()]
    .filter(({ route }) => route.declared.status !== 'retired')
    .flatMap(route => portUses(plant, route))
  return new Map(
    [...Map.groupBy(uses, ({ odf }) => odf)].map(([odf, list]) => [
      odf,
      list.map(({ use }) => use).sort((a, b) => a.port - b.port || compareText(a.route.route.id, b.route.route.id)),
    ]),
  )
}

function portUses({ cables }: PlantPlan, route: RoutePlan): { readonly odf: string; readonly use: PortUse }[] {
  const steps = (route.route.declared.path ?? []).map(partsOfStep)
  return steps.flatMap(({ name, number }, i) => {
    if (number === undefined || cables.has(name)) return []
    const beside = [steps[i - 1], steps[i + 1]].find(step => step !== undefined && cables.has(step.name))
    const cable = cables.get(beside?.name ?? '')
    return route.strands.map((_, offset) => ({
      odf: name,
      use: {
        port: number + offset,
        route,
        strand:
          cable === undefined || beside?.number === undefined ? undefined : { cable, core: beside.number + offset },
      },
    }))
  })
}
