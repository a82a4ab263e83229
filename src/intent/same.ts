import type { Intent } from './intent.ts'

/**
 * Whether two intents ask the same of a router, wherever in the inventory each part of them comes from: renderers then
 * write the same lines. False may be wrong where something differs that no renderer asks for; true never is.
 */
export function asksTheSame(one: Intent, other: Intent): boolean {
  return isAlike(one, other)
}

/** Keys that hold places in files. No line hangs on them. */
const places = new Set(['from', 'origin'])

function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isObject(one) || !isObject(other) || Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((entry, i) => isAlike(entry, other[i]))
  // What keeps its content elsewhere than in keys is not looked into.
  if (one instanceof Map || one instanceof Set) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => places.has(key) || (Object.hasOwn(other, key) && isAlike(one[key], other[key])))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
