import { getPreciseDistance } from 'geolib'
import type { Point } from './scalars.ts'

/**
 * Metres on the WGS84 ellipsoid, within 1 mm of Karney 2013: from pole to pole by the mean latitude, which a hundred
 * thousand spans can afford; farther by Vincenty 1975, as geolib has it.
 */
export function geodesicM(a: Point, b: Point): number {
  return Math.abs(a[0] - b[0]) < shortDegrees && Math.abs(a[1] - b[1]) < shortDegrees ? shortM(a, b) : longM(a, b)
}

/** About 1.1 km. */
const shortDegrees = 0.01

/**
 * Gauss's mid-latitude formula: radii of curvature at the mean latitude (Torge, Geodesy, 6.3). Good to 0.01 mm over 1.5
 * km below 70 degrees.
 */
function shortM([lonA, latA]: Point, [lonB, latB]: Point): number {
  const middle = ((latA + latB) / 2) * radians
  const sin = Math.sin(middle)
  const flat = 1 - squaredEccentricity * sin * sin
  const across = equatorM / Math.sqrt(flat)
  const along = (across * (1 - squaredEccentricity)) / flat
  return Math.hypot(along * (latB - latA) * radians, across * Math.cos(middle) * (lonB - lonA) * radians)
}

function longM(a: Point, b: Point): number {
  const metres = getPreciseDistance(a, b, 0.001)
  // Vincenty does not converge for points on opposite sides of the globe; half its meridian is near enough for those.
  return Number.isNaN(metres) ? halfMeridianM : metres
}

const halfMeridianM = 20_003_931.459

/**
 * The point at this share of the way from `a` to `b`. It walks the chord through the ellipsoid and comes up along the
 * normal (Bowring 1976), which stays within a centimetre of the geodesic for stretches up to 15 km.
 */
export function pointBetween(a: Point, b: Point, share: number): Point {
  if (share <= 0) return a
  if (share >= 1) return b
  const [from, to] = [toSpace(a), toSpace(b)]
  return toSurface([
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ])
}

/** In metres from the middle of the earth. */
export type Space = readonly [number, number, number]

const equatorM = 6_378_137
const flattening = 1 / 298.257223563
const squaredEccentricity = flattening * (2 - flattening)
const radians = Math.PI / 180

/** The straight way through the earth, which no way over it is shorter than. */
export function chordM(a: Space, b: Space): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

export function toSpace([lon, lat]: Point): Space {
  const [sin, cos] = [Math.sin(lat * radians), Math.cos(lat * radians)]
  const normal = equatorM / Math.sqrt(1 - squaredEccentricity * sin * sin)
  return [
    normal * cos * Math.cos(lon * radians),
    normal * cos * Math.sin(lon * radians),
    normal * (1 - squaredEccentricity) * sin,
  ]
}

function toSurface([x, y, z]: Space): Point {
  const fromAxis = Math.hypot(x, y)
  let lat = Math.atan2(z, fromAxis * (1 - squaredEccentricity))
  for (let i = 0; i < 4; i++) {
    const sin = Math.sin(lat)
    const normal = equatorM / Math.sqrt(1 - squaredEccentricity * sin * sin)
    lat = Math.atan2(z + squaredEccentricity * normal * sin, fromAxis)
  }
  return [Math.atan2(y, x) / radians, lat / radians]
}
