import type { Network, Splice, Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import type { CableSide, Hop, PlantPlan, RoutePlan, StructureStep } from '../../plan/plant/plant-plan.ts'
import { spliceKey } from '../../plan/plant/splices-met.ts'
import { litFrom } from '../../model/strands.ts'
import { strandEndsAt } from '../../plan/plant/cables.ts'
import { strandUses } from '../../plan/plant/strand-uses.ts'
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
  /** Which part of a cut cable the light of a route comes over, by splice and strand. */
  readonly sidesOfSplice: ReadonlyMap<string, ReadonlyMap<string, CableSide>>
  /** Stretches that are lit, by `cable/core`. */
  readonly litOn: ReadonlyMap<string, readonly LitSection[]>
  /** Ports in use, by ODF. */
  readonly portsOf: ReadonlyMap<string, readonly PortUse[]>
}

export interface CableHere {
  readonly plan: CablePlan
  readonly station: number
  readonly how: 'start' | 'end' | 'passes'
}

export interface LitSection {
  readonly route: string
  /** Stations of the cable, the lower first. */
  readonly low: number
  readonly high: number
  /** Stations at which the core ends in a port. */
  readonly ports: readonly number[]
}

export interface PortUse {
  readonly port: number
  readonly route: RoutePlan
  /** The core behind it; undefined where the port leads to another port in the room. */
  readonly strand: { readonly cable: CablePlan; readonly core: number } | undefined
  /** The next structure along that core, where the cable arrives from more than one side. */
  readonly towards: Structure | undefined
}

export function plantIndex(network: Network, plant: PlantPlan): PlantIndex {
  const sheets = [...network.structures.values()].filter(
    ({ declared: { kind } }) => kind === 'closure' || kind === 'odf',
  )
  const wanted = new Set(sheets.map(placeOf))
  const here = [...plant.cables.values()].flatMap(plan =>
    [...plan.stationsAt]
      .filter(([place]) => wanted.has(place))
      .flatMap(([place, stations]) => stations.map(station => ({ place, plan, station }))),
  )
  const cablesAt = new Map(
    [...Map.groupBy(here, ({ place }) => place)].map(([place, list]) => [
      place,
      list.map(({ plan, station }): CableHere => ({ plan, how: howAt(plan, station), station })),
    ]),
  )
  const met = [...plant.routes.values()]
    .filter(({ route }) => route.declared.status !== 'retired')
    .flatMap(({ route, strands }) =>
      strands.flatMap(({ splices }) =>
        splices.flatMap(({ at, strands: [a = '', b], sides }) =>
          b === undefined ? [] : [{ key: spliceKey(at.id, a, b), route: route.id, a, b, sides }],
        ),
      ),
    )
  return {
    network,
    plant,
    sheets,
    cablesAt,
    splicesOf: Map.groupBy(network.splices, ({ closure }) => closure.id),
    litOn: litSections(network),
    portsOf: portsOf(plant),
    sidesOfSplice: new Map(
      met.map(({ key, a, b, sides: [first, second] }) => [
        key,
        new Map([
          ...(first === undefined ? [] : [[a, first] as const]),
          ...(second === undefined ? [] : [[b, second] as const]),
        ]),
      ]),
    ),
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
  const uses = [...plant.routes.values()].filter(({ route }) => route.declared.status !== 'retired').flatMap(portUses)
  return new Map(
    [...Map.groupBy(uses, ({ odf }) => odf)].map(([odf, list]) => [
      odf,
      list.map(({ use }) => use).sort((a, b) => a.port - b.port || compareText(a.route.route.id, b.route.route.id)),
    ]),
  )
}

function portUses({ route, steps, hops, ...plan }: RoutePlan): { readonly odf: string; readonly use: PortUse }[] {
  return steps.flatMap(step => {
    if (step.kind !== 'structure' || step.port === undefined) return []
    const hop =
      hops.find(({ lastStep }) => lastStep + 1 === step.index) ?? hops.find(each => each.step - 1 === step.index)
    const towards = hop === undefined ? undefined : nextFrom(hop, step)
    return litFrom(route, step.port).map((port, offset) => ({
      odf: step.structure.id,
      use: {
        port,
        route: { route, steps, hops, ...plan },
        strand: hop === undefined ? undefined : { cable: hop.cable, core: hop.core + offset },
        towards,
      },
    }))
  })
}

function nextFrom(hop: Hop, { index, structure }: StructureStep): Structure | undefined {
  const { cable, step, fromStation, toStation } = hop
  if (strandEndsAt(cable, structure) < 2) return undefined
  const [here, there] = index < step ? [fromStation, toStation] : [toStation, fromStation]
  return cable.stations[here < there ? here + 1 : here - 1]?.structure
}

function litSections(network: Network): ReadonlyMap<string, readonly LitSection[]> {
  const plant = planPlant(network)
  const sections = strandUses(network).flatMap(({ route, cable, core, hop }) => {
    if (hop === undefined) return []
    const steps = plant.routes.get(route.id)?.steps ?? []
    const isPort = (at: number): boolean =>
      steps.some(step => step.index === at && step.kind === 'structure' && step.port !== undefined)
    const ports = [
      ...(isPort(hop.step - 1) ? [hop.fromStation] : []),
      ...(isPort(hop.lastStep + 1) ? [hop.toStation] : []),
    ]
    const [low, high] = hop.forward ? [hop.fromStation, hop.toStation] : [hop.toStation, hop.fromStation]
    return [{ strand: `${cable.id}/${core}`, section: { route: route.id, low, high, ports } }]
  })
  return new Map(
    [...Map.groupBy(sections, ({ strand }) => strand)].map(([strand, list]) => [
      strand,
      list.map(({ section }) => section),
    ]),
  )
}
