/**
 * The item at an index that our own code vouches for, in a list or an array of numbers. Throws where there is none:
 * that is a fault of ours, which no inventory can bring about.
 */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index < 0 ? items.length + index : index]
  if (item === undefined) throw new RangeError(`no item at ${index} of ${items.length}`)
  return item
}

/** The value under a key that our own code has put there; throws where it has not. */
export function entryOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`nothing under ${String(key)}`)
  return value
}
