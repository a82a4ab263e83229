import type { Analysis } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { elementName } from '../graph/elements.ts'
import { askAfter } from '../graph/failure.ts'
import type { Routing } from '../service/routing.ts'
import { answers, works, type LinkState, type Observation } from './observation.ts'
import { supportOf } from './support.ts'

/** Names (`router:core-1`, `tunnel:…`; of a link of several elements all of theirs) of what is not as it would be. */
export interface Mismatch {
  /** Seen up, and would be down. */
  readonly seenUp: readonly string[]
  /** Seen down, and would be up. */
  readonly seenDown: readonly string[]
  /** Elements one of which must have failed too if the first of `seenDown` that nobody doubts is really down. */
  readonly suspects: readonly number[]
}

/**
 * What would not be as observed if exactly these classes had failed; suspects are told of what is not among the
 * `doubted`.
 */
export function mismatchOf(
  analysis: Analysis,
  { nodes, links }: Observation,
  failed: readonly ComponentClass[],
  doubted: ReadonlySet<string>,
): Mismatch {
  const down = failed.map(({ elements }) => elements)
  return askAfter(analysis.whole.routing, down, routing => {
    const wrongLinks = links.filter(link => works(routing, link) !== link.up)
    const wrongNodes = [...nodes].filter(([router, up]) => answers(routing, router) !== up)
    const nodeName = ([router]: readonly [number, boolean]): string => elementName(routing.elements, router)
    const link = wrongLinks.find(one => !one.up && !doubted.has(linkName(routing, one)))
    const node = wrongNodes.find(one => !one[1] && !doubted.has(nodeName(one)))
    return {
      seenUp: [
        ...wrongLinks.filter(({ up }) => up).map(one => linkName(routing, one)),
        ...wrongNodes.filter(([, up]) => up).map(nodeName),
      ],
      seenDown: [
        ...wrongLinks.filter(({ up }) => !up).map(one => linkName(routing, one)),
        ...wrongNodes.filter(([, up]) => !up).map(nodeName),
      ],
      suspects:
        link !== undefined ? firstAlive(routing, link) : node !== undefined ? [...supportOf(routing, node[0])] : [],
    }
  })
}

function linkName({ elements: all }: Routing, { name, elements }: LinkState): string {
  return name ?? elements.map(element => elementName(all, element)).join('+')
}

/** A link is down when all of its elements are: the first that lives has to fall in any case. */
function firstAlive({ alive }: Routing, { elements }: LinkState): number[] {
  return elements.filter(element => alive[element] === 1).slice(0, 1)
}
