import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Kind } from '../model/kind.ts'
import type { Network } from '../model/network.ts'

/** What leads to a thing, stands on it or ends with it: asked before it is retired. */

export interface Named {
  readonly kind: Kind
  readonly id: string
}

/** Nothing but circuits leads to it, and those can end on a day to come. */
export function hangsOnLeases({ index, sites }: Network, { kind, id }: Named): boolean {
  const site = kind === 'site' ? sites.get(id) : undefined
  if (site === undefined || (index.circuitsOfSite.get(id) ?? []).every(({ active }) => !active)) return false
  return (index.routesOfRouter.get(site.router.id) ?? []).every(({ declared }) => declared.status === 'retired')
}

/** With a site end its circuits and routes; nobody can reach it any more. */
export function dependents({ index, sites }: Network, { kind, id }: Named): Named[] {
  const site = kind === 'site' ? sites.get(id) : undefined
  if (site === undefined) return []
  const circuits = (index.circuitsOfSite.get(id) ?? []).filter(({ declared }) => declared.status !== 'retired')
  const routes = (index.routesOfRouter.get(site.router.id) ?? []).filter(
    ({ declared }) => declared.status !== 'retired',
  )
  return [
    ...circuits.map((circuit): Named => ({ kind: 'circuit', id: circuit.id })),
    ...routes.map((route): Named => ({ kind: 'route', id: route.id })),
  ]
}

/** What still needs it. Until a day to come another way may be built, or the site ended. */
export function blockers(network: Network, { kind, id }: Named, isLater: boolean): Bilingual[] {
  if (kind === 'site' && network.hub.id === id)
    return [{ id: `${id} adalah pusat jaringan`, en: `${id} is the hub of the network` }]
  const users = [...usersOf(network, { kind, id }), ...(isLater ? [] : stranded(network, { kind, id }))]
  return users.map(user => ({
    id: `${user} masih memakainya; akhiri dahulu: serat retire ${user.replace(':', ' ')}`,
    en: `${user} still uses it; end that first: serat retire ${user.replace(':', ' ')}`,
  }))
}

/** Sites that have no other connection. */
export function stranded({ circuits, routes, index, sites, hub }: Network, { kind, id }: Named): string[] {
  const route = kind === 'route' ? routes.get(id) : undefined
  const circuit = kind === 'circuit' ? circuits.get(id) : undefined
  const ends = [route?.a.router.siteId, route?.b.router.siteId, circuit?.site.id].filter(end => end !== undefined)
  return [...new Set(ends)].flatMap(end => {
    const site = sites.get(end)
    if (site === undefined || site === hub || !site.active) return []
    const ways = [...(index.circuitsOfSite.get(end) ?? []), ...(index.routesOfRouter.get(site.router.id) ?? [])]
    return ways.some(way => way.active && way.id !== id) ? [] : [`site:${end}`]
  })
}

function usersOf({ cables, spans, routes, structures }: Network, { kind, id }: Named): string[] {
  const live = <T extends { readonly id: string; readonly declared: { readonly status: string } }>(
    name: string,
    things: ReadonlyMap<string, T>,
    uses: (thing: T) => boolean,
  ): string[] =>
    [...things.values()]
      .filter(thing => thing.declared.status !== 'retired' && uses(thing))
      .map(thing => `${name}:${thing.id}`)
  const passes = ({ declared }: { readonly declared: { readonly path?: readonly string[] | undefined } }): boolean =>
    declared.path?.some(step => step.split('/')[0] === id) === true
  if (kind === 'span') return live('cable', cables, cable => cable.spans.some(span => span.id === id))
  if (kind === 'cable') return live('route', routes, passes)
  if (kind !== 'structure') return []
  return [
    ...live('span', spans, ({ from, to }) => from.id === id || to.id === id),
    ...live('structure', structures, ({ declared }) => declared.atStructure === id || declared.on === id),
    ...live('route', routes, passes),
  ]
}
