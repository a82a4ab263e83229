import type { Elements, SiteElement } from './elements.ts'
import { arrives, exitsFor, type Trace } from './walk.ts'
import type { Family, Routing } from './routing.ts'

/** From best to worst. */
export const siteStates = ['in-service', 'on-backup', 'without-internet', 'isolated'] as const
export type SiteState = (typeof siteStates)[number]

/** What a site has left. */
export interface Service {
  readonly state: SiteState
  readonly internetV4: boolean
  readonly internetV6: boolean
}

/**
 * In service: packets go both ways between the site's router and the hub's, and to the internet and back. On backup: one of those ways
 * uses a circuit bought as a backup, or another circuit than the one that a leased site is meant to use. IPv4 decides.
 */
export function serviceOf(routing: Routing, { router, primary }: SiteElement): Service {
  const { elements, elements: { hub } } = routing
  let backup = false
  const trace: Trace = {
    fibre: ignore, uplink: ignore,
    tunnel(tunnel) { if (isBackup(elements, tunnel, primary)) backup = true },
  }
  const reachesHub = arrives(routing, router, hub, trace) && arrives(routing, hub, router, trace)
  if (!reachesHub) return { state: 'isolated', internetV4: hasInternet(routing, router, 4, silent), internetV6: hasInternet(routing, router, 6, silent) }
  const internetV4 = hasInternet(routing, router, 4, trace)
  return { state: internetV4 ? (backup ? 'on-backup' : 'in-service') : 'without-internet', internetV4, internetV6: hasInternet(routing, router, 6, silent) }
}

function ignore(): void {}
export const silent: Trace = { fibre: ignore, tunnel: ignore, uplink: ignore }

function isBackup({ tunnels }: Elements, tunnel: number, primary: string | undefined): boolean {
  const circuit = tunnels[tunnel]?.circuit
  return circuit?.declared.role === 'backup' || (primary !== undefined && circuit?.id !== primary)
}

/** Out by an uplink, and back from the core that translated the addresses. IPv6 needs a prefix there to be translated to. */
export function hasInternet(routing: Routing, router: number, family: Family, trace: Trace): boolean {
  const exits = exitsFor(routing, router, family, trace)
  if (exits.size === 0) return false
  for (const [core, uplinks] of exits) {
    if (family === 6 && uplinks.some(uplink => routing.elements.uplinks[uplink]?.prefixV6 === undefined)) return false
    if (!arrives(routing, core, router, trace)) return false
  }
  return true
}
