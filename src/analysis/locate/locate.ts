import { entryOf } from '../../text/item-at.ts'
import type { Analysis } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { factored, type Explanation } from './explanation.ts'
import { routingOf, type Routing } from '../service/routing.ts'
import { aliveWithout } from '../graph/failure.ts'
import { answers, works, type Observation } from './observation.ts'
import { supportOf } from './support.ts'
import { groupedByEach } from '../../text/groups.ts'

/** Most faults at one time that are looked for. */
export const mostFaults = 3

export interface Located {
  /** Number of faults in each explanation; 0 where nothing is wrong, undefined where even three explain nothing. */
  readonly faults: number | undefined
  /** The likeliest kinds of thing first. */
  readonly explanations: readonly Explanation[]
}

/**
 * The smallest sets of components that explain what is down and contradict nothing that is up. Exact up to three
 * faults: of all sets of that size none is missed, and none smaller explains it. Minimum explanation is NP-hard in
 * general (Katzela and Schwartz 1995; Steinder and Sethi, Sci. Comp. Prog. 53, 2004, 165-194; greedy cover over shared
 * risks: Kompella et al., SCORE, NSDI 2005); it stays small here, since components with one effect are one class, and
 * each step only tries classes that touch what is not yet explained.
 */
export function locate(analysis: Analysis, observation: Observation): Located {
  const search = searchOf(analysis, observation)
  for (let faults = 0; faults <= mostFaults; faults++) {
    const found = new Map<string, readonly ComponentClass[]>()
    deepen(search, [], faults, found, new Set())
    if (found.size > 0) return { faults, explanations: factored([...found.values()]) }
  }
  return { faults: undefined, explanations: [] }
}

interface Search {
  readonly analysis: Analysis
  readonly observation: Observation
  /** Classes that take down nothing which is known to work, by each element that they take down. */
  readonly covering: ReadonlyMap<number, readonly ComponentClass[]>
  readonly orderOf: ReadonlyMap<ComponentClass, number>
}

function searchOf(analysis: Analysis, observation: Observation): Search {
  const working = new Set([...observation.nodes].filter(([, up]) => up).map(([router]) => router))
  for (const {
    elements: [element, ...others],
    up,
  } of observation.links)
    if (up && element !== undefined && others.length === 0) working.add(element)
  const suspects = analysis.classes.filter(({ elements }) => !elements.some(element => working.has(element)))
  const covering = groupedByEach(suspects, ({ elements }) => elements)
  return { analysis, observation, covering, orderOf: new Map(analysis.classes.map((one, i) => [one, i])) }
}

/** Depth first: what is not yet explained must be touched by one of the faults that are still to be named. */
function deepen(
  search: Search,
  chosen: readonly ComponentClass[],
  left: number,
  found: Map<string, readonly ComponentClass[]>,
  seen: Set<string>,
): void {
  const {
    analysis: { elements },
    orderOf,
  } = search
  const key = chosen
    .map(one => entryOf(orderOf, one))
    .sort((a, b) => a - b)
    .join()
  if (seen.has(key)) return
  seen.add(key)
  const routing = routingOf(elements, aliveWithout(elements, ...chosen.map(one => one.elements)))
  const open = unexplained(search, routing)
  if (open === undefined) {
    if (left === 0) found.set(key, chosen)
    return
  }
  if (left === 0) return
  const next = new Set<ComponentClass>()
  for (const element of open) for (const one of search.covering.get(element) ?? []) next.add(one)
  for (const one of next) if (!chosen.includes(one)) deepen(search, [...chosen, one], left - 1, found, seen)
}

/**
 * Elements one of which another fault must touch for the first thing that is not as observed; undefined where all is.
 */
function unexplained({ observation: { nodes, links } }: Search, routing: Routing): Iterable<number> | undefined {
  const silentLink = links.find(link => works(routing, link) !== link.up)
  // A link that is known to work cannot be mended by another fault.
  if (silentLink !== undefined)
    return silentLink.up ? [] : silentLink.elements.filter(element => routing.alive[element] === 1).slice(0, 1)
  for (const [router, up] of nodes) if (!up && answers(routing, router)) return supportOf(routing, router)
  for (const [router, up] of nodes) if (up && !answers(routing, router)) return supportOf(routing, router)
  return undefined
}
