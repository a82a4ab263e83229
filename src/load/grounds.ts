import type { Ground, Premises, Site } from '../model/network.ts'
import { sameMap, type Memory } from '../source/memory.ts'
import { shared } from '../source/shared.ts'

/** What the plant knows of sites: it stands while everything else about them changes. */
export function groundsOf(kept: Memory, sites: ReadonlyMap<string, Site>): ReadonlyMap<string, Ground> {
  return partsOf(kept, 'grounds', sites, ({ kind, id, origin, declared: { location, was } }): Ground => {
    return { kind, id, origin, declared: { location, was } }
  })
}

/** What circuits know of them. */
export function premisesOf(kept: Memory, sites: ReadonlyMap<string, Site>): ReadonlyMap<string, Premises> {
  return partsOf(kept, 'premises', sites, ({ kind, id, origin, router, active, declared }): Premises => {
    const { location, status, class: siteClass, was } = declared
    return { kind, id, origin, router, active, declared: { location, status, class: siteClass, was } }
  })
}

function partsOf<T>(
  kept: Memory,
  step: string,
  sites: ReadonlyMap<string, Site>,
  partOf: (site: Site) => T,
): ReadonlyMap<string, T> {
  const each = kept.each<T>(`each of ${step}`)
  const parts = [...sites].map(([id, site]): [string, T] => [
    id,
    each(id, [site], before => shared(before, partOf(site))),
  ])
  return sameMap(kept, step, new Map(parts))
}

/** Sites that are in service, by id. */
export function activeEnds(kept: Memory, sites: ReadonlyMap<string, Site>): ReadonlySet<string> {
  const active = [...sites.values()].filter(site => site.active).map(({ id }) => id)
  return kept.again('active sites', active, () => new Set(active))
}
