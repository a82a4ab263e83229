import type { InventoryValue } from './value.ts'

/** Functions that take one thing out of an inventory, with all that would be left hanging. */

export function withoutSite(inventory: InventoryValue, id: string): InventoryValue {
  const gone = inventory.sites.find(({ site }) => site === id)
  const { routes, circuits } = inventory
  const noRoutes = routes
    .filter(({ a, b }) => a.router === id || b.router === id)
    .reduce((rest, { route }) => withoutRoute(rest, route), inventory)
  const noCircuits = circuits
    .filter(({ site }) => site.id === id)
    .reduce((rest, { circuit }) => withoutCircuit(rest, circuit), noRoutes)
  return {
    ...noCircuits,
    sites: noCircuits.sites.filter(({ site }) => site !== id),
    tenants: noCircuits.tenants.filter(({ tenant }) => gone?.tenants.includes(tenant) !== true),
    plants: noCircuits.plants.map(plant =>
      plant.structures === undefined
        ? plant
        : { ...plant, structures: plant.structures.filter(({ site }) => site !== id) },
    ),
  }
}

/** A route with the cable that was laid for it. */
export function withoutRoute(inventory: InventoryValue, id: string): InventoryValue {
  const cables = new Set(inventory.routes.find(({ route }) => route === id)?.path?.map(step => step.split('/')[0]))
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

/** A circuit with the contract that paid for it alone. */
export function withoutCircuit(inventory: InventoryValue, id: string): InventoryValue {
  const contract = inventory.circuits.find(({ circuit }) => circuit === id)?.contract
  return {
    ...inventory,
    circuits: inventory.circuits.filter(({ circuit }) => circuit !== id),
    providers: inventory.providers.map(provider => ({
      ...provider,
      contracts: (provider.contracts ?? []).filter(one => one.contract !== contract),
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
