/**
 * The value of now, with every part of it that says the same taken from before; `before` itself where all of it does. A
 * linked thing or a text inside it is itself or another, and is not looked into.
 */
export function shared<T>(before: T | undefined, now: T): T
export function shared(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before
  if (Array.isArray(before) && Array.isArray(now)) return sharedList(before, now)
  if (before instanceof Map && now instanceof Map) return sharedMap(before, now)
  if (!isRecord(before) || !isRecord(now)) return now
  const entries = Object.entries(now).map(([key, value]): [string, unknown] => [
    key,
    Object.hasOwn(before, key) && !isOne(value) ? shared(before[key], value) : value,
  ])
  const others = Object.entries(before)
  const isSame =
    others.length === entries.length &&
    others.every(([key, value], i) => entries[i]?.[0] === key && Object.is(entries[i][1], value))
  return isSame ? before : Object.fromEntries(entries)
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const list = now.map((value, i) => (i < before.length && !isOne(value) ? shared(before[i], value) : value))
  return list.length === before.length && list.every((value, i) => Object.is(value, before[i])) ? before : list
}

function sharedMap(before: ReadonlyMap<unknown, unknown>, now: ReadonlyMap<unknown, unknown>): unknown {
  const known = [...before]
  return sharedList(known, [...now]) === known ? before : now
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isOne(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return ('kind' in value && 'origin' in value) || ('path' in value && 'text' in value)
}

/** No answer that is worth a comparison lies deeper; what knows itself is another. */
const deepest = 8

/**
 * Whether two values say the same, part by part. What comes out of two runs may be wired up in itself: it is all of one
 * or all of the other.
 */
export function isEqual(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true
  if (depth > deepest || isOne(a) || isOne(b)) return false
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, i) => isEqual(value, b[i], depth + 1))
  if ((a instanceof Map && b instanceof Map) || (a instanceof Set && b instanceof Set))
    return a.size === b.size && isEqual([...a], [...b], depth)
  if (!isRecord(a) || !isRecord(b)) return false
  const [entries, others] = [Object.entries(a), Object.entries(b)]
  return (
    entries.length === others.length &&
    entries.every(([key, value], i) => others[i]?.[0] === key && isEqual(value, others[i][1], depth + 1))
  )
}
