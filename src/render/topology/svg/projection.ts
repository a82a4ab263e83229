import type { Point } from '../../../model/scalars.ts'

/** On paper: quarter millimetres of an A3 sheet, y downwards. */
export type Place = readonly [x: number, y: number]

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Bounds {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface Projection {
  readonly box: Box
  readonly bounds: Bounds
  readonly place: (point: Point) => Place
  readonly unitsPerKm: number
}

/** A degree of latitude, km: WGS84's mean. */
const kmPerDegree = 111.2

export function boundsOf(points: Iterable<Point>): Bounds | undefined {
  let west = Infinity,
    south = Infinity,
    east = -Infinity,
    north = -Infinity
  for (const [lon, lat] of points) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return west === Infinity ? undefined : { west, south, east, north }
}

export function grown({ west, south, east, north }: Bounds, km: number): Bounds {
  const lat = km / kmPerDegree
  const lon = lat / shrink({ west, south, east, north })
  return { west: west - lon, south: south - lat, east: east + lon, north: north + lat }
}

export function widthKm(bounds: Bounds): number {
  return (bounds.east - bounds.west) * kmPerDegree * shrink(bounds)
}

export function heightKm({ north, south }: Bounds): number {
  return (north - south) * kmPerDegree
}

/** Plate carrée with the true scale at the middle latitude: over 40 km its error is below a line's width. */
export function projectionOf(bounds: Bounds, box: Box): Projection {
  const scale = Math.min(box.width / Math.max(widthKm(bounds), 0.1), box.height / Math.max(heightKm(bounds), 0.1))
  const lonScale = scale * kmPerDegree * shrink(bounds)
  const latScale = scale * kmPerDegree
  const middleLon = (bounds.west + bounds.east) / 2
  const middleLat = (bounds.south + bounds.north) / 2
  const middleX = box.x + box.width / 2
  const middleY = box.y + box.height / 2
  const halfLon = box.width / 2 / lonScale
  const halfLat = box.height / 2 / latScale
  return {
    box,
    unitsPerKm: scale,
    bounds: {
      west: middleLon - halfLon,
      east: middleLon + halfLon,
      south: middleLat - halfLat,
      north: middleLat + halfLat,
    },
    place: ([lon, lat]) => [middleX + (lon - middleLon) * lonScale, middleY - (lat - middleLat) * latScale],
  }
}

export function holds({ west, south, east, north }: Bounds, [lon, lat]: Point): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

export function meets(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north
}

function shrink({ south, north }: Bounds): number {
  return Math.cos((((south + north) / 2) * Math.PI) / 180)
}
