import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Analysis } from '../../analysis/analysis.ts'
import { elementName } from '../../analysis/graph/elements.ts'
import type { Located } from '../../analysis/locate/locate.ts'
import type { Observation } from '../../analysis/locate/observation.ts'
import { splitsOf } from '../../analysis/service/splits.ts'

/** What explains the outage, for programs: components by name, each member a choice of one. */
export function locatedJson(analysis: Analysis, observation: Observation, { faults, explanations }: Located): object {
  return {
    observed: observedJson(analysis, observation),
    faults: faults ?? null,
    explanations: explanations.map(explanation => ({
      members: explanation.members.map(({ components }) => ({
        components: components.map(({ name }) => name),
        ranges: componentRanges(components),
      })),
      tests: splitsOf(analysis, observation, explanation),
    })),
  }
}

function observedJson({ elements }: Analysis, { nodes, links }: Observation): object {
  const named = (wanted: boolean): string[] =>
    [...nodes]
      .filter(([, up]) => up === wanted)
      .map(([router]) => elements.routers[router]?.router.id ?? '')
      .sort()
  return {
    down: named(false),
    up: named(true),
    links: links.flatMap(link => link.elements.map(element => ({ link: elementName(elements, element), up: link.up }))),
  }
}
