import { itemAt } from '../../text/item-at.ts'
import { fibreHops } from '../graph/fibre-hops.ts'
import type { Family, Routing } from '../service/routing.ts'
import { arrives, exitsFor, type Trace } from '../service/walk.ts'

/**
 * Links, tunnels and uplinks that a router's ways to the hub and back hang on. Routers choose the best of what is
 * there, so that the ways stay as they are while nothing of this fails: whatever else fails neither cuts the router off
 * nor brings it back.
 */
export function supportOf(routing: Routing, router: number): ReadonlySet<number> {
  const {
    elements: { hub },
  } = routing
  const support = new Set<number>([router, hub])
  const trace = supportTrace(routing, support)
  arrives(routing, router, hub, trace)
  arrives(routing, hub, router, trace)
  return support
}

/**
 * The same for all that makes up a site's service: the hub, and the internet, in both families unless fewer are asked
 * for.
 */
export function serviceSupport(
  routing: Routing,
  router: number,
  families: readonly Family[] = [4, 6],
): ReadonlySet<number> {
  const support = new Set(supportOf(routing, router))
  const trace = supportTrace(routing, support)
  for (const family of families) {
    for (const core of exitsFor(routing, router, family, trace)) arrives(routing, core, router, trace)
  }
  return support
}

function supportTrace(routing: Routing, support: Set<number>): Trace {
  const {
    elements: { firstLink, firstTunnel, firstUplink, uplinksOfCore, tunnelUplink },
  } = routing
  return {
    precise: true,
    fibre(from, targets, stopAt) {
      for (const { link } of fibreHops(routing, from, targets, stopAt)) support.add(firstLink + link)
      // On the way of a default it counts which cores originate one.
      if (stopAt !== undefined)
        for (const core of targets)
          for (const uplink of uplinksOfCore.get(core) ?? []) support.add(firstUplink + uplink)
    },
    tunnel(tunnel) {
      support.add(firstTunnel + tunnel)
      if (itemAt(tunnelUplink, tunnel) >= 0) support.add(firstUplink + itemAt(tunnelUplink, tunnel))
    },
    uplink(uplink) {
      support.add(firstUplink + uplink)
    },
  }
}
