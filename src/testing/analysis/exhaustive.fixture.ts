import type { Analysis } from '../../analysis/analysis.ts'
import type { ComponentClass } from '../../analysis/graph/classes.ts'
import type { Explanation } from '../../analysis/locate/explanation.ts'
import { routingWithout } from '../../analysis/graph/failure.ts'
import { answers, type Observation } from '../../analysis/locate/observation.ts'

/**
 * Every set of classes of the smallest size that explains an observation, by trying all of them; each as a sorted text.
 */
export function exhaustively(
  { elements, classes }: Analysis,
  { nodes, links }: Observation,
  most: number,
): { readonly faults: number | undefined; readonly sets: readonly string[] } {
  const harmful = classes.filter(one => one.elements.length > 0)
  const explains = (set: readonly ComponentClass[]): boolean => {
    const routing = routingWithout(elements, ...set.map(one => one.elements))
    return (
      links.every(link => link.elements.some(element => routing.alive[element] === 1) === link.up) &&
      [...nodes].every(([router, up]) => answers(routing, router) === up)
    )
  }
  for (let size = 0; size <= most; size++) {
    const sets = subsets(harmful, size).filter(explains).map(setName)
    if (sets.length > 0) return { faults: size, sets: sets.sort() }
  }
  return { faults: undefined, sets: [] }
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map(rest => [item, ...rest]))
}

function setName(set: readonly ComponentClass[]): string {
  return set
    .map(({ components }) => components[0]?.name ?? '')
    .sort()
    .join(' + ')
}

/** The sets that explanations stand for, likewise. */
export function expanded(explanations: readonly Explanation[]): string[] {
  const choices = (members: readonly (readonly ComponentClass[])[]): ComponentClass[][] => {
    const [first, ...rest] = members
    return first === undefined ? [[]] : first.flatMap(one => choices(rest).map(others => [one, ...others]))
  }
  return explanations.flatMap(({ members }) => choices(members.map(({ classes }) => classes)).map(setName)).sort()
}
