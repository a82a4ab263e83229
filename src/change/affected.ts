import type { Network, Router, Site } from '../model/network.ts'
import { partsOfStep } from '../model/strands.ts'
import type { NumberChange, Sides, ThingChange } from './parts.ts'

/**
 * Routers whose configuration can be another one: those of what changes, their neighbours, and the cores where
 * something is leased. Undefined where it may be any, as when a zone or the hub changes. Holds because no filter or
 * summary lists sites: one more site is news to those alone.
 */
export function affectedRouters(
  networks: Sides<Network>,
  things: readonly ThingChange[],
  numbers: readonly NumberChange[],
): ReadonlySet<string> | undefined {
  const found = new Set<string>()
  for (const network of [networks.before, networks.after]) {
    const touched = [...things.flatMap(namesOf), ...numbers.flatMap(ownersOf), ...begunOrEnded(networks)]
    for (const { kind, id } of touched) {
      const routers = routersOf(network, kind, id)
      if (routers === undefined) return undefined
      for (const router of routers) found.add(router.id)
    }
  }
  return found
}

/** What is bought on one of two dates only, though nobody has typed anything. */
function begunOrEnded({ before, after }: Sides<Network>): Name[] {
  return [...after.circuits.values(), ...after.uplinks.values()].filter(({ kind, id, active }) => {
    const old = (kind === 'circuit' ? before.circuits : before.uplinks).get(id)
    return old !== undefined && old.active !== active
  })
}

interface Name {
  readonly kind: string
  readonly id: string
}

function namesOf({ kind, id, formerId }: ThingChange): Name[] {
  return formerId === undefined
    ? [{ kind, id }]
    : [
        { kind, id },
        { kind, id: formerId },
      ]
}

const ownerKinds: Readonly<Record<string, string>> = {
  router: 'router',
  segment: 'site',
  link: 'route',
  tunnel: 'circuit',
  transfer: 'circuit',
}

/** Who has a number: the second step of its key, and of the one that it comes from. */
export function ownersOf({ key, formerKey = key }: Pick<NumberChange, 'key' | 'formerKey'>): Name[] {
  return [key, formerKey].map(each => {
    const [kind = '', id = ''] = each.split('/')
    return { kind: ownerKinds[kind] ?? kind, id }
  })
}

/** Undefined where every router may be meant; none where the thing is in no configuration or not in this state. */
function routersOf(network: Network, kind: string, id: string): readonly Router[] | undefined {
  const { sites, routers, routes, circuits, index, hub } = network
  switch (kind) {
    case 'budget':
    case 'payment':
    case 'ticket':
    case 'claim':
    case 'work':
    case 'waiver':
      return []
    case 'site':
      return id === hub.id ? undefined : ofSites(network, [sites.get(id)])
    case 'router': {
      const router = routers.get(id)
      return router?.siteId === hub.id ? undefined : ofSites(network, [sites.get(router?.siteId ?? '')])
    }
    case 'tenant': {
      const own = index.sitesOfTenant.get(id) ?? []
      return own.includes(hub) ? undefined : ofSites(network, own)
    }
    case 'circuit':
      return ofSites(network, [sites.get(circuits.get(id)?.site.id ?? '')])
    case 'contract':
      return (index.boughtOfContract.get(id) ?? []).map(({ end }) => end.router)
    case 'route': {
      const route = routes.get(id)
      return route === undefined ? [] : [route.a.router, route.b.router]
    }
    case 'cable':
    case 'structure':
    case 'span':
    case 'splice':
    case 'slack':
    case 'plant':
    case 'cabletype':
      return ofPlant(network, kind, id)
    default:
      return undefined
  }
}

/** Routers of sites, those at the other end of their routes, and the cores to which circuits lead. */
function ofSites({ index, hub }: Network, sites: readonly (Site | undefined)[]): Router[] {
  const own = sites.flatMap(site => (site === undefined ? [] : [site.router, ...site.cores]))
  const isLeased = sites.some(site => site !== undefined && (index.circuitsOfSite.get(site.id) ?? []).length > 0)
  const routes = own.flatMap(({ id }) => index.routesOfRouter.get(id) ?? [])
  return [...own, ...(isLeased ? hub.cores : []), ...routes.flatMap(({ a, b }) => [a.router, b.router])]
}

/** Ends of the routes whose declared path names the cable or structure; spans, splices and coils by what holds them. */
function ofPlant({ routes, index, spans }: Network, kind: string, id: string): Router[] {
  const names = new Set([id, ...(kind === 'span' ? (index.cablesOfSpan.get(id) ?? []).map(cable => cable.id) : [])])
  const span = kind === 'span' ? spans.get(id) : undefined
  if (span !== undefined) for (const end of [span.from, span.to]) names.add(end.id)
  const isNamed = (step: string): boolean => names.has(partsOfStep(step).name)
  return [...routes.values()]
    .filter(({ declared: { path } }) => path?.some(isNamed))
    .flatMap(({ a, b }) => [a.router, b.router])
}
