import type { Place } from '../../source/source.ts'

/** Something with a page of its own. */
export interface Thing {
  /** A kind of the model, or what the compiler worked out: `prefix`, `finding`, `month`. */
  readonly kind: string
  readonly id: string
  /** What people call it; the id where it has no name. */
  readonly name: string
  /** Where it is declared. */
  readonly place?: Place
  readonly declared?: object
}

export function keyOf({ kind, id }: Pick<Thing, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/** Whether the map has a shape for it. */
export function isDrawn({ kind }: Pick<Thing, 'kind'>): boolean {
  return ['site', 'structure', 'span', 'cable', 'route', 'circuit', 'area'].includes(kind)
}
