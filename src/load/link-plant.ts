import type {
  Cable,
  CableType,
  FibreRoute,
  Ground,
  PlantArea,
  Repair,
  Router,
  Site,
  Slack,
  Span,
  Splice,
  Structure,
} from '../model/network.ts'
import type { Kind } from '../model/kind.ts'
import type { Optic } from '../model/optics.ts'
import type { DarkFibreDeclaration } from '../model/plant-file.ts'
import { activeEnds, groundsOf } from './grounds.ts'
import { inside, type Place } from '../source/source.ts'
import { addMissing } from './missing.ts'
import { linkStructures } from './link-structures.ts'
import { entriesOf, type Entry } from './plant-entries.ts'
import type { Declarations } from './declare.ts'
import { namesOfRange } from '../text/ranges.ts'
import { plainThings, resolve, tableOf, type Linking } from './resolve.ts'
import { loadFault } from './fault.ts'
import { insideOf, rentedCable } from './link-dark-fibre.ts'
import { linkedAgain } from './linked-again.ts'
import { linkRoutes } from './link-routes.ts'
import { linkSplices } from './link-splices.ts'

export interface LinkedPlant {
  readonly plants: Map<string, PlantArea>
  readonly cableTypes: Map<string, CableType>
  readonly structures: Map<string, Structure>
  readonly spans: Map<string, Span>
  readonly cables: Map<string, Cable>
  readonly slacks: Map<string, Slack>
  readonly splices: Splice[]
  readonly routes: Map<string, FibreRoute>
}

interface Around {
  readonly sites: ReadonlyMap<string, Site>
  readonly routers: ReadonlyMap<string, Router>
  readonly optics: ReadonlyMap<string, Optic>
}

/** Poles, spans, cables, splices, and the routes of light over them. */
export function linkPlant(
  linking: Linking,
  declarations: Declarations,
  { sites, routers, optics }: Around,
): LinkedPlant {
  const { plant: areas, route, network } = declarations
  const grounds = groundsOf(linking.kept, sites)
  const laid = linkedAgain(linking, 'plant', [areas, network, grounds], part => linkLaid(part, declarations, grounds))
  const { structures, spans, cables } = laid
  const ends = activeEnds(linking.kept, sites)
  const routes = linkedAgain(linking, 'routes', [route, routers, ends, optics, structures, spans, cables], part =>
    linkRoutes(part, declarations, { routers, ends, optics, structures, spans, cables }),
  )
  return { ...laid, routes }
}

function linkLaid(
  linking: Linking,
  declarations: Declarations,
  grounds: ReadonlyMap<string, Ground>,
): Omit<LinkedPlant, 'routes'> {
  const plants = tableOf(linking, 'plant', 'plant', plainThings('plant', declarations.plant))
  const areas = declarations.plant
  const cableTypes = tableOf(
    linking,
    'cabletype',
    'id',
    entriesOf(areas, 'cableTypes').map(entry => ({ kind: 'cabletype' as const, ...entry })),
  )
  const structures = linkStructures(linking, areas, grounds)
  const spans = linkAll(
    linking,
    'span',
    [
      ...entriesOf(areas, 'spans'),
      ...entriesOf(areas, 'darkFibres').map(insideOf),
      ...areas.flatMap(area => spansOfRuns(linking, area)),
    ],
    entry => linkSpan(linking, entry, structures),
  )
  const laid: readonly Entry<Cable['declared'] | DarkFibreDeclaration>[] = [
    ...entriesOf(areas, 'cables'),
    ...entriesOf(areas, 'darkFibres'),
  ]
  const cables = linkAll<Cable['declared'] | DarkFibreDeclaration, Cable>(
    linking,
    'cable',
    laid,
    ({ declared, ...entry }) =>
      'lossDb' in declared
        ? rentedCable({ ...entry, declared }, spans)
        : linkCable(linking, { ...entry, declared }, { cableTypes, spans, structures }),
  )
  const slacks = linkAll(linking, 'slack', entriesOf(areas, 'slack'), entry =>
    linkSlack(linking, entry, cables, structures),
  )
  const splices = linkSplices(linking, declarations, structures, cables)
  return { plants, cableTypes, structures, spans, cables, slacks, splices }
}

/** A span, and where its ends are named, where that is not in an entry of its own. */
interface SpanEntry extends Entry<Span['declared']> {
  readonly ends?: { readonly from: Place | undefined; readonly to: Place }
}

