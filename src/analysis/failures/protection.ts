import { itemAt, entryOf } from '../../text/item-at.ts'
import { remembered } from '../../source/remembered.ts'
import type { Analysis } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import type { SiteElement } from '../graph/elements.ts'
import { askAfter, routingWithout } from '../graph/failure.ts'
import { isOut, isWorse, outageOf, type SiteState } from '../graph/state.ts'
import { serviceSupport } from '../locate/support.ts'
import type { Routing } from '../service/routing.ts'
import { failuresOfOne, sitesTouched } from './n-minus.ts'
import type { SinglePoint } from './single-points.ts'

/** A site that stays in service, and that more single failures take out of it than before. */
export interface Exposed {
  readonly site: SiteElement
  /** Single failures that took it out of service already, and those that do now. */
  readonly before: readonly SinglePoint[]
  readonly after: readonly SinglePoint[]
  /** Those of `after` that did not before, or did not harm it so much. */
  readonly added: readonly SinglePoint[]
}

/** Sites that lose protection when these elements fail, in their order. */
export function lostProtection(analysis: Analysis, failed: readonly Int32Array[]): Exposed[] {
  const before = pointsWithout(analysis, [])
  const after = pointsWithout(analysis, failed)
  return analysis.elements.sites.flatMap((site, i): Exposed[] => {
    const [known, found] = [before[i], after[i]]
    if (known === undefined || found === undefined) return []
    const stateOf = new Map(known.map(({ failed: one, state }) => [one, state]))
    const added = found.filter(({ failed: one, state }) => isWorse(state, stateOf.get(one) ?? 'in-service'))
    return added.length === 0 ? [] : [{ site, before: known, after: found, added }]
  })
}

type Points = readonly SinglePoint[]

/**
 * By site: what takes it out of service by failing alone once these elements are down too; undefined where it is out
 * already. Only what its ways hang on can, so only that is asked.
 */
function pointsWithout(analysis: Analysis, failed: readonly Int32Array[]): (Points | undefined)[] {
  const { elements } = analysis
  const routing = routingWithout(elements, ...analysis.down, ...failed)
  const points = elements.sites.map((site): SinglePoint[] | undefined =>
    isOut(outageOf(routing, site)) ? undefined : [],
  )
  const standing = [...elements.sites.keys()].filter(i => points[i] !== undefined)
  const asked = sitesUnder(analysis, routing, standing)
  for (const [one, sites] of asked) {
    askAfter(routing, [one.elements], left => {
      for (const i of sites) {
        const state = outageOf(left, itemAt(elements.sites, i))
        if (isOut(state)) points[i]?.push({ failed: one, state })
      }
    })
  }
  return points
}

/** By class: those of these sites whose ways hang on something that it takes down. */
function sitesUnder(analysis: Analysis, routing: Routing, sites: readonly number[]): Map<ComponentClass, number[]> {
  const found = new Map<ComponentClass, number[]>()
  for (const site of sites)
    for (const element of serviceSupport(routing, itemAt(analysis.elements.sites, site).router, [4]))
      for (const one of classesOn(analysis)[element] ?? []) {
        const under = found.get(one)
        if (under === undefined) found.set(one, [site])
        else if (under.at(-1) !== site) under.push(site)
      }
  return found
}

const classesOn = remembered(({ classes, elements: { count } }: Analysis): readonly ComponentClass[][] => {
  const found = Array.from({ length: count }, (): ComponentClass[] => [])
  for (const one of classes) for (const element of one.elements) found[element]?.push(one)
  return found
})

/**
 * By class: sites, by their place in `elements.sites`, that stay in service when it fails, and that another failure
 * would take out then and does not today.
 */
export const exposedByOne: (analysis: Analysis) => ReadonlyMap<ComponentClass, ReadonlySet<number>> = remembered(
  analysis => {
    const exposure: Exposure = { alone: statesAlone(analysis), exposed: new Map() }
    const hits = new Map(analysis.classes.map(one => [one, hitOf(analysis, exposure, one)]))
    for (const hit of hits.values())
      for (const other of hit.next.keys()) {
        const then = entryOf(hits, other)
        askPair(analysis, exposure, [hit.by, other], sitesOfBoth(hit, then))
        then.next.delete(hit.by)
      }
    return exposure.exposed
  },
)

type Pair = readonly [ComponentClass, ComponentClass]

interface Exposure {
  readonly alone: (failed: ComponentClass, site: number) => SiteState
  /** What has been found so far. */
  readonly exposed: Map<ComponentClass, Set<number>>
}

/** What a class does by failing alone. */
interface Hit {
  readonly by: ComponentClass
  /** Sites that hang on what falls. */
  readonly sites: ReadonlySet<number>
  /** By another class: those of them that hang on it then. */
  readonly next: Map<ComponentClass, readonly number[]>
}

function hitOf(analysis: Analysis, { alone }: Exposure, one: ComponentClass): Hit {
  const sites = sitesTouched(analysis, [one.elements])
  const standing = sites.filter(site => alone(one, site) !== 'isolated')
  if (standing.length === 0) return { by: one, sites: new Set(sites), next: new Map() }
  return {
    by: one,
    sites: new Set(sites),
    next: askAfter(analysis.whole.routing, [one.elements], left => sitesUnder(analysis, left, standing)),
  }
}

/** Sites that may fare worse by both than by either: each of the two takes something that the other leaves them. */
function sitesOfBoth(one: Hit, other: Hit): readonly number[] {
  const [first, second] = [one.next.get(other.by) ?? [], new Set(other.next.get(one.by))]
  if (second.size === 0) return first.filter(site => !other.sites.has(site))
  return [
    ...first.filter(site => second.has(site) || !other.sites.has(site)),
    ...[...second].filter(site => !one.sites.has(site)),
  ]
}

function askPair({ elements, whole }: Analysis, exposure: Exposure, pair: Pair, sites: readonly number[]): void {
  const [one, other] = pair
  const orders: readonly Pair[] = [pair, [other, one]]
  const open = sites.filter(site => orders.some(order => mayExpose(exposure, order, site)))
  if (open.length === 0) return
  askAfter(whole.routing, [one.elements, other.elements], left => {
    for (const site of open) {
      const state = outageOf(left, itemAt(elements.sites, site))
      if (!isOut(state)) continue
      for (const [first, second] of orders)
        if (mayExpose(exposure, [first, second], site) && isWorse(state, exposure.alone(second, site)))
          exposure.exposed.set(first, (exposure.exposed.get(first) ?? new Set()).add(site))
    }
  })
}

/** Whether the first may leave a site to the second, as far as is known yet. */
function mayExpose({ alone, exposed }: Exposure, [first, second]: Pair, site: number): boolean {
  return exposed.get(first)?.has(site) !== true && alone(second, site) !== 'isolated' && !isOut(alone(first, site))
}

/** State of a site when a class fails alone. */
function statesAlone(analysis: Analysis): Exposure['alone'] {
  const { elements, whole } = analysis
  const place = new Map(elements.sites.map((site, i) => [site, i]))
  const changed = new Map(
    failuresOfOne(analysis).map(({ failed: [one], changes }) => [
      one,
      new Map(changes.map(({ site, after }) => [entryOf(place, site), after.state])),
    ]),
  )
  return (failed, site) => changed.get(failed)?.get(site) ?? itemAt(whole.services, site).state
}
