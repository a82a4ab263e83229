import { closest, distance } from 'fastest-levenshtein'
import type { Bilingual } from '../diagnostic/diagnostic.ts'

/** The known name that was probably meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const near = closest(name, known)
  return distance(name, near) <= Math.max(2, Math.floor(name.length / 3)) ? near : undefined
}

/** `; did you mean X?`, or nothing. */
export function nearHint(name: string, known: readonly string[]): Bilingual {
  const near = nearest(name, known)
  return near === undefined ? { id: '', en: '' } : { id: `; mungkin maksudnya ${near}?`, en: `; did you mean ${near}?` }
}
