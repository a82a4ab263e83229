import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { namesHolding } from '../text/called.ts'
import { nearest } from '../text/nearest.ts'

const mostNamed = 6

/** `; did you mean X?`, also of those that hold the word among theirs; or nothing. */
export function nearHint(name: string, known: readonly string[]): Bilingual {
  const others = known.filter(each => each !== name)
  const near = nearest(name, others)
  const named = near === undefined ? namesHolding(name, others) : [near]
  if (named.length === 0) return { id: '', en: '' }
  const list = named.slice(0, mostNamed).join(', ') + (named.length > mostNamed ? ', …' : '')
  return { id: `; mungkin maksudnya ${list}?`, en: `; did you mean ${list}?` }
}
