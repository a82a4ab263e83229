import { added } from '../../edit/added.ts'
import { spliced, type Splice } from '../../edit/splice.ts'
import { valueAt } from '../../load/schema-walk.ts'
import type { Network } from '../../model/network.ts'
import { offsetsOf } from '../../source/locate.ts'
import { inside, snakeCase, type Place, type Source, type Step } from '../../source/source.ts'
import { parseYaml } from '../../source/yaml.ts'
import type { Draft, Fact, Value } from '../draft/draft.ts'
import { costRouteOf } from '../draft/ospf-in-use.ts'
import { flow } from './flow.ts'

/**
 * Files that are there, with the addresses and costs that running routers have already; everything else of them stays
 * as it is.
 */
export function pinnedFiles(drafts: readonly Draft[], network: Network): Source[] {
  const pins = drafts.flatMap(({ kind, match, facts }) =>
    kind === 'site' && match !== undefined ? facts.flatMap(fact => pinsIn(fact, match.id, network)) : [],
  )
  const bySource = Map.groupBy(pins, ({ place }) => place.source)
  // One after the other: a second pin may stand inside what the first has put there.
  return [...bySource].map(([source, own]) =>
    own.reduce((before, { place, value }) => put(before, place.path, value), source),
  )
}

interface Pin {
  readonly place: Place
  readonly value: Value
}

/**
 * The file with a value in its place: instead of the one that is there, else behind the keys of the map that it belongs
 * to.
 */
function put(source: Source, path: readonly Step[], value: Value): Source {
  const { data } = parseYaml(source)
  const place = { source, path }
  if (valueAt(data, path) !== undefined) {
    const [from, to] = offsetsOf(place)
    return splicedIn(source, { path: source.path, from, to, text: flow(value) })
  }
  const [parent, key] = [path.slice(0, -1), String(path.at(-1))]
  const map = valueAt(data, parent)
  const beside = typeof map === 'object' && map !== null ? lastPlain(map) : undefined
  if (beside === undefined) return put(source, parent, { [key]: value })
  const name = { source, path: [...parent, beside] }
  return splicedIn(source, added({ source, path: parent }, name, `${snakeCase(key)}: ${flow(value)}`))
}

/** The last key of a map whose value stands on its line; the first where none does. */
function lastPlain(map: object): string | undefined {
  const entries = Object.entries(map)
  return (entries.findLast(([, value]) => typeof value !== 'object') ?? entries[0])?.[0]
}

function splicedIn(source: Source, splice: Splice): Source {
  return spliced([source], [splice])[0] ?? source
}

function pinsIn(fact: Fact, siteId: string, { sites, routes }: Network): Pin[] {
  const site = sites.get(siteId)?.origin
  const route = fact.key.startsWith('(') ? undefined : routes.get(costRouteOf(fact.key) ?? '')?.origin
  if (route !== undefined) return [{ place: inside(route, 'costFactor'), value: fact.value }]
  return site === undefined ? [] : sitePins(fact).map(({ steps, value }) => ({ place: inside(site, ...steps), value }))
}

function sitePins({ key, value }: Fact): { readonly steps: readonly Step[]; readonly value: Value }[] {
  if (key === 'router.loopback') return [{ steps: ['router', 'loopback'], value }]
  const core = /^cores\.([a-z0-9-]+)\.loopback$/.exec(key)?.[1]
  if (core !== undefined) return [{ steps: ['cores', core, 'loopback'], value }]
  if (key !== 'segments' || typeof value !== 'object' || Array.isArray(value)) return []
  return Object.entries(value)
    .filter(([, each]) => typeof each === 'object' && 'v4' in each)
    .map(([segment, each]) => ({ steps: ['segments', segment], value: each }))
}
