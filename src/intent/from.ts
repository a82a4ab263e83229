import type { Place } from '../source/source.ts'

/** Places in the inventory, the deciding one first. */
export type From = readonly Place[]
