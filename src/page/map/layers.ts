import L from 'leaflet'
import type { Feature, Geometry } from '../../render/map/feature.ts'
import {
  areaFeatures,
  cableFeatures,
  circuitFeatures,
  radiusFeature,
  routeFeatures,
  siteFeatures,
  structureFeatures,
} from '../../render/map/features.ts'
import type { World } from '../world/world.ts'

export const layerIds = ['areas', 'limit', 'leased', 'cables', 'routes', 'structures', 'sites'] as const
export type LayerId = (typeof layerIds)[number]

export interface Drawn {
  readonly layers: ReadonlyMap<LayerId, L.LayerGroup>
  /** By `kind:id`. */
  readonly shapes: ReadonlyMap<string, L.Path>
}

function featuresOf({ network, plan }: World): Readonly<Record<LayerId, () => Iterable<Feature>>> {
  return {
    areas: () => areaFeatures(network),
    limit: () => radiusFeature(network),
    leased: () => circuitFeatures(network),
    cables: () => cableFeatures(plan.plant),
    routes: () => routeFeatures(plan.plant),
    structures: () => structureFeatures(network),
    sites: () => siteFeatures(network),
  }
}

/** Every layer with its shapes. `open` hears what is clicked, as `kind:id`. */
export function drawLayers(world: World, open: (key: string) => void): Drawn {
  const shapes = new Map<string, L.Path>()
  const layers = new Map<LayerId, L.LayerGroup>()
  const onFibre = new Set(
    [...world.network.routes.values()].flatMap(({ a, b, active }) =>
      active ? [a.router.siteId, b.router.siteId] : [],
    ),
  )
  for (const id of layerIds) {
    const group = L.layerGroup()
    for (const feature of featuresOf(world)[id]()) {
      const shape = shapeOf(id, feature, onFibre)
      const key = `${feature.kind}:${feature.id}`
      shapes.set(key, shape)
      if (id !== 'limit') shape.on('click', () => open(key))
      shape.bindTooltip(tooltipOf(feature), { sticky: true })
      group.addLayer(shape)
    }
    layers.set(id, group)
  }
  return { layers, shapes }
}

/** As an element, never as markup: names are other people's texts. */
function tooltipOf({ kind, id, name }: Feature): HTMLElement {
  const element = document.createElement('span')
  element.textContent = name === id ? `${kind} ${id}` : `${name} (${id})`
  return element
}

function latLngs({ coordinates, type }: Exclude<Geometry, { readonly type: 'Point' }>): L.LatLngTuple[] {
  const line = type === 'Polygon' ? (coordinates[0] ?? []) : coordinates
  return line.map(([lon, lat]) => [lat, lon])
}

function shapeOf(layer: LayerId, { geometry, properties, id }: Feature, onFibre: ReadonlySet<string>): L.Path {
  const classes = classOf(layer, properties, onFibre.has(id))
  if (geometry.type === 'Point') {
    const [lon, lat] = geometry.coordinates
    return L.circleMarker([lat, lon], { radius: radiusOf(layer, properties), className: classes })
  }
  return geometry.type === 'Polygon'
    ? L.polygon(latLngs(geometry), { className: classes })
    : L.polyline(latLngs(geometry), { className: classes })
}

function radiusOf(layer: LayerId, properties: Feature['properties']): number {
  if (layer === 'structures') return properties['type'] === 'pole' ? 2.5 : 4
  return properties['class'] === 'hub' ? 9 : 6
}

function classOf(layer: LayerId, properties: Feature['properties'], lit: boolean): string {
  const words = ['shape', `shape-${layer}`]
  if (layer === 'leased') words.push(`service-${properties['service']}`, `role-${properties['role']}`)
  if (layer === 'sites') words.push(`quality-${properties['coordinateQuality']}`, lit ? 'on-fibre' : 'on-lease')
  if (layer === 'structures') words.push(`structure-${properties['type']}`)
  if (properties['status'] !== undefined && properties['status'] !== 'active') words.push('not-active')
  return words.join(' ')
}
