import type { Elements } from '../../analysis/graph/elements.ts'
import { routingOf, type Routing } from '../../analysis/service/routing.ts'
import type { Sides } from '../parts.ts'
import type { Either, Mixed } from './mixed.ts'

/** Who is done, by turn: 1 or 0. */
export type Done = Uint8Array

/** A network with some of its routers done, once its routing has come to rest. */
export interface Stage {
  readonly routing: Routing
  /** By router: the state whose configuration it runs; undefined where both are the same. */
  readonly sideOf: readonly (keyof Sides<unknown> | undefined)[]
}

export function stageOf(mixed: Mixed, done: Done): Stage {
  const { plans, routers, links, tunnels, uplinks, frame, hub, cores } = mixed
  const sideOf = mixed.turnOf.map(turn => (turn < 0 ? undefined : done[turn] === 1 ? 'after' : 'before'))
  /** What an end says of a thing; of one that stays as it is, what either state says. */
  const said = <T>({ before, after }: Either<T>, router: number): T | undefined =>
    sideOf[router] === 'before' ? before : sideOf[router] === 'after' ? after : (after ?? before)
  const present = routers.map((router, i) => (sideOf[i] === undefined ? router.after : said(router, i)) !== undefined)
  const works = (each: Either<unknown>): boolean =>
    each.ends.every(end => present[end] === true && said(each, end) !== undefined) &&
    (each.after !== undefined || each.ends.some(end => sideOf[end] !== undefined))
  const [firstLink, firstTunnel] = [routers.length, routers.length + links.length]
  const firstUplink = firstTunnel + tunnels.length
  const alive = Uint8Array.from([...present, ...links.map(works), ...tunnels.map(works), ...uplinks.map(works)], Number)
  const values = <T>(list: readonly Either<T>[], end: number): T[] =>
    list.flatMap(each => said(each, each.ends[end] ?? -1) ?? each.after ?? each.before ?? [])
  const elements: Elements = {
    plan: plans.after,
    routers: routers.flatMap((router, i) => said(router, i) ?? router.after ?? router.before ?? []),
    links: values(links, 0),
    tunnels: values(tunnels, 1),
    uplinks: values(uplinks, 0),
    firstLink,
    firstTunnel,
    firstUplink,
    count: alive.length,
    hub,
    cores,
    sites: mixed.sites.map(site => (sideOf[site.router] === 'before' ? site.before : site.after)),
    linkCost: Int32Array.from(values(links, 0), ({ cost }) => cost),
    linkCostBack: Int32Array.from(values(links, 1), ({ cost }) => cost),
    preference: Int32Array.from(values(tunnels, 0), ({ preference }) => preference),
    preferenceAtSite: Int32Array.from(values(tunnels, 1), ({ preference }) => preference),
    tunnelUplink: new Int32Array(tunnels.length).fill(-1),
    dependents: [],
    ...frame,
  }
  return { routing: routingOf(elements, alive), sideOf }
}
