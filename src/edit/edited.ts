import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Source } from '../source/source.ts'

/** What an edit makes of the files of an inventory. */
export interface Edited {
  readonly sources: readonly Source[]
  /** Paths that are gone. */
  readonly removed: readonly string[]
  /** What was chosen and why, or what paper has to follow. */
  readonly remarks?: readonly Bilingual[]
}

/** Why an edit cannot be made: everything that stands in its way. */
export type Refused = readonly Bilingual[]

export function isRefused(outcome: Edited | Refused): outcome is Refused {
  return !('sources' in outcome)
}
