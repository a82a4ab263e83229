import { linux } from '../../platforms/linux/platform.ts'
import { routeros } from '../../platforms/routeros/platform.ts'
import type { InventoryValue, RouterValue } from './value.ts'

interface Placed {
  readonly router: RouterValue
  readonly core: boolean
}

/** Every router of an inventory, by id. */
export function routersOf({ sites }: InventoryValue): ReadonlyMap<string, Placed> {
  return new Map(
    sites.flatMap(({ site, router, cores = {} }) => [
      [site, { router, core: false }] as const,
      ...Object.entries(cores).map(([id, core]): [string, Placed] => [id, { router: core, core: true }]),
    ]),
  )
}

/** The ports of a router that nothing is plugged into. */
export function freePorts(inventory: InventoryValue, id: string): string[] {
  const found = routersOf(inventory).get(id)
  if (found === undefined) return []
  const model = routeros.models[found.router.model] ?? linux.models[found.router.model]
  const used = new Set([
    ...(found.core ? [] : [found.router.trunk ?? model?.trunk]),
    ...Object.keys(found.router.desks ?? {}),
    ...inventory.routes
      .flatMap(({ a, b }) => [a, b])
      .filter(({ router }) => router === id)
      .map(({ port }) => port),
    ...inventory.circuits.filter(({ site }) => site.id === id).map(({ site }) => site.port),
    ...inventory.uplinks.filter(({ router }) => router === id).map(({ port }) => port),
    ...Object.values(inventory.network.handoffs ?? {})
      .flatMap(({ ports }) => ports)
      .filter(({ router }) => router === id)
      .map(({ port }) => port),
  ])
  return (model?.ports ?? []).map(({ name }) => name).filter(name => !used.has(name))
}
