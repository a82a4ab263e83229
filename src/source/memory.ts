import type { Results } from './recorded.ts'
import { shared } from './shared.ts'

/**
 * What somebody who compiles again and again keeps of the last run, a memo beside each step. A step says the values
 * that it is made of; as long as they are the same values, what was made last is the same value again, so that whoever
 * stands on it need not begin either.
 */
export interface Memory {
  /** The one result of a step. */
  readonly again: <T>(step: string, of: readonly unknown[], make: () => T) => T
  /**
   * One result for each key; what a run does not ask for is forgotten. `before` is what stood under the key, made of
   * other values.
   */
  readonly each: <T>(step: string) => (key: string, of: readonly unknown[], make: (before?: T) => T) => T
  /** What rules and analyses found, with what they read; undefined where nothing is kept. */
  readonly results: Results | undefined
}

interface Kept<T> {
  readonly of: readonly unknown[]
  readonly value: T
}

/** Keeps nothing: for a single run. */
export const noMemory: Memory = {
  again: (_step, _of, make) => make(),
  each: () => (_key, _of, make) => make(),
  results: undefined,
}

export function memory(): Memory {
  const steps = new Map<string, Kept<unknown>>()
  const tables = new Map<string, Map<string, Kept<unknown>>>()
  return {
    results: new Map(),
    again: <T>(step: string, of: readonly unknown[], make: () => T): T => {
      const before = steps.get(step)
      // Under its name stands what that step has made.
      if (before !== undefined && isSameList(before.of, of)) return before.value as T
      const value = make()
      steps.set(step, { of, value })
      return value
    },
    each: <T>(step: string) => {
      const before = tables.get(step)
      const now = new Map<string, Kept<unknown>>()
      tables.set(step, now)
      return (key: string, of: readonly unknown[], make: (before?: T) => T): T => {
        const known = before?.get(key)
        if (known !== undefined && isSameList(known.of, of)) {
          now.set(key, known)
          return known.value as T
        }
        const value = make(known?.value as T | undefined)
        now.set(key, { of, value })
        return value
      }
    },
  }
}

/** The map that stood in this place in the last run, where it holds the same values in the same order. */
export function sameMap<T extends ReadonlyMap<unknown, unknown>>({ again }: Memory, step: string, map: T): T {
  return again(step, [...map.keys(), ...map.values()], () => map)
}

export function sameList<T extends readonly unknown[]>({ again }: Memory, step: string, list: T): T {
  return again(step, list, () => list)
}

/** The value that stood in this place, with what is new in it. */
export function steady<T>({ each }: Memory, step: string, value: T): T {
  return each<T>(step)('', [value], before => shared(before, value))
}

export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => Object.is(item, b[i])))
}
