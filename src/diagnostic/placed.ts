import type { Place, Source } from '../source/source.ts'
import type { Diagnostic } from './diagnostic.ts'

/**
 * Findings with the texts as they are now in place of those that they were made of, which say the same at every step.
 */
export function placedIn(moved: ReadonlyMap<Source, Source>): (diagnostic: Diagnostic) => Diagnostic {
  if (moved.size === 0) return diagnostic => diagnostic
  const place = (at: Place): Place => ({ ...at, source: moved.get(at.source) ?? at.source })
  return diagnostic => ({
    ...diagnostic,
    at: place(diagnostic.at),
    ...(diagnostic.related === undefined
      ? {}
      : { related: diagnostic.related.map(other => ({ ...other, at: place(other.at) })) }),
  })
}
