import type { Ground, Site } from '../model/network.ts'
import { sameMap, type Memory } from '../source/memory.ts'

/** What the plant knows of sites: it stands while everything else about them changes. */
export function groundsOf(kept: Memory, sites: ReadonlyMap<string, Site>): ReadonlyMap<string, Ground> {
  const each = kept.each<Ground>('ground')
  const grounds = new Map(
    [...sites].map(([id, { kind, origin, declared }]): [string, Ground] => [
      id,
      each(id, [origin, declared.location], () => ({ kind, id, origin, declared: { location: declared.location } })),
    ]),
  )
  return sameMap(kept, 'grounds', grounds)
}

/** Sites that are in service, by id. */
export function activeEnds(kept: Memory, sites: ReadonlyMap<string, Site>): ReadonlySet<string> {
  const active = [...sites.values()].filter(site => site.active).map(({ id }) => id)
  return kept.again('active sites', active, () => new Set(active))
}
