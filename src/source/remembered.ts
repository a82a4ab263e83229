/** A function of one immutable value that is computed once for it, however many ask, and forgotten with it. */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return found.value
    const value = compute(key)
    known.set(key, { value })
    return value
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
