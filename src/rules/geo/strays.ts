import type { Network, Span, Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { remembered } from '../../source/remembered.ts'
import { isLive } from '../live.ts'
import { roughMetres } from './distance.ts'
import { isTooLong } from './span-limits.ts'

/** A structure that stands far from all that it is joined to, while those stand close together. */
interface Stray {
  readonly structure: Structure
  readonly neighbours: readonly Structure[]
  /** To the nearest of them. */
  readonly metres: number
}

/** By place. Every span there is too long, and the way without it is less than half of the way over it. */
export const strays: (network: Network) => ReadonlyMap<string, Stray> = remembered(network => {
  const spans = [...network.spans.values()].filter(isLive)
  const long = new Set(spans.filter(span => isTooLong(network, span)))
  if (long.size === 0) return new Map()
  const ends = spans.flatMap(span => [
    { place: placeOf(span.from), span },
    { place: placeOf(span.to), span },
  ])
  const suspects = new Set([...long].flatMap(({ from, to }) => [placeOf(from), placeOf(to)]))
  const meeting = Map.groupBy(
    ends.filter(({ place }) => suspects.has(place)),
    ({ place }) => place,
  )
  return new Map(
    [...meeting].flatMap(([place, here]) => {
      const met = here.map(({ span }) => span)
      const stray = met.length > 1 && met.every(span => long.has(span)) ? strayAt(place, met) : undefined
      return stray === undefined ? [] : [[place, stray]]
    }),
  )
})

function strayAt(place: string, spans: readonly Span[]): Stray | undefined {
  const [first] = spans
  if (first === undefined) return undefined
  const structure = placeOf(first.from) === place ? first.from : first.to
  const neighbours = spans.map(({ from, to }) => (placeOf(from) === place ? to : from))
  if ([structure, ...neighbours].some(isRough)) return undefined
  const isApart = (a: Structure, b: Structure): boolean =>
    roughMetres(a.point, b.point) * 2 > roughMetres(a.point, structure.point) + roughMetres(structure.point, b.point)
  if (neighbours.some((a, i) => neighbours.slice(i + 1).some(b => isApart(a, b)))) return undefined
  return {
    structure,
    neighbours,
    metres: Math.min(...neighbours.map(({ point }) => roughMetres(point, structure.point))),
  }
}

/** A site's point that nobody took in the field is not expected to be right. */
export function isRough({ site }: Structure): boolean {
  return site !== undefined && site.declared.location.quality !== 'sourced'
}
