import { linux } from '../../model/platforms/linux.ts'
import { routeros } from '../../model/platforms/routeros.ts'
import type { InventoryValue, RouterValue, SiteValue } from './value.ts'

/** Every router of an inventory with its site. */
export function routersOf(inventory: InventoryValue): ReadonlyMap<string, { readonly router: RouterValue; readonly site: SiteValue; readonly core: boolean }> {
  return new Map(inventory.sites.flatMap(site => [
    [site.site, { router: site.router, site, core: false }] as const,
    ...Object.entries(site.cores ?? {}).map(([id, router]) => [id, { router, site, core: true }] as const),
  ]))
}

/** The ports of a router that nothing is plugged into. */
export function freePorts(inventory: InventoryValue, id: string): string[] {
  const found = routersOf(inventory).get(id)
  if (found === undefined) return []
  const model = routeros.models[found.router.model] ?? linux.models[found.router.model]
  const used = new Set([
    ...(found.core ? [] : [found.router.trunk ?? model?.trunk]), ...Object.keys(found.router.desks ?? {}),
    ...inventory.routes.flatMap(({ a, b }) => [a, b]).filter(({ router }) => router === id).map(({ port }) => port),
    ...inventory.circuits.filter(({ site }) => site.id === id).map(({ site }) => site.port),
    ...inventory.uplinks.filter(({ router }) => router === id).map(({ port }) => port),
    ...Object.values(inventory.network.handoffs ?? {}).flatMap(({ ports }) => ports).filter(({ router }) => router === id).map(({ port }) => port),
  ])
  return (model?.ports ?? []).map(({ name }) => name).filter(name => !used.has(name))
}
