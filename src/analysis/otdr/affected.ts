import type { Circuit, Network, Site, Tenant } from '../../model/network.ts'
import type { PlantPlan } from '../../plan/plant/plant-plan.ts'
import { routesByComponent } from '../../plan/plant/shared-risk.ts'
import { byText } from '../../text/order.ts'

/** Who has light on a component. */
export interface Affected {
  /** Ids of routes, sorted. */
  readonly routes: readonly string[]
  /** Sites at the ends of those routes; the hub is left out. */
  readonly sites: readonly Site[]
  readonly tenants: readonly Tenant[]
  /** Leased circuits that those sites can fall back on. */
  readonly circuits: readonly Circuit[]
}

/** `component` as `span:sp-1` or `cable:c-1`. */
export function affectedBy(network: Network, plant: PlantPlan, component: string): Affected {
  const routes = routesByComponent(plant).get(component) ?? []
  const siteIds = new Set(
    routes.flatMap(id => {
      const plan = plant.routes.get(id)
      return plan === undefined || !plan.route.active ? [] : [plan.route.a.router.siteId, plan.route.b.router.siteId]
    }),
  )
  siteIds.delete(network.hub.id)
  const sites = [...siteIds].sort().flatMap(id => network.sites.get(id) ?? [])
  const tenants = [...new Map(sites.flatMap(site => site.tenants).map(tenant => [tenant.id, tenant])).values()].sort(
    byText(({ id }) => id),
  )
  return {
    routes,
    sites,
    tenants,
    circuits: sites.flatMap(site => network.index.circuitsOfSite.get(site.id) ?? []).filter(({ active }) => active),
  }
}
