import type { Plan } from '../../plan/plan.ts'
import { analysisOf } from '../analysis.ts'
import type { Component } from '../graph/component.ts'
import { costOf, type Cost } from './cost.ts'
import type { SiteElement } from '../graph/elements.ts'
import { routingWithout } from '../graph/failure.ts'
import { differs, type Change } from '../failures/n-minus.ts'
import { serviceOf, type Service } from '../graph/state.ts'
import { waysOf, type Ways } from './ways.ts'

/** What is left of a network when some components have failed. */
export interface Outcome {
  readonly failed: readonly Component[]
  /** Asked for, but no component of this plan. */
  readonly unknown: readonly string[]
  /** Every active site, by id. */
  readonly sites: readonly SiteOutcome[]
  /** Those whose service is another than with everything up. */
  readonly changes: readonly Change[]
  readonly cost: Cost
}

export interface SiteOutcome {
  readonly element: SiteElement
  readonly before: Service
  readonly after: Service
  /** Ways that packets take now and took before, computed when asked for. */
  readonly ways: () => Ways
  readonly waysBefore: () => Ways
}

/** The network without these components (`kind:id`), once its routing has come to rest. */
export function simulate(plan: Plan, failed: ReadonlySet<string>): Outcome {
  const { elements, componentOf, whole } = analysisOf(plan)
  const components = [...failed].sort().flatMap(name => componentOf.get(name) ?? [])
  const down = components.map(component => component.elements)
  const routing = routingWithout(elements, ...down)
  const sites = elements.sites.map(
    (element, i): SiteOutcome => ({
      element,
      before: whole.services[i] as Service,
      after: serviceOf(routing, element),
      ways: () => waysOf(routing, element),
      waysBefore: () => waysOf(whole.routing, element),
    }),
  )
  const changes = sites
    .filter(({ before, after }) => differs(before, after))
    .map(({ element, before, after }) => ({ site: element, before, after }))
  return {
    failed: components,
    unknown: [...failed].filter(name => !componentOf.has(name)).sort(),
    sites,
    changes,
    cost: costOf(elements, changes, down),
  }
}
