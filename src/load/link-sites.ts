import type { Area, Router, SegmentKind, SegmentUse, Site, Tenant, Zone } from '../model/network.ts'
import { dialectOf, type Platform } from '../model/platform.ts'
import { isMissing } from '../model/missing.ts'
import type { RouterDeclaration, SegmentUseDeclaration } from '../model/site-file.ts'
import type { NetworkDeclaration } from '../model/network-file.ts'
import { sameMap } from '../source/memory.ts'
import { shared } from '../source/shared.ts'
import { inside, keyInside, type Place } from '../source/source.ts'
import { addMissing, missThing } from './missing.ts'
import type { Declarations } from './declare.ts'
import type { Item } from './item.ts'
import { linkedAgain, linkedEach } from './linked-again.ts'
import { plainThings, resolve, tableOf, twice, type Linking } from './resolve.ts'
import { notAmong, versionNotAccepted } from './router-faults.ts'
import { compareText } from '../text/order.ts'
import { own } from '../text/own.ts'

export type Platforms = ReadonlyMap<string, Platform>

interface Catalogue {
  readonly zones: ReadonlyMap<string, Zone>
  readonly segmentKinds: ReadonlyMap<string, SegmentKind>
}

/** Zones and kinds of segments of the network file. */
export function linkCatalogue(linking: Linking, { declared, origin }: Item<NetworkDeclaration>): Catalogue {
  const zones = new Map<string, Zone & { reaches: (Zone | 'internet')[] }>()
  for (const id of Object.keys(declared.zones).sort(compareText)) {
    const zone = declared.zones[id]
    if (zone !== undefined)
      zones.set(id, { kind: 'zone', id, declared: zone, origin: inside(origin, 'zones', id), reaches: [] })
  }
  for (const zone of zones.values()) {
    for (const [i, name] of zone.declared.reaches.entries()) {
      const reached =
        name === 'internet' ? name : resolve(linking, 'zone', zones, name, inside(zone.origin, 'reaches', i))
      if (reached !== undefined) zone.reaches.push(reached)
    }
    zone.reaches.sort((a, b) => compareText(zoneName(a), zoneName(b)))
  }
  const segmentKinds = new Map<string, SegmentKind>()
  for (const id of Object.keys(declared.segments).sort(compareText)) {
    const segment = declared.segments[id]
    if (segment === undefined) continue
    const at = inside(origin, 'segments', id)
    const zone = resolve(linking, 'zone', zones, segment.zone, inside(at, 'zone'))
    if (zone === undefined) addMissing(linking.missing, 'segment', id)
    else segmentKinds.set(id, { kind: 'segment', id, declared: segment, origin: at, zone })
  }
  return { zones, segmentKinds }
}

function zoneName(zone: Zone | 'internet'): string {
  return zone === 'internet' ? zone : zone.id
}

export interface LinkedSites {
  readonly areas: Map<string, Area>
  readonly tenants: Map<string, Tenant>
  readonly sites: Map<string, Site>
  readonly routers: Map<string, Router>
}

/** Sites with their routers, tenants and segments. */
export function linkSites(
  linking: Linking,
  declarations: Declarations,
  { segmentKinds }: Catalogue,
  platforms: Platforms,
): LinkedSites {
  const { kept } = linking
  const areas = linkedAgain(linking, 'areas', [declarations.area], part =>
    tableOf(part, 'area', 'area', plainThings('area', declarations.area)),
  )
  const tenants = linkedAgain(linking, 'tenants', [declarations.tenant], part =>
    tableOf(part, 'tenant', 'tenant', plainThings('tenant', declarations.tenant)),
  )
  const items = linkedAgain(linking, 'site items', [declarations.site], part =>
    tableOf(part, 'site', 'site', declarations.site),
  )
  const tables = { areas, tenants, segmentKinds, platforms }
  const linkEach = linkedEach<Site | undefined>(linking, 'site')
  const sites = new Map<string, Site>()
  const routers = new Map<string, Router>()
  for (const item of items.values()) {
    const of = [item, areas, tenants, segmentKinds, platforms]
    const site = linkEach(item.id, of, (part, before) => sharedSite(before, linkSite(part, item, tables)))
    if (site === undefined) {
      missThing(linking.missing, 'site', item.declared)
      continue
    }
    sites.set(site.id, site)
    for (const router of [site.router, ...site.cores]) {
      const first = routers.get(router.id)
      if (first === undefined) routers.set(router.id, router)
      else linking.diagnostics.push(twice('router', router.id, router.origin, first.origin))
    }
  }
  return {
    areas,
    tenants,
    sites: sameMap(kept, 'sites', sites),
    routers: sameMap(kept, 'routers', new Map([...routers].sort(([a], [b]) => compareText(a, b)))),
  }
}

/** What an edit left alone is what it was: its routers first, which others stand on. */
function sharedSite(before: Site | undefined, now: Site | undefined): Site | undefined {
  if (before === undefined || now === undefined) return now
  const known = new Map(before.cores.map(core => [core.id, core]))
  return shared(before, {
    ...now,
    router: shared(before.router, now.router),
    cores: now.cores.map(core => shared(known.get(core.id) ?? core, core)),
  })
}

