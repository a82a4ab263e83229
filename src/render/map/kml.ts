import type { Network } from '../../model/network.ts'
import { xmlText } from '../text/escape.ts'
import type { Feature, Geometry } from './feature.ts'
import type { Layer } from './layers.ts'

/** The plant for Google Earth (KML 2.2), a folder for each layer. Ids are `kind-id`: a colon is not legal in an xsd:ID. */
export function kml({ declared }: Network, layers: readonly Layer[]): string {
  const name = `Jaringan serat ${declared.name}`
  return (
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<kml xmlns="http://www.opengis.net/kml/2.2">',
      '<Document id="serat">',
      `<name>${xmlText(name)}</name>`,
      ...styles,
      ...layers.map(folder),
      '</Document>',
      '</kml>',
    ].join('\n') + '\n'
  )
}

/** Colours are aabbggrr. */
const styles: readonly string[] = [
  lineStyle('span', 'ff5f93a9', 2),
  lineStyle('cable', 'ff60660b', 3),
  lineStyle('route', 'ff0f48a8', 2),
  ...['site', 'structure', 'slack'].map(
    kind => `<Style id="style-${kind}"><LabelStyle><scale>0.7</scale></LabelStyle></Style>`,
  ),
]

function lineStyle(kind: string, colour: string, width: number): string {
  return `<Style id="style-${kind}"><LineStyle><color>${colour}</color><width>${width}</width></LineStyle></Style>`
}

function folder({ id, name, features }: Layer): string {
  const lines = [`<Folder id="layer-${id}">`, `<name>${xmlText(name)}</name>`]
  for (const feature of features()) lines.push(placemark(feature))
  lines.push('</Folder>')
  return lines.join('\n')
}

function placemark({ kind, id, name, geometry, brief, properties }: Feature): string {
  const what =
    brief === undefined
      ? `<ExtendedData>${Object.entries(properties).map(datum).join('')}</ExtendedData>`
      : `<description>${xmlText(brief)}</description>`
  return `<Placemark id="${kind}-${xmlText(id)}"><name>${xmlText(name)}</name>${what}<styleUrl>#style-${kind}</styleUrl>${shape(geometry)}</Placemark>`
}

function shape(geometry: Geometry): string {
  if (geometry.type === 'Polygon') throw new Error('no layer of the plant holds areas')
  const points = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates
  return `<${geometry.type}><coordinates>${points.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates></${geometry.type}>`
}

function datum([key, value]: readonly [string, Feature['properties'][string]]): string {
  return value === undefined ? '' : `<Data name="${key}"><value>${xmlText(String(value))}</value></Data>`
}
