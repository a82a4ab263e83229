import type { Place } from '../source/source.ts'

/** Places in the inventory, the deciding one first. */
export type From = readonly Place[]

/**
 * A value, and where in the inventory it comes from: nowhere where it is the schema's own default or follows a
 * practice.
 */
export interface Sourced<T> {
  readonly value: T
  readonly from: From
}