/** The spans of an area's runs, each as if it had been written by itself. */
function spansOfRuns(linking: Linking, area: Declarations['plant'][number]): SpanEntry[] {
  return area.declared.runs.flatMap(({ spans, along, ...rest }, i) => {
    const origin = area.entry('runs', i)
    const names = namesOfRange(spans)
    const steps = along.flatMap((entry, at) =>
      namesOfRange(entry).map(name => ({ name, at: inside(origin, 'along', at) })),
    )
    if (steps.length !== names.length + 1) {
      linking.diagnostics.push(unevenRun(inside(origin, 'along'), names.length, steps.length))
      for (const name of names) addMissing(linking.missing, 'span', name)
      return []
    }
    return names.flatMap((id, n): SpanEntry[] => {
      const [from, to] = [steps[n], steps[n + 1]]
      if (from === undefined || to === undefined) return []
      // What two spans share is looked up once, by the first of them.
      const ends = { from: n === 0 ? from.at : undefined, to: to.at }
      return [{ id, origin, declared: { ...rest, id, from: from.name, to: to.name }, ends }]
    })
  })
}

function unevenRun(at: Place, spans: number, structures: number): ReturnType<typeof loadFault> {
  return loadFault(
    'LOD013',
    at,
    {
      id: `${spans} bentang perlu ${spans + 1} struktur, di sini ada ${structures}`,
      en: `${spans} spans need ${spans + 1} structures, and here are ${structures}`,
    },
    {
      id: 'hitung kedua rentangnya: struktur selalu satu lebih banyak',
      en: 'count the two ranges: there is always one structure more',
    },
  )
}

function linkAll<T, L extends { readonly id: string }>(
  linking: Linking,
  kind: Kind,
  entries: readonly Entry<T>[],
  link: (entry: Entry<T>) => L | undefined,
): Map<string, L> {
  const linked = new Map<string, L>()
  for (const entry of tableOf(linking, kind, 'id', entries).values()) {
    const thing = link(entry)
    if (thing === undefined) addMissing(linking.missing, kind, entry.id)
    else linked.set(entry.id, thing)
  }
  return linked
}

function linkSpan(
  linking: Linking,
  { id, declared, origin, ends }: SpanEntry,
  structures: ReadonlyMap<string, Structure>,
): Span | undefined {
  const named = ends ?? { from: inside(origin, 'from'), to: inside(origin, 'to') }
  const from =
    named.from === undefined
      ? structures.get(declared.from)
      : resolve(linking, 'structure', structures, declared.from, named.from)
  const to = resolve(linking, 'structure', structures, declared.to, named.to)
  return from === undefined || to === undefined ? undefined : { kind: 'span', id, declared, origin, from, to }
}

function linkCable(
  linking: Linking,
  { id, declared, origin }: Entry<Cable['declared']>,
  { cableTypes, spans, structures }: Pick<LinkedPlant, 'cableTypes' | 'spans' | 'structures'>,
): Cable | undefined {
  const type = resolve(linking, 'cabletype', cableTypes, declared.type, inside(origin, 'type'))
  const run = declared.spans.flatMap((entry, i) =>
    namesOfRange(entry).map(name => resolve(linking, 'span', spans, name, inside(origin, 'spans', i))),
  )
  const repairs = declared.repairs.map(
    (entry, i): Repair | undefined =>
      type &&
      linkRepair(linking, { declared: entry, origin: inside(origin, 'repairs', i), type }, cableTypes, structures),
  )
  return type === undefined || run.includes(undefined) || repairs.includes(undefined)
    ? undefined
    : {
        kind: 'cable',
        id,
        declared,
        origin,
        type,
        spans: run as Span[],
        repairs: repairs.filter(each => each !== undefined),
        rented: undefined,
      }
}

function linkRepair(
  linking: Linking,
  { declared, origin, type: own }: Omit<Repair, 'closures'>,
  types: ReadonlyMap<string, CableType>,
  structures: ReadonlyMap<string, Structure>,
): Repair | undefined {
  const type =
    declared.type === undefined ? own : resolve(linking, 'cabletype', types, declared.type, inside(origin, 'type'))
  const closures = declared.closures.flatMap(
    (name, i) => resolve(linking, 'structure', structures, name, inside(origin, 'closures', i)) ?? [],
  )
  return type === undefined || closures.length < declared.closures.length
    ? undefined
    : { declared, origin, type, closures }
}

function linkSlack(
  linking: Linking,
  { id, declared, origin }: Entry<Slack['declared']>,
  cables: ReadonlyMap<string, Cable>,
  structures: ReadonlyMap<string, Structure>,
): Slack | undefined {
  const cable = resolve(linking, 'cable', cables, declared.cable, inside(origin, 'cable'))
  const at = resolve(linking, 'structure', structures, declared.at, inside(origin, 'at'))
  return cable === undefined || at === undefined ? undefined : { kind: 'slack', id, declared, origin, cable, at }
}
