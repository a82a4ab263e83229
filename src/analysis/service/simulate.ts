import { itemAt } from '../../text/item-at.ts'
import { outageBegins } from '../failures/batteries.ts'
import type { Change } from '../failures/n-minus.ts'
import { lostProtection, type Exposed } from '../failures/protection.ts'
import type { Plan } from '../../plan/plan.ts'
import { analysisGiven, analysisOf } from '../analysis.ts'
import type { Component } from '../graph/component.ts'
import type { SiteElement } from '../graph/elements.ts'
import { routingWithout } from '../graph/failure.ts'
import { differs, serviceOf, type Service } from '../graph/state.ts'
import { costOf, type Cost } from './cost.ts'
import { waysOf, type Ways } from './ways.ts'

/** What is left of a network when some components have failed. */
export interface Outcome {
  readonly failed: readonly Component[]
  /** What was down before: all that is said here compares with that. */
  readonly given: readonly Component[]
  /** Asked for, but no component of this plan. */
  readonly unknown: readonly string[]
  /** Every active site, by id. */
  readonly sites: readonly SiteOutcome[]
  /** Those whose service is another than before. */
  readonly changes: readonly Change[]
  readonly cost: Cost
  /**
   * Sites that stay in service, with the next single failures that would take them out now, computed when asked for.
   */
  readonly exposed: () => readonly Exposed[]
}

export interface SiteOutcome {
  readonly element: SiteElement
  readonly before: Service
  readonly after: Service
  /** Ways that packets take now and took before, computed when asked for. */
  readonly ways: () => Ways
  readonly waysBefore: () => Ways
  /** Minutes until the service is another: what batteries put off. Undefined where it stays as it was. */
  readonly beginsMinutes: () => number | undefined
}

/**
 * The network without these components (`kind:id`), once its routing has come to rest, beside the network without those
 * given.
 */
export function simulate(plan: Plan, failed: ReadonlySet<string>, given: ReadonlySet<string> = new Set()): Outcome {
  const { componentOf } = analysisOf(plan)
  const named = (names: ReadonlySet<string>): Component[] =>
    [...names].sort().flatMap(name => componentOf.get(name) ?? [])
  const [components, earlier] = [named(failed), named(given)]
  const analysis = analysisGiven(analysisOf(plan), earlier)
  const { elements, whole } = analysis
  const down = components.map(component => component.elements)
  const routing = routingWithout(elements, ...analysis.down, ...down)
  const fares = elements.sites.map((site, i) => ({ site, before: itemAt(whole.services, i) }))
  let known: ReadonlyMap<SiteElement, number> | undefined
  const begins = (): ReadonlyMap<SiteElement, number> => (known ??= outageBegins(analysis, components, fares))
  const sites = fares.map(
    ({ site, before }): SiteOutcome => ({
      element: site,
      before,
      after: serviceOf(routing, site),
      ways: () => waysOf(routing, site),
      waysBefore: () => waysOf(whole.routing, site),
      beginsMinutes: () => begins().get(site),
    }),
  )
  const changes = sites
    .filter(({ before, after }) => differs(before, after))
    .map(({ element, before, after }) => ({ site: element, before, after }))
  return {
    failed: components,
    given: earlier,
    unknown: [...failed, ...given].filter(name => !componentOf.has(name)).sort(),
    sites,
    changes,
    cost: costOf(elements, changes, down, analysis.down),
    exposed: () => lostProtection(analysis, down),
  }
}
