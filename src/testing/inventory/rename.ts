import type { InventoryValue } from './value.ts'

/** Functions that give one thing another id, everywhere, and say in `was` what it was called. */

export function renamedSite(inventory: InventoryValue, from: string, to: string): InventoryValue {
  const end = <End extends { router: string }>(one: End): End => (one.router === from ? { ...one, router: to } : one)
  return {
    ...inventory,
    sites: inventory.sites.map(site =>
      site.site === from ? { ...site, site: to, was: [from, ...(site.was ?? [])] } : site,
    ),
    routes: inventory.routes.map(route => ({ ...route, a: end(route.a), b: end(route.b) })),
    circuits: inventory.circuits.map(circuit =>
      circuit.site.id === from ? { ...circuit, site: { ...circuit.site, id: to } } : circuit,
    ),
    plants: inventory.plants.map(plant =>
      plant.structures === undefined
        ? plant
        : { ...plant, structures: plant.structures.map(one => (one.site === from ? { ...one, site: to } : one)) },
    ),
  }
}

export function renamedRoute(inventory: InventoryValue, from: string, to: string): InventoryValue {
  return {
    ...inventory,
    routes: inventory.routes.map(route =>
      route.route === from ? { ...route, route: to, was: [from, ...(route.was ?? [])] } : route,
    ),
  }
}

export function renamedCircuit(inventory: InventoryValue, from: string, to: string): InventoryValue {
  return {
    ...inventory,
    circuits: inventory.circuits.map(circuit =>
      circuit.circuit === from ? { ...circuit, circuit: to, was: [from, ...(circuit.was ?? [])] } : circuit,
    ),
  }
}
