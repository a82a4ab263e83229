/** The order of two texts by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The order of things by a text of each: `sites.toSorted(byText(({ id }) => id))`. */
export function byText<T>(textOf: (thing: T) => string): (a: T, b: T) => number {
  return (a, b) => compareText(textOf(a), textOf(b))
}

/** The order of two whole numbers of any size. */
export function compareBits(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
