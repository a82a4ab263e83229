import { numberAt } from '../../text/item-at.ts'
import { shortestHops } from './ospf.ts'
import {
  announcers,
  hasDefault,
  nearest,
  originators,
  together,
  tunnelsDown,
  tunnelsUp,
  type Family,
  type Routing,
} from './routing.ts'

/** Who wants to know which way packets go. */
export interface Trace {
  /**
   * False where it will do to look at every core that might be the nearest, which spares measuring how far they are.
   */
  readonly precise: boolean
  /** Over fibre from one router to the cheapest of the targets; a router at which `stopAt` says yes goes no further. */
  readonly fibre: (from: number, targets: readonly number[], stopAt?: (router: number) => boolean) => void
  readonly tunnel: (tunnel: number, direction: 'up' | 'down') => void
  readonly uplink: (uplink: number) => void
}

/**
 * Whether packets from one router arrive at another's prefixes, whichever of several equal ways they take. The longest
 * match decides at every hop: a router's own prefix by OSPF, by BGP or by OSPF from a core that redistributes it; then
 * the summary that cores announce over tunnels, and that ends at a core which knows nothing better; then the default.
 */
export function arrives(routing: Routing, from: number, to: number, trace: Trace): boolean {
  const {
    elements: { cores },
    alive,
    islands,
  } = routing
  if (alive[from] === 0 || alive[to] === 0) return false
  if (from === to) return true
  if (cores.includes(from)) return arrivesFromCore(routing, from, to, trace)
  if (together(routing, from, to)) {
    trace.fibre(from, [to])
    return true
  }
  const known = chosen(routing, from, announcers(routing, numberAt(islands, from), to), trace)
  if (known.length > 0) {
    trace.fibre(from, known)
    for (const core of known) down(routing, core, to, trace)
    return true
  }
  if (up(routing, from).length > 0) return arrivesBySummary(routing, from, to, trace)
  return arrivesByDefault(routing, from, to, trace)
}

/**
 * From a core: its own route by OSPF, else the tunnels of the island's best cores. All else ends in the summary's
 * anchor.
 */
function arrivesFromCore(routing: Routing, core: number, to: number, trace: Trace): boolean {
  if (core === to) return true
  if (together(routing, core, to)) {
    trace.fibre(core, [to])
    return true
  }
  const known = announcers(routing, numberAt(routing.islands, core), to)
  if (known.includes(core)) {
    down(routing, core, to, trace)
    return true
  }
  const others = chosen(routing, core, known, trace)
  if (others.length > 0) trace.fibre(core, others)
  for (const other of others) down(routing, other, to, trace)
  return others.length > 0
}

function chosen(routing: Routing, from: number, candidates: readonly number[], { precise }: Trace): readonly number[] {
  return precise ? nearest(routing, from, candidates) : candidates
}

function down(routing: Routing, core: number, site: number, trace: Trace): void {
  for (const tunnel of tunnelsDown(routing, core, site)) trace.tunnel(tunnel, 'down')
}

/** Every living core announces the summary, whatever it reaches itself. */
function up(routing: Routing, site: number): readonly number[] {
  return tunnelsUp(routing, site, () => true)
}

function arrivesBySummary(routing: Routing, site: number, to: number, trace: Trace): boolean {
  let all = true
  for (const tunnel of up(routing, site)) {
    trace.tunnel(tunnel, 'up')
    if (!arrivesFromCore(routing, numberAt(routing.elements.tunnelCore, tunnel), to, trace)) all = false
  }
  return all
}

/**
 * A packet that follows the default meets, on its way to a core, perhaps a router that knows the summary over a tunnel
 * of its own; at the core it is dropped.
 */
function arrivesByDefault(routing: Routing, from: number, to: number, trace: Trace): boolean {
  const { elements, alive } = routing
  const targets = originators(routing, from, 4)
  if (targets.length === 0) return false
  const stopAt = (router: number): boolean =>
    router !== from && (elements.cores.includes(router) || up(routing, router).length > 0)
  const hops = shortestHops(elements, alive, routing.distances(targets), from, stopAt)
  trace.fibre(from, targets, stopAt)
  const ends = new Set(hops.map(hop => hop.to).filter(stopAt))
  let all = ends.size > 0
  for (const end of ends) if (elements.cores.includes(end) || !arrivesBySummary(routing, end, to, trace)) all = false
  return all
}

/**
 * Cores by whose uplinks packets from a site leave for the internet; empty where there is no way out, or where one of
 * several equal ways has none.
 */
export function exitsFor(routing: Routing, from: number, family: Family, trace: Trace): readonly number[] {
  if (routing.alive[from] === 0) return []
  const targets = originators(routing, from, family)
  if (targets.length > 0) return exitsOver(routing, from, targets, family, trace)
  const exits = new Set<number>()
  for (const tunnel of tunnelsUp(routing, from, core => hasDefault(routing, core, family))) {
    const core = numberAt(routing.elements.tunnelCore, tunnel)
    trace.tunnel(tunnel, 'up')
    const here = originators(routing, core, family)
    for (const exit of exitsOver(routing, core, here.includes(core) ? [core] : here, family, trace)) exits.add(exit)
  }
  return [...exits]
}

function exitsOver(
  routing: Routing,
  from: number,
  targets: readonly number[],
  family: Family,
  trace: Trace,
): readonly number[] {
  const cores = chosen(routing, from, targets, trace)
  if (!cores.includes(from)) trace.fibre(from, cores)
  for (const core of cores) for (const uplink of routing.exits[family].get(core) ?? []) trace.uplink(uplink)
  return cores
}
