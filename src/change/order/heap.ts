/** What is in it by its rank: the least is found in logarithmic time. */
export interface Heap<T> {
  readonly items: T[]
  readonly compare: (a: T, b: T) => number
}

export function push<T>({ items, compare }: Heap<T>, item: T): void {
  let at = items.push(item) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = items[parent]
    if (above === undefined || compare(above, item) <= 0) break
    items[at] = above
    at = parent
  }
  items[at] = item
}

export function pop<T>({ items, compare }: Heap<T>): T | undefined {
  const [top] = items
  const last = items.pop()
  if (last === undefined || items.length === 0) return top
  let at = 0
  for (;;) {
    const children = [2 * at + 1, 2 * at + 2].filter(child => child < items.length)
    const [child] = children.sort((a, b) => compare(items[a] ?? last, items[b] ?? last))
    const below = child === undefined ? undefined : items[child]
    if (child === undefined || below === undefined || compare(below, last) >= 0) break
    items[at] = below
    at = child
  }
  items[at] = last
  return top
}
