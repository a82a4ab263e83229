import type { Random } from '../generate/random.ts'
import { withCircuit, withLink, withRoute, withSite } from '../inventory/add.ts'
import { freePorts, routersOf } from '../inventory/ports.ts'
import { isConnected, withoutCircuit, withoutRoute, withoutSite } from '../inventory/remove.ts'
import { renamedCircuit, renamedRoute, renamedSite } from '../inventory/rename.ts'
import { shuffleBy } from '../inventory/reorder.ts'
import type { InventoryValue, RouteValue } from '../inventory/value.ts'
import { oneOf, randomSite, services, siteValue } from './world.ts'

export type Kind = 'site' | 'route' | 'circuit'
export type Verb = 'insert' | 'delete' | 'rename' | 'reorder'

export interface Act {
  readonly kind: Kind
  readonly verb: Verb
}

/** One edit of an inventory as an engineer would make it. */
export interface Operation extends Act {
  /** What it is called afterwards; before, where it is deleted. The kind itself, where all of it is reordered. */
  readonly id: string
  /** What it was called before, where it is renamed. */
  readonly former?: string
  readonly after: InventoryValue
}

export const acts: readonly Act[] = (['site', 'route', 'circuit'] as const).flatMap(kind =>
  (['insert', 'delete', 'rename', 'reorder'] as const).map(verb => ({ kind, verb })),
)

/**
 * The act upon something that chance chooses. Undefined where the inventory holds nothing that it could be done to
 * without an error.
 */
export function operate({ kind, verb }: Act, world: InventoryValue, random: Random): Operation | undefined {
  const done = { insert, delete: remove, rename, reorder }[verb](kind, world, random)
  return done === undefined ? undefined : { kind, verb, ...done }
}

type Done = Omit<Operation, 'kind' | 'verb'>

function insert(kind: Kind, world: InventoryValue, random: Random): Done | undefined {
  // Before, among and behind what is there.
  const id = `${oneOf(random, ['a', 'm', 'z'])}-baru-${Math.floor(random() * 1e6)}`
  const after = { site: insertSite, route: insertRoute, circuit: insertCircuit }[kind](world, id, random)
  return after === undefined ? undefined : { id, after }
}

function insertSite(world: InventoryValue, id: string, random: Random): InventoryValue | undefined {
  const ring = world.routes.filter(route => route.ring !== undefined)
  const choice = random()
  if (choice < 0.35 && ring.length > 0) return insertIntoRing(world, id, oneOf(random, ring))
  const grown = withSite(world, randomSite(random, id))
  if (choice < 0.6) return withLink(grown, { id: `rute-${id}`, a: oneOf(random, onFibre(world)), b: id })
  return withCircuit(grown, { id: `ckt-${id}`, site: id, service: oneOf(random, services), role: 'primary' })
}

/** The ring's route now ends at the newcomer, and a new one goes on from there. */
function insertIntoRing(
  world: InventoryValue,
  id: string,
  { route, a, b, ring, v4 }: RouteValue,
): InventoryValue | undefined {
  // A router like that at the far end, so that the link keeps its length.
  const like = routersOf(world).get(b.router)?.router
  if (like === undefined || ring === undefined) return undefined
  const opened = withSite(withoutRoute(world, route), siteValue(id, like.model, like.version))
  const first = withRoute(
    opened,
    { id: route, a: a.router, b: id, ring, ...(v4 === undefined ? {} : { v4 }) },
    a.port,
    freePorts(opened, id)[0] ?? '',
  )
  return withRoute(first, { id: `lanjut-${id}`, a: id, b: b.router, ring }, freePorts(first, id)[0] ?? '', b.port)
}

/** Routers that fibre reaches and that have a port to spare. */
function onFibre(world: InventoryValue): string[] {
  const ends = new Set(world.routes.flatMap(({ a, b }) => [a.router, b.router]))
  const free = [...ends].filter(router => freePorts(world, router).length > 0)
  return free.length === 0 ? ['pusat'] : free
}

function insertRoute(world: InventoryValue, id: string, random: Random): InventoryValue | undefined {
  const [a, b] = [oneOf(random, onFibre(world)), oneOf(random, onFibre(world))]
  return a === b ? undefined : withLink(world, { id, a, b })
}

function insertCircuit(world: InventoryValue, id: string, random: Random): InventoryValue | undefined {
  const sites = world.sites.filter(site => site.class !== 'hub' && freePorts(world, site.site).length > 0)
  return sites.length === 0
    ? undefined
    : withCircuit(world, { id, site: oneOf(random, sites).site, service: oneOf(random, services), role: 'backup' })
}

function idsOf(kind: Kind, { sites, routes, circuits }: InventoryValue): string[] {
  if (kind === 'site') return sites.filter(site => site.class !== 'hub').map(({ site }) => site)
  return kind === 'route' ? routes.map(({ route }) => route) : circuits.map(({ circuit }) => circuit)
}

function remove(kind: Kind, world: InventoryValue, random: Random): Done | undefined {
  const without = { site: withoutSite, route: withoutRoute, circuit: withoutCircuit }[kind]
  const ids = idsOf(kind, world)
  const first = Math.floor(random() * ids.length)
  for (const id of [...ids.slice(first), ...ids.slice(0, first)]) {
    const after = without(world, id)
    if (isConnected(after)) return { id, after }
  }
  return undefined
}

function rename(kind: Kind, world: InventoryValue, random: Random): Done | undefined {
  const ids = idsOf(kind, world)
  if (ids.length === 0) return undefined
  const former = oneOf(random, ids)
  const id = `${oneOf(random, ['a', 'm', 'z'])}-${former}`
  const renamed = { site: renamedSite, route: renamedRoute, circuit: renamedCircuit }[kind]
  return { id, former, after: renamed(world, former, id) }
}

function reorder(kind: Kind, world: InventoryValue, random: Random): Done {
  const list = `${kind}s` as const
  return { id: list, after: { ...world, [list]: shuffleBy(random)(world[list] as readonly unknown[]) } }
}
