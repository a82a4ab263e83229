import { declarationsOf, thingsIn, type Declaration } from '../../edit/things.ts'
import { referencesIn } from '../../load/references.ts'
import type { Network } from '../../model/network.ts'
import { isPool } from '../../render/ip-plan/row.ts'
import { ipRows } from '../../render/ip-plan/rows.ts'
import { remembered } from '../../source/remembered.ts'
import type { Step } from '../../source/source.ts'
import type { World } from '../world/world.ts'
import { keyOf, type Thing } from './thing.ts'

/** The thing of a kind and an id. Prefixes are worked out only where one is asked for. */
export function thingAt(world: World, key: string): Thing | undefined {
  return (key.startsWith('prefix:') ? prefixThings(world) : declaredThings(world)).get(key)
}

/**
 * A component of the analysis is a thing by another word here and there: a closure is a structure, a core its cable's.
 */
export function thingNamed(world: World, name: string): Thing | undefined {
  const cut = name.indexOf(':')
  const [kind, id] = [name.slice(0, cut), name.slice(cut + 1)]
  const own = thingAt(world, name)
  if (own !== undefined) return own
  if (kind === 'closure' || kind === 'building') return thingAt(world, `structure:${id}`)
  if (kind === 'core') return thingAt(world, `cable:${id.split('/')[0]}`)
  if (kind === 'tunnel') return thingAt(world, `circuit:${id.split('/')[0]}`)
  if (kind === 'port') return thingAt(world, `router:${id.split('/')[0]}`)
  return undefined
}

/** Every thing of a world, those that are declared first. */
export function* thingsOf(world: World): Generator<Thing> {
  yield* declaredThings(world).values()
  yield* prefixThings(world).values()
}

/** The things of any kind that have this id. */
export function namesakes(world: World, id: string): readonly Thing[] {
  return byId(world).get(id) ?? []
}

const byId = remembered((world: World) => Map.groupBy(thingsOf(world), thing => thing.id))

/** Who names whom, by `kind:id`. */
interface Graph {
  /** What each names; and by whom it is named. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>
  readonly namedBy: ReadonlyMap<string, ReadonlySet<string>>
}

export const graphOf: (world: World) => Graph = remembered(world => {
  const names = new Map<string, Set<string>>()
  const namedBy = new Map<string, Set<string>>()
  const join = (from: string, to: string): void => {
    if (from === to || thingAt(world, from) === undefined || thingAt(world, to) === undefined) return
    added(names, from, to)
    added(namedBy, to, from)
  }
  for (const [from, to] of references(world)) join(from, to)
  for (const [from, to] of derived(world)) join(from, to)
  return { names, namedBy }
})

function added(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}

interface Named {
  readonly kind: string
  readonly id: string
  readonly declared: object
  readonly origin: NonNullable<Thing['place']>
}

/** Everything that is declared by name, by key. */
const declaredThings = remembered(({ network }: World) => byKey(declaredIn(network)))

function byKey(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map(thing => [keyOf(thing), thing]))
}

function declaredIn(network: Network): Thing[] {
  const lists: readonly ReadonlyMap<string, Named>[] = [
    network.sites,
    network.tenants,
    network.areas,
    network.routers,
    network.circuits,
    network.uplinks,
    network.contracts,
    network.providers,
    network.budgets,
    network.payments,
    network.tickets,
    network.claims,
    network.works,
    network.traces,
    network.powers,
    network.waivers,
    network.routes,
    network.cables,
    network.cableTypes,
    network.structures,
    network.spans,
    network.slacks,
    network.plants,
    network.handoffs,
    network.zones,
    network.segmentKinds,
    network.opticTypes,
    network.modelTypes,
  ]
  return lists.flatMap(list =>
    Array.from(list.values(), ({ kind, id, declared, origin }) => ({
      kind,
      id,
      name: nameIn(declared) ?? id,
      place: origin,
      declared,
    })),
  )
}

function nameIn(declared: object): string | undefined {
  if ('name' in declared && typeof declared.name === 'string') return declared.name
  if ('title' in declared && typeof declared.title === 'string') return declared.title
  return undefined
}

const prefixThings = remembered(({ plan }: World): ReadonlyMap<string, Thing> => {
  const seen = new Map<string, Thing>()
  for (const { prefix, thing } of ipRows(plan))
    if (!seen.has(prefix)) seen.set(prefix, { kind: 'prefix', id: prefix, name: thing })
  return byKey([...seen.values()])
})

/** What the files say of each other: each naming belongs to the innermost thing around it. */
function* references({ sources }: World): Generator<readonly [from: string, to: string]> {
  const files = thingsIn(sources)
  const declared = Map.groupBy(declarationsOf(files), ({ thing }) => thing)
  for (const file of files) {
    const own = declared.get(file) ?? []
    for (const { kinds, names, path } of referencesIn(file.kind, file.data)) {
      const owners = ownersOf(own, [...file.at, ...path])
      for (const owner of owners)
        for (const name of names) for (const kind of kinds) yield [keyOf(owner), keyOf({ kind, id: name })]
    }
  }
}

function ownersOf(declared: readonly Declaration[], path: readonly Step[]): readonly Declaration[] {
  let best: Declaration[] = []
  let length = -1
  for (const each of declared) {
    const { entry } = each
    if (entry.length < length || !entry.every((step, i) => path[i] === step)) continue
    if (entry.length > length) best = []
    length = entry.length
    best.push(each)
  }
  return best
}

/** What nobody wrote down: a site and its router, a prefix and what it is handed out for. */
function* derived({ network, plan }: World): Generator<readonly [from: string, to: string]> {
  for (const { id, siteId } of network.routers.values()) yield [`router:${id}`, `site:${siteId}`]
  for (const { id, provider } of network.contracts.values()) yield [`contract:${id}`, `provider:${provider.id}`]
  for (const plant of network.plants.values())
    for (const list of [network.cables, network.structures, network.spans])
      for (const thing of list.values())
        if (thing.origin.source === plant.origin.source) yield [`${thing.kind}:${thing.id}`, `plant:${plant.id}`]
  for (const row of ipRows(plan)) {
    const key = `prefix:${row.prefix}`
    if (row.site !== undefined) yield [key, `site:${row.site}`]
    if (row.router !== undefined) yield [key, `router:${row.router}`]
    if (row.zone !== undefined) yield [key, `zone:${row.zone}`]
    if (row.tenant !== undefined) yield [key, `tenant:${row.tenant}`]
    if (isPool(row)) continue
    for (const kind of ['route', 'circuit', 'uplink', 'segment'])
      yield [key, `${kind}:${row.thing.split('/')[0] ?? ''}`]
  }
}
