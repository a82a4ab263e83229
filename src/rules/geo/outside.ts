import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network, Span, Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import { inside, type Place } from '../../source/source.ts'
import { remembered } from '../../source/remembered.ts'
import { isLive } from '../live.ts'
import { structureName, thingName } from '../../words/things.ts'
import { metresBeyond } from './distance.ts'
import { hubPoint } from './hub.ts'
import { offThings } from './off-points.ts'

/** A structure or the bend of a span that stands outside the fibre radius. */
export interface Outside {
  readonly thing: Structure | Span
  readonly metres: number
  readonly at: Place
}

/** Kind and id of a structure, or of the span that bends there. */
export function partName(thing: Structure | Span): Bilingual {
  if (thing.kind === 'structure') return structureName(thing)
  const { id, en } = thingName(thing)
  return { id: `belokan ${id}`, en: `a bend of ${en}` }
}

export function radiusMetres({ declared }: Network): number {
  return declared.fibreRadiusKm * 1000
}

/** Points of plant beyond the radius, the farthest of each thing, by `kind:id`. Usually none. */
export const outsideRadius: (network: Network) => ReadonlyMap<string, Outside> = remembered(network => {
  const found = new Map<string, Outside>()
  const hub = hubPoint(network)
  const limit = radiusMetres(network)
  const off = offThings(network)
  const look = (thing: Structure | Span, point: Point, at: Place): void => {
    const metres = metresBeyond(hub, point, limit)
    const key = `${thing.kind}:${thing.id}`
    if (metres !== undefined && metres > (found.get(key)?.metres ?? 0)) found.set(key, { thing, metres, at })
  }
  for (const structure of network.structures.values()) {
    // What hangs on something, or stands in a building, is not plant in the field of its own.
    if (isLive(structure) && structure.declared.at !== undefined && !off.has(`structure:${structure.id}`))
      look(structure, structure.point, inside(structure.origin, 'at'))
  }
  for (const span of network.spans.values()) {
    if (!isLive(span)) continue
    for (const [i, point] of (span.declared.via ?? []).entries()) look(span, point, inside(span.origin, 'via', i))
  }
  return found
})
