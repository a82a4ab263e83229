import { cutLine, cutRing } from './antimeridian.ts'
import type { Feature, Geometry } from './feature.ts'
import type { Origin } from './origin.ts'

/**
 * RFC 7946: WGS84, longitude first, nothing across the antimeridian. A feature a line; what the map says of itself
 * stands before them.
 */
export function geojson({ name, asOf, licence, notes }: Origin, features: Iterable<Feature>): string {
  const lines: string[] = []
  for (const { kind, id, name: called, geometry, properties } of features) {
    lines.push(
      JSON.stringify({
        type: 'Feature',
        id: `${kind}:${id}`,
        geometry: cut(geometry),
        properties: { kind, name: called === id ? undefined : called, ...properties },
      }),
    )
  }
  const head = JSON.stringify({ type: 'FeatureCollection', name, asOf, licence, notes }).slice(0, -1)
  return `${head},"features":[\n${lines.join(',\n')}\n]}\n`
}

function cut(geometry: Geometry): Geometry | CutGeometry {
  if (geometry.type === 'Point') return geometry
  if (geometry.type === 'LineString') {
    const parts = cutLine(geometry.coordinates)
    return parts.length === 1 ? geometry : { type: 'MultiLineString', coordinates: parts }
  }
  const rings = geometry.coordinates.map(cutRing)
  return rings.every(({ length }) => length === 1)
    ? geometry
    : { type: 'MultiPolygon', coordinates: rings.flat().map(ring => [ring]) }
}

type CutGeometry = {
  readonly type: 'MultiLineString' | 'MultiPolygon'
  readonly coordinates: readonly unknown[]
}
