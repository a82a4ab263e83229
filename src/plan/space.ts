import type { Place } from '../source/source.ts'

/**
 * Who asks for a place. The key is its identity; a former key is that of an earlier name (`was`), whose allocation
 * follows it.
 */
export interface Claim<Size> {
  readonly key: string
  readonly formerKeys: readonly string[]
  readonly size: Size
  readonly at: Place
  /** A place that must be this one, as the file writes it, with where. */
  readonly pinned?: Pin | undefined
}

export interface Pin {
  readonly text: string
  readonly at: Place
}

/** What can be given away: numbers, or prefixes of several sizes, each place held by one. */
export interface Space<Size, Value> {
  readonly name: string
  /** What is in it while nothing was asked for, in a few words: equal for equal spaces. */
  readonly holds: string
  /** How many aligned places of this size there are. */
  readonly places: (size: Size) => number
  readonly valueAt: (size: Size, place: number) => Value
  readonly text: (value: Value) => string
  /** Undefined where the text is no value of this kind. */
  readonly parse: (text: string) => Value | undefined
  readonly isInside: (value: Value) => boolean
  /** Too small for what is asked. */
  readonly isTooSmall: (value: Value, size: Size) => boolean
  /** Takes it, or answers who has it. */
  readonly take: (value: Value, owner: string) => string | undefined
}
