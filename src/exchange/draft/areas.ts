import { geodesicM } from '../../model/geodesy.ts'
import type { Area, Network } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import { plainName } from '../mapping/fields.ts'

/** The kecamatan that a cell names, by code or by name. */
export function areaNamed({ areas }: Network, said: string): Area | undefined {
  const name = plainName(said).replace(/^(kantor )?(kecamatan|kec) /, '')
  if (name === '') return undefined
  return areas.get(said.trim()) ?? [...areas.values()].find(({ declared }) => plainName(declared.name) === name)
}

/** The kecamatan around a point, else the one whose middle is nearest. */
export function areaAt({ areas }: Network, point: Point): Area | undefined {
  const all = [...areas.values()]
  const around = all.find(({ declared }) => declared.outline !== undefined && isInside(declared.outline, point))
  if (around !== undefined) return around
  return all
    .map(area => ({ area, away: geodesicM(area.declared.centroid, point) }))
    .toSorted((a, b) => a.away - b.away)[0]?.area
}

/** By the number of borders that a ray to the east crosses. */
function isInside(outline: readonly Point[], [lon, lat]: Point): boolean {
  let inside = false
  for (const [i, [x, y]] of outline.entries()) {
    const [px, py] = outline.at(i - 1) ?? [x, y]
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside
  }
  return inside
}
