import { xmlText } from '../../render/text/escape.ts'
import type { Feature, Layer } from './geo.ts'

/** The plant and the sites for surveyors (KML 2.2): a folder a kind, the words of its table with each placemark. */
export function exportKml(name: string, layers: readonly Layer[]): string {
  const folders = layers.map(
    ({ name, features }) => `<Folder><name>${xmlText(name)}</name>\n${features.map(placemark).join('\n')}\n</Folder>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xmlText(name)}</name>
${folders.join('\n')}
</Document></kml>
`
}

function placemark({ name, cells, points, isLine }: Feature): string {
  const data = cells
    .map(([key, value]) => `<Data name="${xmlText(key)}"><value>${xmlText(String(value))}</value></Data>`)
    .join('')
  const word = isLine ? 'LineString' : 'Point'
  const coordinates = points.map(([lon, lat]) => `${lon},${lat}`).join(' ')
  return `<Placemark><name>${xmlText(name)}</name><ExtendedData>${data}</ExtendedData><${word}><coordinates>${coordinates}</coordinates></${word}></Placemark>`
}
