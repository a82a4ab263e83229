import type { PlantArea } from '../model/network.ts'
import type { Place } from '../source/source.ts'
import type { Declarations } from './declare.ts'

type PlantList = 'structures' | 'spans' | 'cables' | 'cableTypes' | 'darkFibres' | 'slack'

/** A thing in a list of a plant file, and where it stands. */
export interface Entry<T> {
  readonly id: string
  readonly declared: T
  readonly origin: Place
}

export function entriesOf<L extends PlantList>(
  areas: Declarations['plant'],
  list: L,
): Entry<PlantArea['declared'][L][number]>[] {
  return areas.flatMap(area =>
    area.declared[list].map((declared, i) => ({ id: declared.id, declared, origin: area.entry(list, i) })),
  )
}
