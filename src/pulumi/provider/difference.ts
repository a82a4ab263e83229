import type { Properties } from './properties.ts'

export type Change = 'add' | 'update' | 'delete'

/**
 * What differs, by the path of the field as the engine writes it: `files["frr.conf"]`. Maps are compared entry by
 * entry, anything else whole.
 */
export function difference(olds: Properties, news: Properties): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>()
  for (const key of new Set([...Object.keys(olds), ...Object.keys(news)])) compare(key, olds[key], news[key], changes)
  return changes
}

function compare(path: string, old: unknown, now: unknown, changes: Map<string, Change>): void {
  if (isMap(old) && isMap(now)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
      compare(`${path}[${JSON.stringify(key)}]`, old[key], now[key], changes)
    return
  }
  if (same(old, now)) return
  changes.set(path, old === undefined ? 'add' : now === undefined ? 'delete' : 'update')
}

function isMap(value: unknown): value is Properties {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
