import type { Bought, NetworkIndex } from '../model/network.ts'
import type { Memory } from '../source/memory.ts'
import { groupedByEach } from '../text/groups.ts'
import type { LinkedLeases } from './link-leases.ts'
import type { LinkedPlant } from './link-plant.ts'
import type { LinkedSites } from './link-sites.ts'

/** Who refers to whom, each list the same as long as those are that it is made of. */
export function indexOf(
  { again }: Memory,
  { sites }: LinkedSites,
  { circuits, uplinks, contracts }: LinkedLeases,
  { routes, cables }: LinkedPlant,
): NetworkIndex {
  return {
    circuitsOfSite: again('circuits of site', [circuits], () =>
      groupedByEach(circuits.values(), ({ site }) => [site.id]),
    ),
    circuitsOfHandoff: again('circuits of handoff', [circuits], () =>
      groupedByEach(circuits.values(), ({ handoff }) => (handoff === undefined ? [] : [handoff.id])),
    ),
    boughtOfContract: again('bought of contract', [circuits, uplinks], () => {
      const bought: Bought[] = [...circuits.values(), ...uplinks.values()]
      return groupedByEach(bought, ({ terms }) => terms.flatMap(({ contracts: paying }) => paying.map(({ id }) => id)))
    }),
    contractsOfBudget: again('contracts of budget', [contracts], () =>
      groupedByEach(contracts.values(), ({ budgets }) => budgets.map(({ id }) => id)),
    ),
    routesOfRouter: again('routes of router', [routes], () =>
      groupedByEach(routes.values(), ({ a, b }) => [a.router.id, b.router.id]),
    ),
    sitesOfTenant: again('sites of tenant', [sites], () =>
      groupedByEach(sites.values(), ({ tenants }) => tenants.map(({ id }) => id)),
    ),
    uplinksOfRouter: again('uplinks of router', [uplinks], () =>
      groupedByEach(uplinks.values(), ({ end }) => [end.router.id]),
    ),
    cablesOfSpan: again('cables of span', [cables], () =>
      groupedByEach(cables.values(), ({ spans }) => spans.map(({ id }) => id)),
    ),
  }
}
