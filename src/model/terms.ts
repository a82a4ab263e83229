import { byText } from '../text/order.ts'
import { dayBefore } from './days.ts'
import type { Period } from './scalars.ts'

/** A change of declared facts from a day on; what it does not name stays as it was. */
interface Change {
  readonly from: string
}

/** What holds from one day to another. */
export interface Stretch<Facts> {
  readonly period: Period
  readonly facts: Facts
  /** Index of the change that set a value last, by `key` and `key.inner`; what no change has set is not in it. */
  readonly setBy: ReadonlyMap<string, number>
  /** Index of the change that it begins with. */
  readonly begunBy: number | undefined
}

/**
 * The life of a thing in stretches: its facts, then its facts with each change laid over. A change outside the life
 * begins no stretch; of two on one day the later written counts. `lay` says how one change is laid over facts.
 */
export function stretches<Facts, C extends Change>(
  facts: Facts,
  period: Period,
  changes: readonly C[],
  lay: (facts: Facts, change: C) => Facts,
): Stretch<Facts>[] {
  const inOrder = changes
    .map((change, index) => ({ change, index }))
    .filter(({ change }) => change.from <= period.to)
    .toSorted(byText(({ change }) => change.from))
  const found: Stretch<Facts>[] = [{ period, facts, setBy: new Map(), begunBy: undefined }]
  for (const { change, index } of inOrder) {
    const before = found.at(-1) as Stretch<Facts>
    const setBy = new Map(before.setBy)
    for (const key of keysSetBy(change)) setBy.set(key, index)
    const next = {
      period: { from: change.from, to: period.to },
      facts: lay(before.facts, change),
      setBy,
      begunBy: index,
    }
    if (change.from <= before.period.from) found[found.length - 1] = { ...next, period: before.period }
    else {
      found[found.length - 1] = { ...before, period: { from: before.period.from, to: dayBefore(change.from) } }
      found.push(next)
    }
  }
  return found
}

/** The stretch that a day lies in; before the first one the first, after the last one the last. */
export function stretchOn<S extends { readonly period: Period }>(
  all: readonly S[],
  day: string | undefined,
): S | undefined {
  return day === undefined ? all[0] : (all.findLast(({ period }) => period.from <= day) ?? all[0])
}

function keysSetBy(change: Change): string[] {
  return Object.entries(change).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'from' || value === undefined) return []
    const inner = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : []
    return [key, ...inner.flatMap(([name, one]) => (one === undefined ? [] : [`${key}.${name}`]))]
  })
}
