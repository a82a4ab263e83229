import type { Bought, Network, Site, Tenant } from '../model/network.ts'
import type { ProviderDeclaration } from '../model/contract-file.ts'
import type { Plan } from '../plan/plan.ts'
import { remembered } from '../source/remembered.ts'
import { asCalled, namesHolding } from '../text/called.ts'
import { allowanceOf, type Allowance } from './allowance.ts'
import { tenantsFirst } from './citizens-first.ts'

/** A circuit or uplink, who hangs on it, and what else carries them. */
interface Served {
  readonly bought: Bought
  /** The site at the end of a circuit; undefined for an uplink. */
  readonly site: Site | undefined
  /** Agencies there, those that serve citizens first. */
  readonly tenants: readonly Tenant[]
  /** What else carries the site: other circuits, and its own fibre. */
  readonly others: readonly Bought[]
  readonly routes: readonly string[]
}

/** Whom to call about a circuit or uplink, and what to say: all of it from the inventory, by role. */
export interface Call extends Served {
  /** Numbers of the contracts that pay for it on the day. */
  readonly contracts: readonly string[]
  readonly allowance: Allowance | undefined
}

/**
 * What a word of a person at a telephone means: a site that has no circuit is reached over fibre of the government's
 * own.
 */
interface Meant {
  readonly boughts: readonly Bought[]
  /** Sites without an active circuit. */
  readonly onFibre: readonly Site[]
}

/**
 * Active circuits and uplinks by id, reference, site, agency, provider or contract number, or by words that only one of
 * these names has; both empty where that means nothing, or several things.
 */
export function meantBy(network: Network, word: string): Meant {
  const meant = calledSo(network, asCalled(word))
  if (meant.boughts.length + meant.onFibre.length > 0) return meant
  const [only, ...others] = namesHolding(word, callNames(network))
  return only === undefined || others.length > 0 ? meant : calledSo(network, asCalled(only))
}

function calledSo(network: Network, wanted: string): Meant {
  const is = (...names: readonly (string | undefined)[]): boolean =>
    names.some(name => name !== undefined && asCalled(name) === wanted)
  const active = [...network.circuits.values(), ...network.uplinks.values()].filter(one => one.active)
  const direct = active.filter(
    ({ id, declared, provider, contracts }) =>
      is(id, declared.providerRef, provider.id, provider.declared.name) ||
      contracts.some(contract => is(contract.id, contract.declared.number)),
  )
  const sites = [...network.sites.values()].filter(
    ({ active, id, declared, tenants }) =>
      active && (is(id, declared.name) || tenants.some(tenant => is(tenant.id, tenant.declared.name))),
  )
  const theirs = sites.flatMap(({ id }) => activeCircuits(network, id))
  return {
    boughts: [...new Set([...direct, ...theirs])],
    onFibre: sites.filter(({ id }) => activeCircuits(network, id).length === 0),
  }
}

/** All that `meantBy` knows, to look for a near name among. */
export function callNames(network: Network): string[] {
  const boughts = [...network.circuits.values(), ...network.uplinks.values()].filter(({ active }) => active)
  const sites = [...network.sites.values()].filter(({ active }) => active)
  return [
    ...boughts.flatMap(({ id, declared, provider, contracts }) => [
      id,
      declared.providerRef,
      provider.id,
      provider.declared.name,
      ...contracts.flatMap(contract => [contract.id, contract.declared.number]),
    ]),
    ...sites.flatMap(({ id, declared, tenants }) => [
      id,
      declared.name,
      ...tenants.flatMap(tenant => [tenant.id, tenant.declared.name]),
    ]),
  ]
}

export function callOf(plan: Plan, bought: Bought, day: string): Call {
  return {
    ...servedBy(plan, bought),
    contracts: bought.contracts
      .filter(({ period }) => period.from <= day && day <= period.to)
      .map(({ declared }) => declared.number),
    allowance: allowanceOf(plan.network, bought, day),
  }
}

export function servedBy(plan: Plan, bought: Bought): Served {
  const { network } = plan
  const site = bought.kind === 'circuit' ? network.sites.get(bought.site.id) : undefined
  return {
    bought,
    site,
    tenants: site === undefined ? [] : tenantsFirst(site),
    others: site === undefined ? [] : activeCircuits(network, site.id).filter(one => one !== bought),
    routes: routesOf(plan).get(site?.router.id ?? '') ?? [],
  }
}

/** Active routes at each router, by its id. */
const routesOf = remembered(({ links }: Plan): ReadonlyMap<string, readonly string[]> => {
  const ends = [...links.values()]
    .filter(({ active }) => active)
    .flatMap(({ route, a, b }) => [...new Set([a.router.id, b.router.id])].map(router => ({ router, route: route.id })))
  return new Map(
    [...Map.groupBy(ends, ({ router }) => router)].map(([router, own]) => [
      router,
      own.map(({ route }) => route).sort(),
    ]),
  )
})

type Step = ProviderDeclaration['escalation'][number]

/** Steps of the ladder in the order of their minutes, and whether each is due so many minutes after the fault began. */
export function ladderOf(
  { bought: { provider } }: Pick<Call, 'bought'>,
  minutes: number,
): (Step & { readonly isDue: boolean })[] {
  return [...provider.declared.escalation]
    .sort((a, b) => a.afterMinutes - b.afterMinutes || a.level - b.level)
    .map(step => ({ ...step, isDue: step.afterMinutes <= minutes }))
}

function activeCircuits(network: Network, site: string): readonly Bought[] {
  return (network.index.circuitsOfSite.get(site) ?? []).filter(({ active }) => active)
}
