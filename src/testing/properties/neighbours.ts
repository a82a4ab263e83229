import { parse } from 'yaml'
import type { Source } from '../../source/source.ts'
import type { Kind } from './operations.ts'

/**
 * Who touches whom, read from the YAML text alone: nothing of the compiler is asked, so that its idea of a neighbour
 * cannot excuse its own mistake.
 */
export interface Declared {
  readonly sites: ReadonlySet<string>
  /** Routers at the two ends of each route. */
  readonly routes: ReadonlyMap<string, readonly [string, string]>
  readonly circuits: ReadonlyMap<string, DeclaredCircuit>
  /** The core that each name stands for, by which a tunnel's end at the hub is called: a core's own, or an uplink's. */
  readonly coreOf: ReadonlyMap<string, string>
}

interface DeclaredCircuit {
  readonly site: string
  /** Cores that its tunnels end at. */
  readonly hubs: readonly string[]
}

interface Thing {
  readonly site?: string | { readonly id: string }
  readonly cores?: Readonly<Record<string, unknown>>
  readonly route?: string
  readonly a?: { readonly router: string }
  readonly b?: { readonly router: string }
  readonly circuit?: string
  readonly hub?: string | { readonly handoff: string }
  readonly uplink?: string
  readonly router?: string
  readonly handoffs?: Readonly<Record<string, { readonly ports: readonly { readonly router: string }[] }>>
}

export function readDeclared(sources: readonly Source[]): Declared {
  const things = sources.flatMap(({ path, text }) =>
    /^(opd|routes|circuits|network)/.test(path) ? thingsIn(text) : [],
  )
  const handoffs = Object.assign({}, ...things.map(thing => thing.handoffs ?? {})) as NonNullable<Thing['handoffs']>
  const uplinks = things.filter(({ uplink }) => uplink !== undefined)
  const cores = things.flatMap(thing => Object.keys(thing.cores ?? {}))
  const hubsOf = ({ hub }: Thing): string[] =>
    typeof hub === 'object'
      ? (handoffs[hub.handoff]?.ports ?? []).map(({ router }) => router)
      : uplinks.map(({ router = '' }) => router)
  return {
    sites: new Set(things.flatMap(({ site }) => (typeof site === 'string' ? [site] : []))),
    routes: new Map(
      things.flatMap(({ route, a, b }) =>
        route === undefined ? [] : [[route, [a?.router ?? '', b?.router ?? '']] as const],
      ),
    ),
    circuits: new Map(
      things.flatMap(thing =>
        thing.circuit === undefined || typeof thing.site !== 'object'
          ? []
          : [[thing.circuit, { site: thing.site.id, hubs: hubsOf(thing) }] as const],
      ),
    ),
    coreOf: new Map([
      ...cores.map(core => [core, core] as const),
      ...uplinks.map(({ uplink = '', router = '' }) => [uplink, router] as const),
    ]),
  }
}

/** Most files are the same before and after an operation. */
const known = new Map<string, readonly Thing[]>()

function thingsIn(text: string): readonly Thing[] {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size > 1000) known.clear()
  const things = [parse(text) as Thing | Thing[]].flat()
  known.set(text, things)
  return things
}

/** Routers that know of a thing: its own, those at the other end of its routes, the cores that its circuits end at. */
export function neighboursOf(declared: Declared, kind: Kind, id: string): ReadonlySet<string> {
  const { sites, routes, circuits } = declared
  if (kind === 'route') return new Set(routes.get(id))
  if (kind === 'circuit') return new Set(circuitEnds(circuits.get(id)))
  if (!sites.has(id)) return new Set()
  const across = [...routes.values()].filter(ends => ends.includes(id)).flat()
  const hubs = [...circuits.values()].filter(({ site }) => site === id).flatMap(circuitEnds)
  return new Set([id, ...across, ...hubs])
}

function circuitEnds(circuit: DeclaredCircuit | undefined): string[] {
  return circuit === undefined ? [] : [circuit.site, ...circuit.hubs]
}

/** Things by `kind/id` that come and go with a thing: for a site its routes and circuits. */
export function belongings(declared: Declared, kind: Kind, id: string): ReadonlySet<string> {
  if (kind !== 'site') return new Set([`${kind}/${id}`])
  const routes = [...declared.routes].filter(([, ends]) => ends.includes(id)).map(([route]) => `route/${route}`)
  const circuits = [...declared.circuits].filter(([, { site }]) => site === id).map(([circuit]) => `circuit/${circuit}`)
  return new Set([`site/${id}`, ...routes, ...circuits])
}
