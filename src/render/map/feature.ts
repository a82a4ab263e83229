import type { Point } from '../../model/scalars.ts'
import { rounded } from '../text/numbers.ts'

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Point }
  | { readonly type: 'LineString'; readonly coordinates: readonly Point[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] }

/** What maps show, told once for KML and GeoJSON. */
export interface Feature {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly geometry: Geometry
  /** The same in a few words, where there are so many of a kind that a table for each would be too much. */
  readonly brief?: string
  /** What is undefined is not said. */
  readonly properties: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
}

export function pointOf(point: Point): Geometry {
  return { type: 'Point', coordinates: roundedPoint(point) }
}

/** A line of GeoJSON and KML has two points, though both ends may stand in one place. */
export function lineString(line: readonly Point[]): Geometry {
  const points = line.map(roundedPoint)
  return { type: 'LineString', coordinates: points.length === 1 ? [...points, ...points] : points }
}

export function polygon(outline: readonly Point[]): Geometry {
  return { type: 'Polygon', coordinates: [ringOf(outline.map(roundedPoint))] }
}

/** Seven decimals are a centimetre. */
function roundedPoint([lon, lat]: Point): Point {
  return [rounded(lon, 7), rounded(lat, 7)]
}

/** Closed, and counter-clockwise: the right-hand rule of RFC 7946. */
export function ringOf(outline: readonly Point[]): Point[] {
  const first = outline[0]
  const last = outline.at(-1)
  const closed =
    first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])
      ? [...outline, first]
      : [...outline]
  return signedArea(closed) < 0 ? closed.toReversed() : closed
}

function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [x, y]
    return sum + (x * nextY - nextX * y)
  }, 0)
}
