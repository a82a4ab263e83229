import type { Bilingual } from '../../diagnostic/diagnostic.ts'

/** One answer to a search: where it leads, and why it is among the answers. */
export interface Hit {
  readonly view: string
  readonly id: string
  readonly query?: Readonly<Record<string, string>>
  /** An id, or the words of a view. */
  readonly title: string | Bilingual
  readonly note: Bilingual
}

/** What can be found, as it is found. */
export interface Entry extends Hit {
  /** All that it can be found by, in lower case. */
  readonly text: string
  /** Things that people ask for come before those that there are thousands of. */
  readonly rank: number
}
