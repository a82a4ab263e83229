import type { Cable, FibreRoute, LitEnd, Router, Span, Structure } from '../model/network.ts'
import type { Optic } from '../model/optics.ts'
import { isMissing } from '../model/missing.ts'
import { inside, type Place } from '../source/source.ts'
import type { Declarations } from './declare.ts'
import type { Item } from './item.ts'
import { loadFault } from './fault.ts'
import { addMissing } from './missing.ts'
import { partsOfStep } from '../model/strands.ts'
import { resolve, tableOf, unknownName, type Linking } from './resolve.ts'

interface RouteTables {
  readonly routers: ReadonlyMap<string, Router>
  /** Ids of the sites that are in service. */
  readonly ends: ReadonlySet<string>
  readonly structures: ReadonlyMap<string, Structure>
  readonly spans: ReadonlyMap<string, Span>
  readonly cables: ReadonlyMap<string, Cable>
  readonly optics: ReadonlyMap<string, Optic>
}

export function linkRoutes(linking: Linking, declarations: Declarations, tables: RouteTables): Map<string, FibreRoute> {
  const routes = new Map<string, FibreRoute>()
  for (const item of tableOf(linking, 'route', 'route', declarations.route).values()) {
    const route = linkRoute(linking, item, tables)
    if (route === undefined) addMissing(linking.missing, 'route', item.id)
    else routes.set(item.id, route)
  }
  return routes
}

function linkRoute(
  linking: Linking,
  { id, declared, origin }: Item<FibreRoute['declared']>,
  tables: RouteTables,
): FibreRoute | undefined {
  const { routers, ends, optics } = tables
  const before = linking.diagnostics.length
  const end = (side: 'a' | 'b'): LitEnd | undefined => {
    const at = inside(origin, side)
    const router = resolve(linking, 'router', routers, declared[side].router, inside(at, 'router'))
    const optic = optics.get(declared[side].optic ?? '')
    return router === undefined ? undefined : { router, port: declared[side].port, origin: at, optic }
  }
  const [a, b] = [end('a'), end('b')]
  for (const [i, step] of (declared.path ?? []).entries()) checkStep(linking, step, inside(origin, 'path', i), tables)
  if ((declared.path === undefined) === (declared.patchM === undefined) && !isMissing(linking.missing, 'route', id)) {
    linking.diagnostics.push(
      loadFault(
        'LOD013',
        origin,
        {
          id: 'rute perlu tepat satu dari `path` dan `patch_m`',
          en: 'a route needs exactly one of `path` and `patch_m`',
        },
        {
          id: 'path untuk kabel di luar gedung, patch_m untuk patch cord di dalam gedung',
          en: 'path for cable between buildings, patch_m for a patch cord inside one',
        },
      ),
    )
  }
  if (
    a === undefined ||
    b === undefined ||
    linking.diagnostics.length > before ||
    (declared.path ?? declared.patchM) === undefined
  )
    return undefined
  const active = declared.status === 'active' && ends.has(a.router.siteId) && ends.has(b.router.siteId)
  return { kind: 'route', id, declared, origin, a, b, active }
}

function checkStep(linking: Linking, step: string, at: Place, { structures, spans, cables }: RouteTables): void {
  const name = partsOfStep(step).name
  if (structures.has(name) || cables.has(name) || (name === step && spans.has(name))) return
  if ((['structure', 'cable', 'span'] as const).some(kind => isMissing(linking.missing, kind, name))) return
  linking.diagnostics.push(unknownName('structure', name, [...structures.keys(), ...cables.keys()], at))
}
