import { groupedByEach } from '../text/groups.ts'
import { common, isReversed } from '../model/days.ts'
import type { Period } from '../model/scalars.ts'

/** Puts the items that share a key together; items without one are left out. */
export function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key | undefined): Map<Key, Item[]> {
  return groupedByEach(items, item => {
    const key = keyOf(item)
    return key === undefined ? [] : [key]
  })
}

/** Each later item of a group beside its first: the pairs that a clash is reported for. */
export function* clashes<Item>(
  groups: Iterable<readonly Item[]>,
): Generator<{ readonly first: Item; readonly later: Item }> {
  for (const [first, ...others] of groups) {
    if (first === undefined) continue
    for (const later of others) yield { first, later }
  }
}

/** Who uses something, and when; without a period always. */
export interface Use {
  readonly owner: string
  readonly period: Period | undefined
}

/**
 * Items of a group whose days overlap and whose owners differ: each later one beside the first that it meets, once for
 * a pair of owners.
 */
export function* overlapping<Item>(
  groups: Iterable<readonly Item[]>,
  useOf: (item: Item) => Use,
): Generator<{ readonly first: Item; readonly later: Item }> {
  for (const group of groups) {
    const pairs = new Set<string>()
    for (const [i, later] of group.entries()) {
      const use = useOf(later)
      const first = group.slice(0, i).find(item => meet(useOf(item), use))
      const pair = first === undefined ? undefined : `${useOf(first).owner} ${use.owner}`
      if (first === undefined || pair === undefined || pairs.has(pair)) continue
      pairs.add(pair)
      yield { first, later }
    }
  }
}

/**
 * Two of different owners on one day. A period that ends before it begins is taken for any day, so that it hides
 * nothing.
 */
export function meet(a: Use, b: Use): boolean {
  if (a.owner === b.owner) return false
  if (a.period === undefined || b.period === undefined || isReversed(a.period) || isReversed(b.period)) return true
  return common(a.period, b.period) !== undefined
}

/** The first of the items with each key. */
export function* distinctBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Generator<Item> {
  const seen = new Set<string>()
  for (const item of items) {
    const key = keyOf(item)
    if (seen.has(key)) continue
    seen.add(key)
    yield item
  }
}