interface SiteTables {
  readonly areas: ReadonlyMap<string, Area>
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly segmentKinds: ReadonlyMap<string, SegmentKind>
  readonly platforms: Platforms
}

function linkSite(linking: Linking, item: Item<Site['declared']>, tables: SiteTables): Site | undefined {
  const { id, declared, origin } = item
  const { areas, tenants, platforms } = tables
  const active = declared.status === 'active'
  const area =
    areas.size === 0 ? undefined : resolve(linking, 'area', areas, declared.kecamatan, inside(origin, 'kecamatan'))
  const tenantsHere = declared.tenants.flatMap(
    (name, i) => resolve(linking, 'tenant', tenants, name, item.entry('tenants', i)) ?? [],
  )
  if (tenantsHere.length < declared.tenants.length) addMissing(linking.missing, 'site', id)
  const router = linkRouter(
    linking,
    { id, role: 'site', siteId: id, was: declared.was ?? [] },
    declared.router,
    inside(origin, 'router'),
    platforms,
  )
  const cores = Object.keys(declared.cores ?? {})
    .sort(compareText)
    .flatMap(core => {
      const declaration = declared.cores?.[core]
      if (declaration === undefined) return []
      const linked = linkRouter(
        linking,
        { id: core, role: 'core', siteId: id, was: declaration.was ?? [] },
        declaration,
        inside(origin, 'cores', core),
        platforms,
      )
      if (linked === undefined) addMissing(linking.missing, 'router', core)
      return linked ?? []
    })
  if (router === undefined) return undefined
  const segments = segmentsOf(linking, item, active, tables)
  return {
    kind: 'site',
    id,
    declared,
    origin,
    area,
    router,
    cores,
    segments,
    active,
    was: declared.was ?? [],
    tenants: tenantsHere.sort((a, b) => compareText(a.id, b.id)),
  }
}

type RouterSeed = Pick<Router, 'id' | 'role' | 'siteId' | 'was'>

function linkRouter(
  linking: Linking,
  seed: RouterSeed,
  declared: RouterDeclaration,
  origin: Place,
  platforms: Platforms,
): Router | undefined {
  const platform = platforms.get(declared.platform)
  if (platform === undefined)
    return notAmong(linking, 'platform', declared.platform, [...platforms.keys()], inside(origin, 'platform'))
  const model = own(platform.models, declared.model)
  if (model === undefined && !isMissing(linking.missing, 'model', declared.model))
    notAmong(linking, 'model', declared.model, Object.keys(platform.models), inside(origin, 'model'))
  const dialect = dialectOf(platform, declared.version)
  if (dialect === undefined) versionNotAccepted(linking, platform, declared.version, inside(origin, 'version'))
  if (model === undefined || dialect === undefined) return undefined
  return { kind: 'router', ...seed, declared, origin, platform, dialect, model }
}

function segmentsOf(
  linking: Linking,
  item: Item<Site['declared']>,
  siteActive: boolean,
  { tenants, segmentKinds }: SiteTables,
): SegmentUse[] {
  const { declared, origin } = item
  const uses = new Map<string, SegmentUse>()
  const add = (catalogue: SegmentKind, use: SegmentUseDeclaration, at: Place, hostsAt: Place): void => {
    const tenant =
      use.tenant === undefined ? undefined : resolve(linking, 'tenant', tenants, use.tenant, inside(at, 'tenant'))
    if (use.tenant !== undefined && tenant === undefined) return
    const id = tenant === undefined ? catalogue.id : `${catalogue.id}-${tenant.id}`
    const first = uses.get(id)
    const active = siteActive && (use.status ?? catalogue.declared.status) === 'active'
    if (first === undefined) uses.set(id, { id, catalogue, declared: use, origin: at, hostsAt, tenant, active })
    else linking.diagnostics.push(twice('segment', id, at, first.origin))
  }
  for (const [name, declaration] of Object.entries(declared.segments)) {
    const at = inside(origin, 'segments', name)
    const catalogue = resolve(linking, 'segment', segmentKinds, name, keyInside(origin, 'segments', name))
    if (catalogue === undefined) continue
    if (typeof declaration === 'number') add(catalogue, { hosts: declaration }, at, at)
    else if (Array.isArray(declaration))
      declaration.forEach((use, i) => {
        add(catalogue, use, inside(at, i), inside(at, i, 'hosts'))
      })
    else add(catalogue, declaration, at, inside(at, 'hosts'))
  }
  for (const catalogue of segmentKinds.values()) {
    const everywhere = catalogue.declared.everywhere
    if (everywhere === undefined || Object.hasOwn(declared.segments, catalogue.id)) continue
    const at = inside(catalogue.origin, 'everywhere')
    add(catalogue, { hosts: everywhere.hosts }, at, inside(at, 'hosts'))
  }
  return [...uses.values()].sort((a, b) => compareText(a.id, b.id))
}
