import { contractValue, numberOf } from './lease-value.ts'
import type { InventoryValue, PlantValue, SiteValue } from './value.ts'

type StructureValue = NonNullable<PlantValue['structures']>[number]

/** Without a site, and without all that would be left hanging. */
export function withoutSite(inventory: InventoryValue, id: string): InventoryValue {
  const gone = inventory.sites.find(({ site }) => site === id)
  const { routes, circuits } = inventory
  const noRoutes = routes
    .filter(({ a, b }) => a.router === id || b.router === id)
    .reduce((rest, { route }) => withoutRoute(rest, route), inventory)
  const noCircuits = circuits
    .filter(({ site }) => site.id === id)
    .reduce((rest, { circuit }) => withoutCircuit(rest, circuit), noRoutes)
  const ends = new Set(noCircuits.plants.flatMap(({ spans = [] }) => spans.flatMap(({ from, to }) => [from, to])))
  return {
    ...noCircuits,
    sites: noCircuits.sites.filter(({ site }) => site !== id),
    tenants: noCircuits.tenants.filter(({ tenant }) => gone?.tenants.includes(tenant) !== true),
    plants: noCircuits.plants.map(plant =>
      plant.structures === undefined
        ? plant
        : { ...plant, structures: plant.structures.flatMap(one => (one.site === id ? left(one, gone, ends) : [one])) },
    ),
  }
}

/** Where cable of others still ends, the frame stays behind in its place. */
function left(
  { site, ...frame }: StructureValue,
  gone: SiteValue | undefined,
  ends: ReadonlySet<string>,
): readonly StructureValue[] {
  const { lat, lon } = gone?.location ?? {}
  return ends.has(frame.id) && lat !== undefined && lon !== undefined ? [{ ...frame, at: [lon, lat] }] : []
}

/** A route with the cable that was laid for it alone. */
export function withoutRoute(inventory: InventoryValue, id: string): InventoryValue {
  const hung = inventory.plants.flatMap(({ splices = [], slack = [] }) => [
    ...splices.flatMap(({ a, b }) => [a, b]),
    ...slack.map(({ cable }) => cable),
  ])
  const lit = inventory.routes.flatMap(({ route, path = [] }) => (route === id ? [] : path))
  const kept = new Set([...hung, ...lit].map(cableOf))
  const path = inventory.routes.find(({ route }) => route === id)?.path ?? []
  const cables = new Set(path.map(cableOf).filter(cable => !kept.has(cable)))
  const laid = inventory.plants.flatMap(({ cables: all = [] }) => all).filter(cable => cables.has(cable.id))
  const spans = new Set(laid.flatMap(cable => cable.spans))
  return {
    ...inventory,
    routes: inventory.routes.filter(({ route }) => route !== id),
    plants: inventory.plants.map(plant => ({
      ...plant,
      ...(plant.cables === undefined ? {} : { cables: plant.cables.filter(cable => !cables.has(cable.id)) }),
      ...(plant.spans === undefined ? {} : { spans: plant.spans.filter(span => !spans.has(span.id)) }),
    })),
  }
}

/** Of a step of a path, or of an end of a splice. */
function cableOf(step: string): string {
  return step.split('/')[0] ?? step
}

/** A circuit with the contract that paid for it alone; of one that pays for others too its share goes. */
export function withoutCircuit(inventory: InventoryValue, id: string): InventoryValue {
  const contract = inventory.circuits.find(({ circuit }) => circuit === id)?.contract
  const circuits = inventory.circuits.filter(({ circuit }) => circuit !== id)
  const paid = [...circuits, ...inventory.uplinks].filter(one => one.contract === contract)
  return {
    ...inventory,
    circuits,
    providers: inventory.providers.map(provider => ({
      ...provider,
      contracts: (provider.contracts ?? []).flatMap(one => {
        if (one.contract !== contract) return [one]
        return paid.length === 0 ? [] : [contractValue(one.contract, numberOf(one), paid)]
      }),
    })),
  }
}

/** Whether every site still has a way to a core: over routes, or by a circuit of its own. */
export function isConnected({ sites, routes, circuits }: InventoryValue): boolean {
  const neighbours = new Map<string, string[]>()
  for (const { a, b } of routes) {
    neighbours.set(a.router, [...(neighbours.get(a.router) ?? []), b.router])
    neighbours.set(b.router, [...(neighbours.get(b.router) ?? []), a.router])
  }
  const queue = sites.flatMap(({ cores = {} }) => Object.keys(cores))
  const reached = new Set(queue)
  for (const router of queue) {
    for (const next of neighbours.get(router) ?? []) {
      if (!reached.has(next)) queue.push(next)
      reached.add(next)
    }
  }
  const leased = new Set(circuits.map(({ site }) => site.id))
  return sites.every(({ site }) => reached.has(site) || leased.has(site))
}
