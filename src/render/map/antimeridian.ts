import type { Point } from '../../model/scalars.ts'

/** Longitudes of a line in one run: the next point is never more than half a turn away. */
function unrolled(line: readonly Point[]): Point[] {
  let turns = 0
  return line.map(([lon, lat], i): Point => {
    const before = line[i - 1]?.[0]
    if (before !== undefined && lon - before > 180) turns--
    if (before !== undefined && before - lon > 180) turns++
    return [lon + 360 * turns, lat]
  })
}

/** Where a line meets a meridian between two points. */
function crossing([x1, y1]: Point, [x2, y2]: Point, meridian: number): Point {
  return [meridian, y1 + ((y2 - y1) * (meridian - x1)) / (x2 - x1)]
}

const turnOf = (lon: number): number => Math.floor((lon + 180) / 360)

/** Whether all of a line is on this side, as nearly every line is. */
function isWhole(line: readonly Point[]): boolean {
  return line.every(([lon], i) => turnOf(lon) === 0 && Math.abs(lon - (line[i - 1]?.[0] ?? lon)) <= 180)
}

/** A line in parts that end at the antimeridian and go on at its other side (RFC 7946, 3.1.9). */
export function cutLine(line: readonly Point[]): readonly (readonly Point[])[] {
  if (isWhole(line)) return [line]
  const points = unrolled(line)
  const parts: { readonly turn: number; readonly points: Point[] }[] = []
  for (const [i, point] of points.entries()) {
    const turn = turnOf(point[0])
    const [before, part] = [points[i - 1], parts.at(-1)]
    if (before === undefined || part === undefined || part.turn === turn) {
      if (part === undefined) parts.push({ turn, points: [point] })
      else part.points.push(point)
      continue
    }
    const met = crossing(before, point, 360 * Math.max(part.turn, turn) - 180)
    part.points.push(met)
    parts.push({ turn, points: [met, point] })
  }
  return parts.map(part => part.points.map(([lon, lat]): Point => [lon - 360 * part.turn, lat]))
}

/** The part of a closed ring that lies on one side of a meridian (Sutherland and Hodgman 1974). */
function clipped(ring: readonly Point[], meridian: number, east: boolean): Point[] {
  const isInside = ([lon]: Point): boolean => (east ? lon >= meridian : lon <= meridian)
  const open = ring.slice(0, -1)
  const kept = open.flatMap((point, i): Point[] => {
    const next = open[(i + 1) % open.length] ?? point
    const here = isInside(point) ? [point] : []
    return isInside(point) === isInside(next) ? here : [...here, crossing(point, next, meridian)]
  })
  return [...kept, ...kept.slice(0, 1)]
}

/** A closed ring as rings of which none crosses the antimeridian. */
export function cutRing(ring: readonly Point[]): Point[][] {
  const points = unrolled(ring)
  const longitudes = points.map(([lon]) => lon)
  const [first, last] = [turnOf(Math.min(...longitudes)), turnOf(Math.max(...longitudes) - 1e-9)]
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const turn = first + i
    const east = i === 0 ? points : clipped(points, 360 * turn - 180, true)
    const both = turn === last ? east : clipped(east, 360 * turn + 180, false)
    return both.map(([lon, lat]): Point => [lon - 360 * turn, lat])
  })
}
