import type { InventoryValue, NetworkValue, PlantValue, SiteValue } from './value.ts'

/** Puts a list into another order. */
export type Shuffle = <T>(list: readonly T[]) => T[]

/** The order that a stream of numbers from 0 to below 1 gives. */
export function shuffleBy(random: () => number): Shuffle {
  return list =>
    list
      .map(item => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
}

/** The same inventory with every list and map whose order means nothing in another order. */
export function reordered(inventory: InventoryValue, shuffle: Shuffle): InventoryValue {
  const { network, sites, tenants, areas, plants, routes, circuits, uplinks, providers, waivers } = inventory
  return {
    network: networkReordered(network, shuffle),
    sites: shuffle(sites).map(site => siteReordered(site, shuffle)),
    tenants: shuffle(tenants),
    areas: shuffle(areas),
    plants: shuffle(plants).map(plant => plantReordered(plant, shuffle)),
    routes: shuffle(routes),
    circuits: shuffle(circuits),
    uplinks: shuffle(uplinks),
    providers: shuffle(providers).map(provider => ({ ...provider, contracts: shuffle(provider.contracts ?? []) })),
    waivers: shuffle(waivers),
  }
}

function networkReordered(network: NetworkValue, shuffle: Shuffle): NetworkValue {
  const zones = Object.fromEntries(
    shuffle(Object.entries(network.zones)).map(([id, zone]) => [id, { ...zone, reaches: shuffle(zone.reaches) }]),
  )
  const handoffs = Object.fromEntries(
    shuffle(Object.entries(network.handoffs ?? {})).map(([id, handoff]) => [
      id,
      { ...handoff, ports: shuffle(handoff.ports) },
    ]),
  )
  return { ...network, zones, handoffs, segments: mapReordered(network.segments, shuffle) }
}

function siteReordered(site: SiteValue, shuffle: Shuffle): SiteValue {
  const segments = Object.fromEntries(
    shuffle(Object.entries(site.segments)).map(([id, use]) => [id, Array.isArray(use) ? shuffle(use) : use]),
  )
  return {
    ...mapReordered(site, shuffle),
    tenants: shuffle(site.tenants),
    segments,
    ...(site.cores === undefined ? {} : { cores: mapReordered(site.cores, shuffle) }),
  }
}

function plantReordered(plant: PlantValue, shuffle: Shuffle): PlantValue {
  const { structures = [], spans = [], cables = [], slack = [], splices = [], cableTypes = [] } = plant
  return {
    ...plant,
    structures: shuffle(structures),
    spans: shuffle(spans),
    cables: shuffle(cables),
    slack: shuffle(slack),
    splices: shuffle(splices),
    cableTypes: shuffle(cableTypes),
  }
}

function mapReordered<T extends object>(map: T, shuffle: Shuffle): T {
  return Object.fromEntries(shuffle(Object.entries(map))) as T
}
