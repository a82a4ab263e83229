/**
 * One thing that a configuration says, with the block that it stands in. Comments and the order of arguments say
 * nothing.
 */
export interface Sentence {
  /** Menu, stanza, section or chain; empty outside of any. */
  readonly block: string
  readonly text: string
  /** Whether its place among the others of its block counts, as that of a filter rule does. */
  readonly isOrdered: boolean
}
