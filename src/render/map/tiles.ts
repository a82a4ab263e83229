import type { Point } from '../../model/scalars.ts'
import { rounded } from '../text/numbers.ts'
import type { Feature, Geometry } from './feature.ts'

/** Some of a layer's features, and the box that they stand in (degrees). */
export interface Tile {
  readonly name: string
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly features: readonly Feature[]
}

/** Some 2.2 km at the equator: a tile of a town holds a few hundred poles. */
const tileDegrees = 0.02

/**
 * Features by the tile that their first point lies in, from the south-west on; the box of a tile reaches over all that
 * it holds.
 */
export function tilesOf(features: Iterable<Feature>): Tile[] {
  const groups = Map.groupBy(features, ({ geometry }) => {
    const [lon, lat] = pointsOf(geometry)[0] ?? [0, 0]
    return `${indexOf(lat)} ${indexOf(lon)}`
  })
  return [...groups]
    .map(([key, inside]): Tile => {
      const points = inside.flatMap(({ geometry }) => pointsOf(geometry))
      const [longitudes, latitudes] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
      return {
        name: key,
        west: Math.min(...longitudes),
        south: Math.min(...latitudes),
        east: Math.max(...longitudes),
        north: Math.max(...latitudes),
        features: inside,
      }
    })
    .sort((a, b) => a.south - b.south || a.west - b.west)
    .map((tile, i) => ({ ...tile, ...widened(tile), name: String(i + 1) }))
}

/** A box that only one point or a straight line fills would have no size at all. */
function widened({ west, south, east, north }: Tile): Pick<Tile, 'west' | 'south' | 'east' | 'north'> {
  const margin = tileDegrees / 20
  const wide = (value: number): number => rounded(value, 7)
  return {
    west: wide(west - margin),
    south: wide(south - margin),
    east: wide(east + margin),
    north: wide(north + margin),
  }
}

function indexOf(degrees: number): number {
  return Math.floor(degrees / tileDegrees)
}

function pointsOf(geometry: Geometry): readonly Point[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()
}
