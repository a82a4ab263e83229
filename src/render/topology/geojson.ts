import type { Network } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import { rounded } from '../text/numbers.ts'
import { circleAround } from './circle.ts'
import { cablePath, siteAt, spanLine, structureAt } from './geography.ts'

type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Point }
  | { readonly type: 'LineString'; readonly coordinates: readonly Point[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Point[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] }

type Properties = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** RFC 7946: WGS84, longitude first, at most 7 decimals (1 cm). A line a feature. `geography: false` marks what is drawn straight and lies elsewhere. */
export function geojson(network: Network): string {
  const features: string[] = []
  for (const feature of featuresOf(network)) features.push(feature)
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
}

function* featuresOf(network: Network): Generator<string> {
  yield* areas(network)
  yield radius(network)
  yield* plant(network)
  yield* circuits(network)
  yield* sites(network)
}

function* areas({ areas: all }: Network): Generator<string> {
  for (const { id, declared: { name, outline } } of all.values()) {
    if (outline === undefined) continue
    yield feature('area', id, { type: 'Polygon', coordinates: [ringOf(outline)] }, { name, approximate: true })
  }
}

/** The limit of owned fibre. */
function radius({ hub, declared: { fibreRadiusKm } }: Network): string {
  return feature('radius', hub.id, { type: 'Polygon', coordinates: [circleAround(siteAt(hub), fibreRadiusKm)] }, { name: `${fibreRadiusKm} km`, radiusKm: fibreRadiusKm })
}

function* plant(network: Network): Generator<string> {
  for (const structure of network.structures.values()) {
    const at = structureAt(network, structure)
    const { kind, owner, status, site } = structure.declared
    if (at !== undefined) yield feature('structure', structure.id, { type: 'Point', coordinates: at }, { structure: kind, owner, site, status })
  }
  for (const span of network.spans.values()) {
    const line = spanLine(network, span)
    const { kind, crossing, status } = span.declared
    if (line !== undefined) yield feature('span', span.id, { type: 'LineString', coordinates: line }, { span: kind, crossing, status, from: span.from.id, to: span.to.id })
  }
  for (const cable of network.cables.values()) {
    const { lines, from, to } = cablePath(network, cable)
    const [first] = lines
    if (first === undefined) continue
    const geometry: Geometry = lines.length === 1 ? { type: 'LineString', coordinates: first } : { type: 'MultiLineString', coordinates: lines }
    yield feature('cable', cable.id, geometry, { type: cable.type.id, cores: cable.type.declared.cores, from: from?.id, to: to?.id, status: cable.declared.status })
  }
}

function* circuits({ circuits: all, hub }: Network): Generator<string> {
  for (const { id, site, provider, declared: { service, bandwidthMbps, role, status } } of all.values()) {
    yield feature('circuit', id, { type: 'LineString', coordinates: [siteAt(hub), siteAt(site)] }, {
      geography: false, provider: provider.id, service, bandwidthMbps, role, status, site: site.id,
    })
  }
}

function* sites({ sites: all }: Network): Generator<string> {
  for (const site of all.values()) {
    const { name, class: kind, kecamatan, location, status } = site.declared
    yield feature('site', site.id, { type: 'Point', coordinates: siteAt(site) }, {
      name, class: kind, kecamatan, coordinateQuality: location.quality, tenants: site.tenants.map(({ id }) => id), status,
    })
  }
}

function feature(kind: string, id: string, geometry: Geometry, properties: Properties): string {
  return JSON.stringify({ type: 'Feature', id: `${kind}:${id}`, geometry: roundedGeometry(geometry), properties: { kind, ...properties } })
}

function roundedGeometry(geometry: Geometry): Geometry {
  if (geometry.type === 'Point') return { type: 'Point', coordinates: roundedPoint(geometry.coordinates) }
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: geometry.coordinates.map(roundedPoint) }
  return { type: geometry.type, coordinates: geometry.coordinates.map(line => line.map(roundedPoint)) }
}

function roundedPoint([lon, lat]: Point): Point {
  return [rounded(lon, 7), rounded(lat, 7)]
}

/** Closed, and counter-clockwise: the right-hand rule of RFC 7946. */
export function ringOf(outline: readonly Point[]): Point[] {
  const first = outline[0]
  const last = outline.at(-1)
  const closed = first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1]) ? [...outline, first] : [...outline]
  return signedArea(closed) < 0 ? closed.toReversed() : closed
}

function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [x, y]
    return sum + (x * nextY - nextX * y)
  }, 0)
}
