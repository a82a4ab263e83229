/**
 * The item at an index that our own code vouches for, in a list or an array of numbers. Throws where there is none:
 * that is a fault of ours, which no inventory can bring about.
 */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index < 0 ? items.length + index : index]
  if (item === undefined) throw new RangeError(`no item at ${index} of ${items.length}`)
  return item
}

/**
 * The same of arrays of numbers alone, for loops that run millions of times: an engine makes a plain load of a function
 * that sees few kinds of array, and a search of one that sees many.
 */
export function numberAt(numbers: Int32Array | Float64Array | Uint8Array, index: number): number {
  const number = numbers[index]
  if (number === undefined) throw new RangeError(`no number at ${index} of ${numbers.length}`)
  return number
}

/** The value under a key that our own code has put there; throws where it has not. */
export function entryOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`nothing under ${String(key)}`)
  return value
}
