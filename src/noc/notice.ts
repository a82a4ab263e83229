import { signsOf, type Alarm } from '../analysis/alarms/alarms.ts'
import { analysisOf } from '../analysis/analysis.ts'
import type { Component } from '../analysis/graph/component.ts'
import { isWorse, type SiteState } from '../analysis/graph/state.ts'
import { simulate, type SiteOutcome } from '../analysis/service/simulate.ts'
import type { Site, Tenant, Work } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import { byText, compareText } from '../text/order.ts'
import { tenantsFirst } from './citizens-first.ts'
import { componentsOfWork, minutesOf, overlaps } from './works.ts'

/** What a site loses while a work lasts. */
export interface NoticeLoss {
  readonly site: Site
  /** Agencies there, those that serve citizens first. */
  readonly tenants: readonly Tenant[]
  readonly state: Exclude<SiteState, 'in-service'>
  /** How long, from the end of the window backwards: batteries put the beginning off. */
  readonly minutes: number
  /** Circuits that carry it meanwhile; empty where nothing does. */
  readonly alternatives: readonly string[]
}

/** All that has to be said before a work begins. */
export interface Notice {
  readonly work: Work
  readonly components: readonly Component[]
  readonly minutes: number
  readonly losses: readonly NoticeLoss[]
  /** Sites that stay in service, and stand on one way meanwhile. */
  readonly exposed: readonly Site[]
}

export function noticeOf(plan: Plan, work: Work): Notice {
  const components = componentsOfWork(analysisOf(plan), work)
  const outcome = simulate(plan, namesOf(components))
  const minutes = minutesOf(work)
  return {
    work,
    components,
    minutes,
    losses: outcome.sites.flatMap(site => lossOf(site, minutes)),
    exposed: outcome.exposed().map(({ site }) => site.site),
  }
}

function lossOf({ element: { site }, before, after, ways, beginsMinutes }: SiteOutcome, length: number): NoticeLoss[] {
  const minutes = length - (beginsMinutes() ?? 0)
  if (after.state === 'in-service' || !isWorse(after.state, before.state) || minutes <= 0) return []
  const tenants = tenantsFirst(site)
  return [
    { site, tenants, state: after.state, minutes, alternatives: after.state === 'on-backup' ? ways().circuits : [] },
  ]
}

/** What weakens the same sites in the window of a work already. */
interface Weakened {
  /** Another work, or what was said to be down. */
  readonly by: string
  readonly sites: readonly Site[]
}

/**
 * Works in the same window, and what is down now, that take a way from a site from which this work takes one too. What
 * the work takes down itself weakens nothing beside it.
 */
export function weakenedBy(plan: Plan, work: Work, down: readonly Component[]): Weakened[] {
  const taken = componentsOfWork(analysisOf(plan), work)
  const own = touchedBy(plan, taken)
  const beside = down.filter(one => !taken.includes(one))
  const both = (others: readonly Component[]): Site[] => touchedBy(plan, others).filter(site => own.includes(site))
  const others = [...plan.network.works.values()].filter(other => other !== work && overlaps(other, work))
  return [
    ...others.map(other => ({ by: `work:${other.id}`, sites: both(componentsOfWork(analysisOf(plan), other)) })),
    ...(beside.length === 0 ? [] : [{ by: beside.map(({ name }) => name).join(', '), sites: both(beside) }]),
  ].filter(({ sites }) => sites.length > 0)
}

/** Sites that lose service or protection when these components are down. */
function touchedBy(plan: Plan, components: readonly Component[]): Site[] {
  const { sites, exposed } = simulate(plan, namesOf(components))
  const lost = sites
    .filter(({ before, after }) => isWorse(after.state, before.state))
    .map(({ element }) => element.site)
  return [...new Set([...lost, ...exposed().map(({ site }) => site.site)])].sort(byText(({ id }) => id))
}

function namesOf(components: readonly Component[]): ReadonlySet<string> {
  return new Set(components.map(({ name }) => name))
}

/** What alerts of a work are about, and of nothing else: what it takes down, and causes that show no other sign. */
interface Muted {
  /** `router:…`, `route:…`. */
  readonly signs: readonly string[]
  /** Ids of alarms. */
  readonly causes: readonly string[]
}

export function mutedBy(plan: Plan, work: Work, alarms: readonly Alarm[]): Muted {
  const analysis = analysisOf(plan)
  const down = componentsOfWork(analysis, work).map(({ elements }) => elements)
  const signs = new Set(down.length === 0 ? [] : signsOf(analysis, down))
  return {
    signs: [...signs].sort(compareText),
    causes: alarms.filter(({ takes }) => takes.every(sign => signs.has(sign))).map(({ id }) => id),
  }
}
