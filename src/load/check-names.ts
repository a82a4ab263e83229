import { isKind } from '../model/kind.ts'
import type { LinkedLeases } from './link-leases.ts'
import type { LinkedPlant } from './link-plant.ts'
import type { LinkedSites } from './link-sites.ts'
import { linkedAgain } from './linked-again.ts'
import { checkFormerNames, type Linking } from './resolve.ts'

/** Earlier names, each with one heir, and none of them alive. */
export function checkNames(
  linking: Linking,
  { sites, tenants, routers }: LinkedSites,
  { providers, contracts, circuits, uplinks }: LinkedLeases,
  { structures, spans, cables, routes }: LinkedPlant,
): void {
  const tables = {
    site: sites,
    tenant: tenants,
    provider: providers,
    contract: contracts,
    circuit: circuits,
    uplink: uplinks,
    structure: structures,
    span: spans,
    cable: cables,
    route: routes,
  }
  linkedAgain(linking, 'names of router', [routers], part => {
    const cores = [...routers.values()].filter(({ role }) => role === 'core')
    checkFormerNames(part, 'router', cores, routers)
  })
  for (const [kind, table] of Object.entries(tables))
    if (isKind(kind))
      linkedAgain(linking, `names of ${kind}`, [table], part => checkFormerNames(part, kind, table.values(), table))
}
