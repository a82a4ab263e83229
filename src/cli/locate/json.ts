import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Analysis } from '../../analysis/analysis.ts'
import { elementName } from '../../analysis/graph/elements.ts'
import type { Answer } from '../../analysis/locate/answer.ts'
import type { Explanation, Member } from '../../analysis/locate/explanation.ts'
import type { Storm } from '../../analysis/locate/storm.ts'
import type { Observation } from '../../analysis/locate/observation.ts'
import { mapOf } from '../../noc/whereabouts.ts'
import { splitsOf } from '../../analysis/service/splits.ts'

/**
 * What explains the outage, for programs: components by name, each member a choice of one. `explanations` is exact, as
 * if every state were right; `ranked` is by likelihood, as if some were late or wrong, and says what stands against
 * each.
 */
export function locatedJson(analysis: Analysis, observation: Observation, answer: Answer): object {
  const { exact, ranked, complete, storm } = answer
  return {
    observed: observedJson(analysis, observation),
    faults: exact.faults ?? null,
    explanations: exact.explanations.map(explanation => ({
      members: membersJson(analysis, explanation),
      tests: splitsOf(analysis, observation, explanation),
    })),
    ranked: ranked.map(({ explanation, seenUp, seenDown, cost }) => ({
      members: membersJson(analysis, explanation),
      against: { seen_up: seenUp, false_alarm: seenDown },
      // Of the likeliest one: 1 for itself, 0.1 for what is ten times less likely.
      odds: Number(Math.exp((ranked[0]?.cost ?? cost) - cost).toPrecision(3)),
    })),
    ranked_complete: complete,
    storm: storm === undefined ? null : stormJson(analysis, storm),
  }
}

function membersJson(analysis: Analysis, { members }: Explanation): object[] {
  return members.map(member => memberJson(analysis, member))
}

/**
 * `map` leads to the place, or to the box that holds all places, in which one of the components may have failed; null
 * where none has a place.
 */
function memberJson({ elements: { plan } }: Analysis, { components }: Member): object {
  return {
    components: components.map(({ name }) => name),
    ranges: componentRanges(components),
    map: mapOf(plan, components) ?? null,
  }
}

function stormJson(analysis: Analysis, { members, unexplained, shared, sites, withinKm }: Storm): object {
  return {
    exact: false,
    members: members.map(member => memberJson(analysis, member)),
    unexplained,
    shared: shared.map(({ one, explains, against }) => ({
      components: one.components.map(({ name }) => name),
      explains: [...explains],
      seen_up: against,
    })),
    sites: sites.map(({ id }) => id),
    within_km: withinKm,
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
