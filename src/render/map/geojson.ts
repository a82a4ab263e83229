import type { Feature } from './feature.ts'

/** RFC 7946: WGS84, longitude first. A feature a line. */
export function geojson(features: Iterable<Feature>): string {
  const lines: string[] = []
  for (const { kind, id, name, geometry, properties } of features) {
    lines.push(
      JSON.stringify({
        type: 'Feature',
        id: `${kind}:${id}`,
        geometry,
        properties: { kind, name: name === id ? undefined : name, ...properties },
      }),
    )
  }
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}
