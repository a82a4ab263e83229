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
  const asked = new Map<ComponentClass, number[]>()
  for (const [i, { router }] of elements.sites.entries()) {
    if (points[i] === undefined) continue
    for (const one of classesUnder(analysis, routing, router)) {
      const sites = asked.get(one)
      if (sites === undefined) asked.set(one, [i])
      else sites.push(i)
    }
  }
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

/** Classes that take down something of what a router's ways hang on. */
function classesUnder(analysis: Analysis, routing: Routing, router: number): ReadonlySet<ComponentClass> {
  const found = new Set<ComponentClass>()
  for (const element of serviceSupport(routing, router, [4]))
    for (const one of classesOn(analysis)[element] ?? []) found.add(one)
  return found
}

const classesOn = remembered(({ classes, elements: { count } }: Analysis): readonly ComponentClass[][] => {
  const found = Array.from({ length: count }, (): ComponentClass[] => [])
  for (const one of classes) for (const element of one.elements) found[element]?.push(one)
  return found
})

/**
 * By class: sites, by their place in `elements.sites`, that stay in service when it fails, and that another failure
 * would take out then and does not today. A site falls to a pair only if one of the two touches the ways that it has
 * today, and the other those that are left to it, so only such pairs are asked, and only while that may tell something.
 */
export const exposedByOne: (analysis: Analysis) => ReadonlyMap<ComponentClass, ReadonlySet<number>> = remembered(
  analysis => {
    const exposure: Exposure = { alone: statesAlone(analysis), exposed: new Map() }
    for (const one of analysis.classes)
      for (const [other, sites] of nextAfter(analysis, exposure, one)) askPair(analysis, exposure, [one, other], sites)
    return exposure.exposed
  },
)

type Pair = readonly [ComponentClass, ComponentClass]

interface Exposure {
  readonly alone: (failed: ComponentClass, site: number) => SiteState
  /** What has been found so far. */
  readonly exposed: Map<ComponentClass, Set<number>>
}

/** Failures that could take out sites that one has touched, with these sites. */
function nextAfter(
  analysis: Analysis,
  exposure: Exposure,
  one: ComponentClass,
): ReadonlyMap<ComponentClass, readonly number[]> {
  const { elements, whole } = analysis
  const next = new Map<ComponentClass, number[]>()
  const sites = sitesTouched(analysis, [one.elements]).filter(site => exposure.alone(one, site) !== 'isolated')
  if (sites.length === 0) return next
  askAfter(whole.routing, [one.elements], left => {
    for (const site of sites)
      for (const other of classesUnder(analysis, left, itemAt(elements.sites, site).router)) {
        const asked = next.get(other)
        if (asked === undefined) next.set(other, [site])
        else asked.push(site)
      }
  })
  return next
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
