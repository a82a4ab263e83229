import { itemAt } from '../../text/item-at.ts'
import type { Plan } from '../../plan/plan.ts'
import { remembered } from '../../source/remembered.ts'
import { analysisOf, type Analysis } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import type { SiteElement } from '../graph/elements.ts'
import { askAfter } from '../graph/failure.ts'
import { differs, serviceOf, type Service } from '../graph/state.ts'

/** A site whose service is another than before. */
export interface Change {
  readonly site: SiteElement
  readonly before: Service
  readonly after: Service
}

export interface ClassOutcome {
  readonly failed: readonly ComponentClass[]
  readonly changes: readonly Change[]
}

/** What happens when one component fails: every class of components, in the order of its first. Computed once. */
export function nMinusOne(plan: Plan): readonly ClassOutcome[] {
  return failuresOfOne(analysisOf(plan))
}

/** The same from any state. */
export const failuresOfOne: (analysis: Analysis) => readonly ClassOutcome[] = remembered(analysis =>
  analysis.classes.map(one => ({ failed: [one], changes: changesWithout(analysis, [one]) })),
)

/** Sites whose service changes when these classes fail together. */
export function changesWithout(analysis: Analysis, failed: readonly Pick<ComponentClass, 'elements'>[]): Change[] {
  const { elements, whole } = analysis
  const down = failed.map(one => one.elements)
  const asked = sitesTouched(analysis, down)
  if (asked.length === 0) return []
  return askAfter(whole.routing, down, routing =>
    asked.flatMap((i): Change[] => {
      const site = itemAt(elements.sites, i)
      const before = itemAt(whole.services, i)
      const after = serviceOf(routing, site)
      return differs(before, after) ? [{ site, before, after }] : []
    }),
  )
}

/** Sites whose service hangs on something that falls; ascending. All others keep the ways that they have. */
export function sitesTouched({ sitesOn }: Analysis, down: readonly Int32Array[]): readonly number[] {
  const touched = new Set<number>()
  for (const list of down) for (const element of list) for (const site of sitesOn()[element] ?? []) touched.add(site)
  return [...touched].sort((a, b) => a - b)
}
