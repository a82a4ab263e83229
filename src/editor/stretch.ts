import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Splice } from '../edit/splice.ts'

/** What is written in place of a stretch of the file, and how that is called. */
export interface Stretch {
  readonly title: Bilingual
  readonly isMeant: boolean
  readonly splice: Splice
}
