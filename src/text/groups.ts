/** Things by each key of theirs; a thing may have several, or none. With one key each, `Map.groupBy` does it. */
export function groupedByEach<Thing, Key>(
  things: Iterable<Thing>,
  keysOf: (thing: Thing) => Iterable<Key>,
): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>()
  for (const thing of things) {
    const keys = [...keysOf(thing)]
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [thing])
      else group.push(thing)
    }
  }
  return groups
}
