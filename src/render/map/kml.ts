import { day } from '../../words/dates.ts'
import { xmlText } from '../text/escape.ts'
import type { Feature, Geometry } from './feature.ts'
import { kmlStyles, styleOf } from './kml-styles.ts'
import type { Layer } from './layers.ts'
import type { Origin } from './origin.ts'
import { tilesOf, type Tile } from './tiles.ts'

/**
 * The network for Google Earth (OGC KML 2.2), a folder for each layer. What there is by the thousand is told in tiles
 * that show only when near. Ids are `kind-id`: a colon is not legal in an xsd:ID.
 */
export function kml(origin: Origin, layers: readonly Layer[]): string {
  return (
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<kml xmlns="http://www.opengis.net/kml/2.2">',
      '<Document id="serat">',
      `<name>${xmlText(`Jaringan serat ${origin.name}`)}</name>`,
      '<open>1</open>',
      `<description>${xmlText(aboutOf(origin).join('\n'))}</description>`,
      ...kmlStyles,
      ...layers.map(folder),
      '</Document>',
      '</kml>',
    ].join('\n') + '\n'
  )
}

function aboutOf({ asOf, licence, notes }: Origin): string[] {
  return [
    `Keadaan per ${day(asOf).id}. As of ${day(asOf).en}.`,
    ...(licence === undefined ? [] : [`Lisensi / licence: ${licence}`]),
    ...notes.flatMap(({ id, en }) => [id, en]),
  ]
}

function folder({ id, name, near, hidden, features }: Layer): string {
  return [
    `<Folder id="layer-${id}">`,
    `<name>${xmlText(name)}</name>`,
    ...(hidden === true ? ['<visibility>0</visibility>'] : []),
    ...(near === true ? tilesOf(features()).map(tile) : [...features()].map(placemark)),
    '</Folder>',
  ].join('\n')
}

/** Shown from where a tile is some 200 pixels wide on. */
function tile({ name, west, south, east, north, features }: Tile): string {
  return [
    `<Folder><name>${name}</name><Region><LatLonAltBox><north>${north}</north><south>${south}</south><east>${east}</east><west>${west}</west></LatLonAltBox><Lod><minLodPixels>200</minLodPixels></Lod></Region>`,
    ...features.map(placemark),
    '</Folder>',
  ].join('\n')
}

/** Its elements in the order of the schema: name, words, style, data, shape. */
function placemark(feature: Feature): string {
  const { kind, id, name, geometry, brief, properties } = feature
  const words = brief === undefined ? '' : `<description>${xmlText(brief)}</description>`
  const data =
    brief === undefined ? `<ExtendedData>${Object.entries(properties).map(datum).join('')}</ExtendedData>` : ''
  return `<Placemark id="${kind}-${xmlText(id)}"><name>${xmlText(name)}</name>${words}<styleUrl>#${styleOf(feature)}</styleUrl>${data}${shape(geometry)}</Placemark>`
}

function shape(geometry: Geometry): string {
  if (geometry.type === 'Point') return `<Point>${coordinates([geometry.coordinates])}</Point>`
  if (geometry.type === 'LineString')
    return `<LineString><tessellate>1</tessellate>${coordinates(geometry.coordinates)}</LineString>`
  const [outer = [], ...inner] = geometry.coordinates
  const holes = inner.map(ring => `<innerBoundaryIs>${linearRing(ring)}</innerBoundaryIs>`)
  return `<Polygon><tessellate>1</tessellate><outerBoundaryIs>${linearRing(outer)}</outerBoundaryIs>${holes.join('')}</Polygon>`
}

function linearRing(ring: readonly (readonly [number, number])[]): string {
  return `<LinearRing>${coordinates(ring)}</LinearRing>`
}

function coordinates(points: readonly (readonly [number, number])[]): string {
  return `<coordinates>${points.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`
}

function datum([key, value]: readonly [string, Feature['properties'][string]]): string {
  return value === undefined ? '' : `<Data name="${key}"><value>${xmlText(String(value))}</value></Data>`
}
