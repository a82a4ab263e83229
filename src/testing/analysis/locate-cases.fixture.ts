import { between, randomFrom, type Random } from '../generate/random.ts'
import type { Analysis } from '../../analysis/analysis.ts'
import type { Elements } from '../../analysis/graph/elements.ts'
import type { Routing } from '../../analysis/service/routing.ts'
import type { ComponentClass } from '../../analysis/graph/classes.ts'
import { routingWithout } from '../../analysis/graph/failure.ts'
import { locate, type Located } from '../../analysis/locate/locate.ts'
import { answers, type Observation } from '../../analysis/locate/observation.ts'

/** What can be told of an observation without one node in five, or so. */
export function partly(
  { nodes, links }: Observation,
  random: Random,
  unknown: { readonly nodes: number; readonly links: number },
): Observation {
  return {
    nodes: new Map([...nodes].filter(() => random() >= unknown.nodes)),
    links: links.filter(() => random() >= unknown.links),
  }
}

export function seenWithout({ elements }: Analysis, ...set: readonly ComponentClass[]): Observation {
  return observe(routingWithout(elements, ...set.map(one => one.elements)))
}

/** Different classes that take something down, drawn by chance. */
export function drawn({ classes }: Analysis, random: Random, size: number): ComponentClass[] {
  const harmful = classes.filter(one => one.elements.length > 0)
  const set = new Set<ComponentClass>()
  while (set.size < size) set.add(harmful[between(random, 0, harmful.length - 1)] as ComponentClass)
  return [...set]
}

/** Whether the true set is among the answers, or a smaller one explains as much. */
export function isFound({ faults, explanations }: Located, set: readonly ComponentClass[]): boolean {
  if (faults !== undefined && faults < set.length) return true
  return explanations.some(
    ({ members }) =>
      members.length === set.length &&
      matched(
        set,
        members.map(({ classes }) => classes),
      ),
  )
}

/** Whether each class can have a member of its own that holds it. */
function matched(
  [first, ...rest]: readonly ComponentClass[],
  members: readonly (readonly ComponentClass[])[],
): boolean {
  if (first === undefined) return true
  return members.some((classes, i) => classes.includes(first) && matched(rest, members.toSpliced(i, 1)))
}

export interface Missed {
  readonly asked: number
  readonly missed: readonly string[]
  readonly slowestMs: number
}

/** Sets of this size, seen in part: which of them are not among the answers. */
export function missedOf(
  analysis: Analysis,
  count: number,
  size: number,
  unknown: { readonly nodes: number; readonly links: number },
  seed: number,
): Missed {
  const random = randomFrom(seed)
  const missed: string[] = []
  let slowestMs = 0
  for (let i = 0; i < count; i++) {
    const set = drawn(analysis, random, size)
    const observation = partly(seenWithout(analysis, ...set), random, unknown)
    const start = performance.now()
    const located = locate(analysis, observation)
    slowestMs = Math.max(slowestMs, performance.now() - start)
    if (!isFound(located, set)) missed.push(set.map(({ components }) => components[0]?.name).join(' + '))
  }
  return { asked: count, missed, slowestMs }
}

/** Everything that the NOC would see: all nodes, and every link at an end of which a router answers. */
function observe(routing: Routing): Observation {
  const { elements, alive } = routing
  const nodes = new Map(elements.routers.map((_, router) => [router, answers(routing, router)]))
  const links = [...linkElements(elements)].filter(element =>
    endsOf(elements, element).some(router => nodes.get(router) === true),
  )
  return { nodes, links: links.map(element => ({ elements: [element], up: alive[element] === 1 })) }
}

function* linkElements({ firstLink, count }: Elements): Generator<number> {
  for (let element = firstLink; element < count; element++) yield element
}

/** Routers that can tell of a link, a tunnel or an uplink. */
function endsOf(
  { firstLink, firstTunnel, firstUplink, linkA, linkB, tunnelSite, tunnelCore, uplinks, routerOf }: Elements,
  element: number,
): readonly number[] {
  if (element < firstLink) return [element]
  if (element < firstTunnel) return [linkA[element - firstLink] as number, linkB[element - firstLink] as number]
  if (element < firstUplink)
    return [tunnelSite[element - firstTunnel] as number, tunnelCore[element - firstTunnel] as number]
  return [routerOf.get(uplinks[element - firstUplink]?.router.id ?? '') ?? -1]
}
