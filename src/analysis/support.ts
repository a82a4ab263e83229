import { shortestHops } from './ospf.ts'
import type { Routing } from './routing.ts'
import { arrives, type Trace } from './walk.ts'

/**
 * Links, tunnels and uplinks that a router's ways to the hub and back hang on. Routers choose the best of what is there, so that the ways
 * stay as they are while nothing of this fails: whatever else fails neither cuts the router off nor brings it back.
 */
export function supportOf(routing: Routing, router: number): ReadonlySet<number> {
  const { elements: { hub } } = routing
  const support = new Set<number>([router, hub])
  const trace = supportTrace(routing, support)
  arrives(routing, router, hub, trace)
  arrives(routing, hub, router, trace)
  return support
}

function supportTrace(routing: Routing, support: Set<number>): Trace {
  const { elements, elements: { firstLink, firstTunnel, firstUplink, uplinksOfCore, tunnelUplink }, alive } = routing
  return {
    fibre(from, targets, stopAt) {
      for (const target of targets) {
        const distances = routing.distances(stopAt === undefined ? [target] : targets)
        for (const hop of shortestHops(elements, alive, distances, from, stopAt)) support.add(firstLink + hop.link)
      }
      // On the way of a default it counts which cores originate one.
      if (stopAt !== undefined) for (const core of targets) for (const uplink of uplinksOfCore.get(core) ?? []) support.add(firstUplink + uplink)
    },
    tunnel(tunnel) {
      support.add(firstTunnel + tunnel)
      if ((tunnelUplink[tunnel] as number) >= 0) support.add(firstUplink + (tunnelUplink[tunnel] as number))
    },
    uplink(uplink) { support.add(firstUplink + uplink) },
  }
}
