import type { Place } from '../source/source.ts'

/** A thing as its file declares it, typed, with its names still unresolved. */
export interface Item<T> {
  readonly id: string
  readonly declared: T
  readonly origin: Place
  /** Where an entry of one of its lists stands, also where entries before it had to be left out. */
  readonly entry: (list: string, index: number) => Place
}
