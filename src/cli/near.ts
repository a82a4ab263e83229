import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { nearest } from '../text/nearest.ts'

/** `; did you mean X?`, or nothing. */
export function nearHint(name: string, known: readonly string[]): Bilingual {
  const near = nearest(name, known)
  return near === undefined ? { id: '', en: '' } : { id: `; mungkin maksudnya ${near}?`, en: `; did you mean ${near}?` }
}
