import { groupedByEach } from '../text/groups.ts'

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
