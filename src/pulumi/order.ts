import type { Network, Router } from '../model/network.ts'
import { compareText } from '../text/order.ts'

/**
 * Routers in the order in which a change may reach them over in-band management: those farthest from the cores first,
 * the cores last, so that no change cuts the way to a router that is still to be changed. Equals by id, so that one
 * side of a ring comes before the other.
 */
export function deploymentOrder(network: Network): readonly Router[] {
  const hops = hopsFromCores(network)
  const far = (router: Router): number =>
    router.role === 'core' ? -1 : (hops.get(router.id) ?? Number.MAX_SAFE_INTEGER)
  return [...network.routers.values()].sort((a, b) => far(b) - far(a) || compareText(a.id, b.id))
}

/**
 * The lot behind which the next router waits: so many are changed at a time, and one that does not come back stops all
 * behind its lot.
 */
export function lotBefore<T>(begun: readonly T[], atOnce: number): readonly T[] {
  const start = begun.length - (begun.length % atOnce)
  return begun.slice(Math.max(0, start - atOnce), start)
}

function hopsFromCores({ routers, routes, circuits }: Network): ReadonlyMap<string, number> {
  const cores = [...routers.values()].filter(({ role }) => role === 'core').map(({ id }) => id)
  const neighbours = new Map<string, string[]>()
  const join = (a: string, b: string): void => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b])
    neighbours.set(b, [...(neighbours.get(b) ?? []), a])
  }
  for (const { a, b, active } of routes.values()) if (active) join(a.router.id, b.router.id)
  for (const { end, active } of circuits.values()) if (active) for (const core of cores) join(end.router.id, core)
  const hops = new Map(cores.map(core => [core, 0]))
  const queue = [...cores]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of neighbours.get(at) ?? []) {
      if (hops.has(next)) continue
      hops.set(next, (hops.get(at) ?? 0) + 1)
      queue.push(next)
    }
  }
  return hops
}
