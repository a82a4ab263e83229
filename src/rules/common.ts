/** The first of `a`'s kinds that `b` knows too. */
export function common<Kind>(a: readonly Kind[], b: readonly Kind[]): Kind | undefined {
  return a.find(kind => b.includes(kind))
}
