import type { Layer } from './layers.ts'

/** One layer as GeoJSON (RFC 7946), a feature a line. */
export function layerGeojson({ features }: Layer): string {
  const lines: string[] = []
  for (const { kind, id, name, geometry, properties } of features()) {
    lines.push(JSON.stringify({ type: 'Feature', id: `${kind}:${id}`, geometry, properties: { kind, name: name === id ? undefined : name, ...properties } }))
  }
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}
