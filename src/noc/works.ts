import { analysisOf, type Analysis } from '../analysis/analysis.ts'
import { outageBegins } from '../analysis/failures/batteries.ts'
import { changesWithout } from '../analysis/failures/n-minus.ts'
import type { Component } from '../analysis/graph/component.ts'
import { componentsNamed } from '../analysis/graph/names.ts'
import { isOut, isWorse, type SiteState } from '../analysis/graph/state.ts'
import type { Site, Work } from '../model/network.ts'
import { secondsAt } from '../money/downtime.ts'
import type { Plan } from '../plan/plan.ts'
import { remembered } from '../source/remembered.ts'
import { byText } from '../text/order.ts'

/** What is worse for a site while a work lasts than it is without it. */
interface Loss {
  readonly site: Site
  readonly state: Exclude<SiteState, 'in-service'>
  /** How long it lasts, of the work's window: batteries may put its beginning off. */
  readonly minutes: number
}

/** Components in service that a work takes down; what is planned or retired carries nothing and is not among them. */
export function componentsOfWork(analysis: Analysis, work: Work): readonly Component[] {
  return [...new Set(work.takes.flatMap(name => componentsNamed(analysis, name)))]
}

export function minutesOf({ declared: { from, until } }: Work): number {
  return (secondsAt(until) - secondsAt(from)) / 60
}

/**
 * Who loses what by each work alone, sites by id; works whose end is not after their beginning lose nobody anything.
 */
const lossesOf: (plan: Plan) => ReadonlyMap<string, readonly Loss[]> = remembered(plan => {
  // The analysis of a large network takes seconds, which one without works need not pay.
  if (plan.network.works.size === 0) return new Map()
  const analysis = analysisOf(plan)
  return new Map([...plan.network.works.values()].map(work => [work.id, lossesWith(analysis, work)]))
})

function lossesWith(analysis: Analysis, work: Work): Loss[] {
  const components = componentsOfWork(analysis, work)
  const changes = changesWithout(analysis, components)
  const begins = outageBegins(analysis, components, changes)
  const length = minutesOf(work)
  return changes
    .flatMap(({ site, before, after }): Loss[] => {
      const minutes = length - (begins.get(site) ?? 0)
      return after.state === 'in-service' || !isWorse(after.state, before.state) || minutes <= 0
        ? []
        : [{ site: site.site, state: after.state, minutes }]
    })
    .sort(byText(({ site }) => site.id))
}

/** Losses that leave a site without the hub or without the internet. */
export function outagesOf(plan: Plan, work: Work): readonly Loss[] {
  return (lossesOf(plan).get(work.id) ?? []).filter(({ state }) => isOut(state))
}

export function overlaps({ declared: a }: Work, { declared: b }: Work): boolean {
  return secondsAt(a.from) < secondsAt(b.until) && secondsAt(b.from) < secondsAt(a.until)
}

/** Works in one window, and the sites that all of them together take out although none of them does alone. */
interface Clash {
  /** The one that begins last. */
  readonly work: Work
  /** Those that are under way when it begins. */
  readonly others: readonly Work[]
  readonly sites: readonly Site[]
}

/** What together takes somebody out is found where the last of it begins. */
export const clashesOf: (plan: Plan) => readonly Clash[] = remembered(plan => {
  if (plan.network.works.size === 0) return []
  const analysis = analysisOf(plan)
  const works = [...plan.network.works.values()].filter(work => minutesOf(work) > 0)
  const isFirst = (one: Work, other: Work): boolean =>
    one.declared.from < other.declared.from || (one.declared.from === other.declared.from && one.id < other.id)
  return works.flatMap((work): Clash[] => {
    const others = works.filter(other => other !== work && isFirst(other, work) && overlaps(other, work))
    if (others.length === 0) return []
    const alone = new Set(
      [work, ...others].flatMap(one => outagesOf(plan, one).map(({ site, state }) => `${site.id} ${state}`)),
    )
    const together = [work, ...others].flatMap(one => componentsOfWork(analysis, one))
    const sites = changesWithout(analysis, together)
      .filter(
        ({ site, before, after }) =>
          isOut(after.state) && isWorse(after.state, before.state) && !alone.has(`${site.site.id} ${after.state}`),
      )
      .map(({ site }) => site.site)
      .sort(byText(({ id }) => id))
    return sites.length === 0 ? [] : [{ work, others, sites }]
  })
})
