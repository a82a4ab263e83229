import { geodesicM } from '../../model/geodesy.ts'
import type { Point } from '../../model/scalars.ts'

export interface Near<T> {
  readonly thing: T
  readonly metres: number
}

/** About 55 m at the equator. */
const cellDegrees = 0.0005
/** No degree of latitude is shorter (110.574 km at the equator). */
const degreeM = 110_500

/** Things on the ground, found by what stands near a point without a walk over all of them. */
export interface Ground<T> {
  readonly add: (point: Point, thing: T) => void
  /** Things within this many metres (at most 50), the nearest first. */
  readonly near: (point: Point, metres: number) => Near<T>[]
}

export function ground<T>(): Ground<T> {
  const cells = new Map<number, { readonly point: Point; readonly thing: T }[]>()
  // A number, since a text for each cell of each question would be most of what a large import allocates.
  const keyOf = (x: number, y: number): number => x * 1_000_000 + y
  const place = ([lon, lat]: Point): [number, number] => [Math.floor(lon / cellDegrees), Math.floor(lat / cellDegrees)]
  return {
    add(point, thing) {
      const key = keyOf(...place(point))
      const here = cells.get(key)
      if (here === undefined) cells.set(key, [{ point, thing }])
      else here.push({ point, thing })
    },
    near(point, metres) {
      const [x, y] = place(point)
      const found: Near<T>[] = []
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++)
          for (const each of cells.get(keyOf(x + dx, y + dy)) ?? []) {
            if (Math.abs(point[1] - each.point[1]) * degreeM > metres) continue
            const away = geodesicM(point, each.point)
            if (away <= metres) found.push({ thing: each.thing, metres: away })
          }
      return found.sort((a, b) => a.metres - b.metres)
    },
  }
}
