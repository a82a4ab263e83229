import type { Source } from '../../source/source.ts'
import type { InventoryValue } from './value.ts'
import { yamlText } from './yaml-text.ts'

const mostInFile = 200

/**
 * The files that an inventory stands in, in no order that means anything: one a site and a plant area, lists for what
 * is many and small.
 */
export function sourcesOf(inventory: InventoryValue): Source[] {
  const { network, sites, tenants, areas, plants, routes, circuits, uplinks, providers, waivers } = inventory
  return [
    source('network.yaml', network),
    ...(waivers.length === 0 ? [] : [source('waivers.yaml', waivers)]),
    ...(areas.length === 0 ? [] : [source('areas/kecamatan.yaml', areas)]),
    ...sites.map(site => source(`opd/${site.site}.yaml`, site)),
    ...plants.map(plant => source(`plant/${plant.plant}.yaml`, plant)),
    ...providers.map(provider => source(`providers/${provider.provider}.yaml`, provider)),
    ...lists('tenants', tenants, () => 'opd'),
    ...lists('routes', routes, ({ ring }) => ring ?? 'spur'),
    ...lists('circuits', [...uplinks, ...circuits], ({ provider }) => provider),
  ]
}

function source(path: string, data: unknown): Source {
  return { path, text: yamlText(data) }
}

function lists<T>(folder: string, things: readonly T[], nameOf: (thing: T) => string): Source[] {
  return [...Map.groupBy(things, nameOf)].flatMap(([name, list]) =>
    chunks(list).map((chunk, i) => source(`${folder}/${name}${i === 0 ? '' : `-part-${i + 1}`}.yaml`, chunk)),
  )
}

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / mostInFile) }, (_, i) =>
    list.slice(i * mostInFile, (i + 1) * mostInFile),
  )
}
