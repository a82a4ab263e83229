import type { Network, Router } from '../model/network.ts'
import { inside, keyInside, type Place, type Step } from '../source/source.ts'

/** A place in the network file. */
export function inNetwork(network: Network, ...steps: readonly Step[]): Place {
  return inside(network.origin, ...steps)
}

/** Where the name of a router stands: the key of a core, the id of a site. */
export function nameOf(network: Network, router: Router): Place {
  const site = network.sites.get(router.siteId)
  if (site === undefined) return router.origin
  return router.role === 'core' ? keyInside(site.origin, 'cores', router.id) : inside(site.origin, 'site')
}
