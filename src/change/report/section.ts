export type Weight = 'nothing' | 'notice' | 'alarm' | 'blocked'

/** Sentences, then a table; the least important rows come last. */
export interface Section {
  readonly key: string
  readonly title: string
  readonly notes: readonly string[]
  readonly columns: readonly Heading[]
  readonly rows: readonly (readonly string[])[]
  /** What is shown only when asked for, one part a router. */
  readonly details?: readonly Detail[]
}

interface Heading {
  readonly title: string
  readonly isNumber?: true
}

export interface Detail {
  readonly title: string
  /** Each begins with `@`, `-`, `+` or `~`, so that none can end a fence. Asked for only where there is room. */
  readonly lines: () => readonly string[]
}
