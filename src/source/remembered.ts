import { answered, taken, type Recorded } from './recorded.ts'

/**
 * A function of one immutable value that is computed once for it, however many ask, and forgotten with it. About a view
 * it stands from run to run, as long as all that it reads there is the same.
 */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Recorded<Value>>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return taken(found)
    const made = answered(key, compute)
    known.set(key, made)
    return taken(made)
  }
}

/** A function of one immutable value that is computed once as long as nobody asks for another one. */
export function latest<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  let known: { readonly key: Key; readonly value: Value } | undefined
  return key => {
    if (known?.key !== key) known = { key, value: compute(key) }
    return known.value
  }
}
