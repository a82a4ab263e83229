import { analysisOf } from '../analysis/analysis.ts'
import type { Component, ComponentKind } from '../analysis/graph/component.ts'
import { nMinusOne } from '../analysis/failures/n-minus.ts'
import { ringsOf } from '../analysis/graph/rings.ts'
import type { Plan } from '../plan/plan.ts'
import { compareText } from '../text/order.ts'
import type { NameAfter } from './renames.ts'
import type { FailureChange, ServiceChange, Sides } from './parts.ts'

/** What the change does to service: with everything up, and when any one component fails. */
export function compareService(plans: Sides<Plan>, nameAfter: NameAfter): ServiceChange {
  const [old, now] = [failuresOf(plans.before, nameAfter), failuresOf(plans.after, name => name)]
  const shared = [...now.states.keys()].filter(site => old.states.has(site))
  const hasWay = ({ oneWay }: Failures, site: string): boolean => !oneWay.has(site)
  const open = sidesOf(plans, ({ network }) => new Map(ringsOf(network).map(({ name, opening }) => [name, opening])))
  return {
    sites: { before: old.states.size, after: now.states.size },
    components: { before: old.isolatedBy.size, after: now.isolatedBy.size },
    isolating: { before: isolatingCount(old), after: isolatingCount(now) },
    isolatingKept: { before: isolatingCount(old, shared), after: isolatingCount(now, shared) },
    failures: failureChanges(old, now),
    gainSecondWay: shared.filter(site => !hasWay(old, site) && hasWay(now, site)),
    loseSecondWay: shared.filter(site => hasWay(old, site) && !hasWay(now, site)),
    states: shared.flatMap(site => {
      const [before, after] = [old.states.get(site) ?? 'isolated', now.states.get(site) ?? 'isolated']
      return before === after ? [] : [{ site, before, after }]
    }),
    ringsOpened: [...open.after].flatMap(([ring, opening]) =>
      opening === undefined || open.before.get(ring) !== undefined || !open.before.has(ring)
        ? []
        : [{ ring, ends: opening.ends, sites: opening.sites.map(({ id }) => id) }],
    ),
    ringsClosed: [...open.before].flatMap(([ring, opening]) =>
      opening !== undefined && open.after.has(ring) && open.after.get(ring) === undefined ? [ring] : [],
    ),
  }
}

function sidesOf<A, B>({ before, after }: Sides<A>, of: (side: A) => B): Sides<B> {
  return { before: of(before), after: of(after) }
}

interface Failures {
  /** By component: sites that it isolates by failing alone. */
  readonly isolatedBy: ReadonlyMap<string, readonly string[]>
  readonly componentOf: ReadonlyMap<string, Component>
  /** Sites that a single link, leased or owned, isolates. */
  readonly oneWay: ReadonlySet<string>
  readonly states: ReadonlyMap<string, ServiceChange['states'][number]['after']>
}

const links: readonly ComponentKind[] = ['route', 'circuit']

/** All by the names of the new state. */
function failuresOf(plan: Plan, nameAfter: NameAfter): Failures {
  const { elements, componentOf, whole } = analysisOf(plan)
  const siteAfter = (id: string): string => nameAfter(`site:${id}`).slice('site:'.length)
  const isolatedBy = new Map<string, readonly string[]>()
  const oneWay = new Set<string>()
  for (const { failed, changes } of nMinusOne(plan)) {
    const sites = changes
      .filter(({ after }) => after.state === 'isolated')
      .map(({ site }) => siteAfter(site.site.id))
      .sort(compareText)
    for (const { components } of failed) {
      for (const { name } of components) isolatedBy.set(nameAfter(name), sites)
      if (components.some(({ kind }) => links.includes(kind))) for (const site of sites) oneWay.add(site)
    }
  }
  return {
    isolatedBy,
    componentOf: new Map([...componentOf].map(([name, component]) => [nameAfter(name), component])),
    oneWay,
    states: new Map(elements.sites.map(({ site }, i) => [siteAfter(site.id), whole.services[i]?.state ?? 'isolated'])),
  }
}

function isolatingCount({ isolatedBy, states }: Failures, among: readonly string[] = [...states.keys()]): number {
  const counted = new Set(among)
  return [...isolatedBy.values()].filter(sites => sites.some(site => counted.has(site))).length
}

/** Components with one and the same change of effect in one row; those that lose most sites first. */
function failureChanges(old: Failures, now: Failures): FailureChange[] {
  const names = [...new Set([...old.isolatedBy.keys(), ...now.isolatedBy.keys()])]
  const changed = names.flatMap(name => {
    const [before, after] = [old.isolatedBy.get(name) ?? [], now.isolatedBy.get(name) ?? []]
    const component = now.componentOf.get(name) ?? old.componentOf.get(name)
    return before.join() === after.join() || component === undefined ? [] : [{ component, before, after }]
  })
  return [...Map.groupBy(changed, ({ before, after }) => `${before.join()} ${after.join()}`).values()]
    .map(same => ({
      components: same.map(({ component }) => component),
      before: same[0]?.before ?? [],
      after: same[0]?.after ?? [],
    }))
    .sort(
      (a, b) =>
        b.after.length - b.before.length - (a.after.length - a.before.length) ||
        b.after.length - a.after.length ||
        b.components.length - a.components.length ||
        compareText(a.components[0]?.name ?? '', b.components[0]?.name ?? ''),
    )
}
