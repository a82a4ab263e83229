import { snakeCase, type Place, type Step } from '../source/source.ts'
import type { Edit, Sides } from './parts.ts'

/**
 * Fields that differ between two declarations of one thing, in the order of the new one. Lists are values as a whole.
 */
export function editsOf({ before, after }: Sides<unknown>, origin: Place, path: readonly Step[] = []): Edit[] {
  if (equal(before, after)) return []
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
    return keys.flatMap(key => editsOf({ before: before[key], after: after[key] }, origin, [...path, key]))
  }
  const at = { source: origin.source, path: [...origin.path, ...path] }
  return [{ field: path.map(step => snakeCase(String(step))).join('.'), before, after, at }]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Plain data alike, keys in whatever order. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && equal(a[key], b[key]))
}
