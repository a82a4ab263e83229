import { hashOf, routeOf } from '../route.ts'

/** By which column, and whether the most comes first. */
export interface Sorting {
  readonly key: string
  readonly direction: 1 | -1
}

export function filterIn(hash: string): string {
  return routeOf(hash).query.get('filter') ?? ''
}

/** `?sort=-committed_rupiah`: the largest sum first. */
export function sortingIn(hash: string): Sorting | undefined {
  const sort = routeOf(hash).query.get('sort') ?? ''
  if (sort === '') return undefined
  return sort.startsWith('-') ? { key: sort.slice(1), direction: -1 } : { key: sort, direction: 1 }
}

/** Writes what a reader has filtered and sorted by into the address, of which the browser makes no new page. */
export function addressedBy(filter: string, sorting: Sorting | undefined): void {
  const { view, id, query } = routeOf(location.hash)
  const sort = sorting === undefined ? undefined : `${sorting.direction === -1 ? '-' : ''}${sorting.key}`
  const next = hashOf(view, id, { ...Object.fromEntries(query), filter, sort })
  if (next !== location.hash) history.replaceState(history.state, '', next)
}
