import { closest, distance } from 'fastest-levenshtein'

/** The known name that was probably meant; undefined where none is near enough. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const near = closest(name, known)
  const apart = distance(name, near)
  // A word of which nothing is left is another word.
  const isNear = apart <= Math.max(2, Math.floor(name.length / 3)) && apart < Math.max(name.length, near.length)
  if (isNear) return near
  const begun = known.filter(each => each.startsWith(name))
  return name.length >= 4 && begun.length === 1 ? begun[0] : undefined
}
