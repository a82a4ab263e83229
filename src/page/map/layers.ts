import L from 'leaflet'
import type { Feature, Geometry } from '../../render/map/feature.ts'
import {
  areaFeatures,
  cableFeatures,
  circuitFeatures,
  radiusFeature,
  routeFeatures,
  siteFeatures,
  spanFeatures,
  structureFeatures,
} from '../../render/map/features.ts'
import { capital } from '../../words/things.ts'
import { keyOf } from '../things/thing.ts'
import type { World } from '../world/world.ts'

export const layerIds = ['areas', 'limit', 'leased', 'spans', 'cables', 'routes', 'structures', 'sites'] as const
export type LayerId = (typeof layerIds)[number]

export interface Drawn {
  readonly layer: (id: LayerId) => L.LayerGroup
  readonly isMade: (id: LayerId) => boolean
  /** Of `kind:id`. */
  readonly shape: (key: string) => L.Path | undefined
}

function featuresOf({ network, plan }: World): Readonly<Record<LayerId, () => Iterable<Feature>>> {
  return {
    areas: () => areaFeatures(network),
    limit: () => radiusFeature(network),
    leased: () => circuitFeatures(network),
    spans: () => spanFeatures(plan.plant),
    cables: () => cableFeatures(plan.plant),
    routes: () => routeFeatures(plan.plant),
    structures: () => structureFeatures(network),
    sites: () => siteFeatures(network),
  }
}

/** Layers of which there is too much to show until the map is near. */
export const nearLayers: ReadonlySet<LayerId> = new Set(['spans', 'structures'])

/**
 * What is drawn of a component or a thing, as `kind:id`: a trench is its spans, a core its cable, a router the site
 * that it stands at.
 */
export function drawnOf({ network }: World, name: string): readonly string[] {
  const cut = name.indexOf(':')
  const [kind, id] = [name.slice(0, cut), name.slice(cut + 1)]
  if (kind === 'closure' || kind === 'building') return [`structure:${id}`]
  if (kind === 'core') return [`cable:${id.split('/')[0]}`]
  if (kind === 'router') return [`site:${network.routers.get(id)?.siteId}`]
  if (kind !== 'trench') return [name]
  return [...network.spans.values()].filter(({ declared }) => declared.trench === id).map(span => `span:${span.id}`)
}

export const fewestCrowded = 250

/** So many sites that the whole map shows where they are rather than each of them. */
export function isCrowded({ network }: World): boolean {
  return network.sites.size >= fewestCrowded
}

interface Listener {
  /** Hears what is clicked, as `kind:id`. */
  readonly open: (key: string) => void
  /** What a kind of thing, or of a structure or span, is called. */
  readonly word: (kind: string) => string
}

/** Every layer in a pane of its own, in their order; its shapes are made when the layer is first wanted. */
export function drawLayers(map: L.Map, world: World, { open, word }: Listener): Drawn {
  const shapes = new Map<string, L.Path>()
  const made = new Map<LayerId, L.FeatureGroup>()
  const look = { onFibre: sitesOnFibre(world), isCrowded: isCrowded(world) }
  const make = (id: LayerId): L.FeatureGroup => {
    const group = L.featureGroup()
    const features = new Map<unknown, Feature>()
    const options = { pane: paneOf(map, id), renderer: L.svg({ padding: 0, pane: id }) }
    for (const feature of featuresOf(world)[id]()) {
      const shape = shapeOf(id, feature, { ...look, options })
      shapes.set(keyOf(feature), shape)
      features.set(shape, feature)
      group.addLayer(shape)
    }
    // One ear for all of them: thousands of shapes with their own would take longer than drawing them.
    group.on('click', event => {
      const feature = features.get(event.propagatedFrom)
      if (feature !== undefined && id !== 'limit') open(keyOf(feature))
    })
    group.bindTooltip(shape => tooltipOf(features.get(shape), word), { sticky: true })
    made.set(id, group)
    return group
  }
  const layer = (id: LayerId): L.LayerGroup => made.get(id) ?? make(id)
  return {
    layer,
    isMade: id => made.has(id),
    shape: key => {
      const home = layerOfKind[key.slice(0, key.indexOf(':'))]
      if (home !== undefined) layer(home)
      return shapes.get(key)
    },
  }
}

/** Panes lie over each other as the layers are listed, whichever is added last. */
function paneOf(map: L.Map, id: LayerId): string {
  const pane = map.getPane(id) ?? map.createPane(id)
  pane.style.zIndex = String(400 + 5 * layerIds.indexOf(id))
  return id
}

const layerOfKind: Readonly<Record<string, LayerId>> = {
  area: 'areas',
  circuit: 'leased',
  span: 'spans',
  cable: 'cables',
  route: 'routes',
  structure: 'structures',
  site: 'sites',
}

function sitesOnFibre({ network }: World): ReadonlySet<string> {
  return new Set(
    [...network.routes.values()].flatMap(({ a, b, active }) => (active ? [a.router.siteId, b.router.siteId] : [])),
  )
}

/** As an element, never as markup: names are other people's texts. */
function tooltipOf(feature: Feature | undefined, word: Listener['word']): HTMLElement {
  const element = document.createElement('span')
  if (feature === undefined) return element
  const { kind, id, name, properties } = feature
  const own = kind === 'structure' || kind === 'span' ? word(String(properties['type'])) : ''
  const place = [properties['duct'], properties['trench']].filter(each => each !== undefined).join(', ')
  const words = name === id ? [capital(own === '' || kind === 'span' ? word(kind) : own), id] : [`${name} (${id})`]
  element.textContent = [...words, kind === 'span' ? own : '', place].filter(Boolean).join(' ')
  return element
}

function latLngs({ coordinates, type }: Exclude<Geometry, { readonly type: 'Point' }>): L.LatLngTuple[] {
  const line = type === 'Polygon' ? (coordinates[0] ?? []) : coordinates
  return line.map(([lon, lat]) => [lat, lon])
}

interface Look {
  readonly onFibre: ReadonlySet<string>
  readonly isCrowded: boolean
  readonly options: L.PathOptions
}

function shapeOf(layer: LayerId, { geometry, properties, id }: Feature, look: Look): L.Path {
  const classes = classOf(layer, properties, look.onFibre.has(id))
  if (geometry.type === 'Point') {
    const [lon, lat] = geometry.coordinates
    return L.circleMarker([lat, lon], {
      radius: radiusOf(layer, properties, look.isCrowded),
      className: classes,
      ...look.options,
    })
  }
  return geometry.type === 'Polygon'
    ? L.polygon(latLngs(geometry), { className: classes, ...look.options })
    : L.polyline(latLngs(geometry), { className: classes, ...look.options })
}

function radiusOf(layer: LayerId, properties: Feature['properties'], isCrowded: boolean): number {
  if (layer === 'structures') return properties['type'] === 'pole' ? 2.5 : 4
  if (properties['class'] === 'hub') return 9
  return isCrowded ? 4 : 6
}

function classOf(layer: LayerId, properties: Feature['properties'], lit: boolean): string {
  const words = ['shape', `shape-${layer}`]
  if (layer === 'leased') words.push(`service-${properties['service']}`, `role-${properties['role']}`)
  if (layer === 'sites') words.push(`quality-${properties['coordinateQuality']}`, lit ? 'on-fibre' : 'on-lease')
  if (layer === 'spans') words.push(`span-${properties['type']}`)
  if (layer === 'structures') words.push(`structure-${properties['type']}`)
  if (properties['status'] !== undefined && properties['status'] !== 'active') words.push('not-active')
  return words.join(' ')
}
