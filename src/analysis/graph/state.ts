import type { Elements, SiteElement } from './elements.ts'
import { arrives, exitsFor, type Trace } from '../service/walk.ts'
import type { Family, Routing } from '../service/routing.ts'

/** From best to worst. */
export const siteStates = ['in-service', 'on-backup', 'without-internet', 'isolated'] as const
export type SiteState = (typeof siteStates)[number]

export function differs(a: Service, b: Service): boolean {
  return a.state !== b.state || a.internetV4 !== b.internetV4 || a.internetV6 !== b.internetV6
}

/** Whether people at the site notice at once. */
export function isOut(state: SiteState): state is 'isolated' | 'without-internet' {
  return state === 'isolated' || state === 'without-internet'
}

export function isWorse(state: SiteState, than: SiteState): boolean {
  return siteStates.indexOf(state) > siteStates.indexOf(than)
}

/** What a site has left. */
export interface Service {
  readonly state: SiteState
  readonly internetV4: boolean
  readonly internetV6: boolean
}

/**
 * In service: packets go both ways between the site's router and the hub's, and to the internet and back. On backup:
 * one of those ways uses a circuit bought as a backup, or another circuit than the one that a leased site is meant to
 * use. IPv4 decides.
 */
export function serviceOf(routing: Routing, site: SiteElement): Service {
  // Where all is well by every core that might be the nearest, it is well by the one that is.
  const rough = serviceBy(routing, site, false)
  return rough.state === 'in-service' && (rough.internetV6 || routing.exits[6].size === 0)
    ? rough
    : serviceBy(routing, site, true)
}

/** The state, where all that counts is whether the site is out: `in-service` stands for `on-backup` too. */
export function outageOf(routing: Routing, { router }: SiteElement): SiteState {
  const by = (trace: Trace): SiteState => {
    const { hub } = routing.elements
    if (!arrives(routing, router, hub, trace) || !arrives(routing, hub, router, trace)) return 'isolated'
    return hasInternet(routing, router, 4, trace) ? 'in-service' : 'without-internet'
  }
  const rough = by(roughly)
  return rough === 'in-service' ? rough : by(silent)
}

function serviceBy(routing: Routing, { router, primary }: SiteElement, precise: boolean): Service {
  const {
    elements,
    elements: { hub },
  } = routing
  let backup = false
  const quiet = precise ? silent : { ...silent, precise }
  const trace: Trace = {
    ...quiet,
    tunnel(tunnel) {
      if (isBackup(elements, tunnel, primary)) backup = true
    },
  }
  const reachesHub = arrives(routing, router, hub, trace) && arrives(routing, hub, router, trace)
  const internetV4 = hasInternet(routing, router, 4, trace)
  const internetV6 = hasInternet(routing, router, 6, quiet)
  const state = !reachesHub ? 'isolated' : !internetV4 ? 'without-internet' : backup ? 'on-backup' : 'in-service'
  return { state, internetV4, internetV6 }
}

function ignore(): void {}
/** Wants to know nothing but whether packets arrive. */
export const silent: Trace = { precise: true, fibre: ignore, tunnel: ignore, uplink: ignore }

export const roughly: Trace = { ...silent, precise: false }

function isBackup({ tunnels }: Elements, tunnel: number, primary: string | undefined): boolean {
  const circuit = tunnels[tunnel]?.circuit
  return circuit?.declared.role === 'backup' || (primary !== undefined && circuit?.id !== primary)
}

/** Out by an uplink, and back from the core that translated the addresses. */
function hasInternet(routing: Routing, router: number, family: Family, trace: Trace): boolean {
  const exits = exitsFor(routing, router, family, trace)
  return (
    exits.length > 0 &&
    exits.every(core => isTranslated(routing, core, family) && arrives(routing, core, router, trace))
  )
}

/** IPv6 needs a prefix of every uplink there to be translated to. */
function isTranslated({ elements: { uplinks }, exits }: Routing, core: number, family: Family): boolean {
  return family === 4 || (exits[family].get(core) ?? []).every(uplink => uplinks[uplink]?.prefixV6 !== undefined)
}
