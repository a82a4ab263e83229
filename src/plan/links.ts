import { networkOf, nth, type Prefix } from '../model/ip.ts'
import type { FibreRoute, Network, Router } from '../model/network.ts'
import { inside } from '../source/source.ts'
import { sameMap, type Memory } from '../source/memory.ts'
import type { Allocation } from './allocate.ts'
import type { Claim } from './space.ts'
import { identified, keyOf } from './keys.ts'
import type { PoolPair, Pools } from './numbers.ts'
import type { LinkEnd, LinkPlan } from './plan.ts'
import { prefixSpace } from './spaces.ts'

/** Owned links, each decided once: what both ends know, and who has which address. */
export function planLinks(
  network: Network,
  allocation: Allocation,
  pools: Pools,
  kept: Memory,
): ReadonlyMap<string, LinkPlan> {
  const claims = kept.again('claims of links', [network.routes], () => [...network.routes.values()].map(claimOf))
  const granted = allocation.allocate(prefixSpace('link', pools.link.v4), 'link/v4', claims)
  const each = kept.each<LinkPlan>('link')
  const links = [...network.routes.values()].map((route): [string, LinkPlan] => {
    const v4 = granted.get(keyOfRoute(route))
    const make = (): LinkPlan => linkOf(network, route, v4 ?? { ...pools.link.v4, length: lengthFor(route) }, pools)
    return [route.id, each(route.id, [route, v4, pools, network.declared.routing], make)]
  })
  return sameMap(kept, 'links', new Map(links))
}

function keyOfRoute(route: FibreRoute): string {
  return keyOf('link', identified(route.id, route.declared.was), 'v4').key
}

function claimOf(route: FibreRoute): Claim<number> {
  const pinned = route.declared.v4
  return {
    ...keyOf('link', identified(route.id, route.declared.was), 'v4'),
    size: lengthFor(route),
    at: route.origin,
    pinned: pinned === undefined ? undefined : { text: pinned, at: inside(route.origin, 'v4') },
  }
}

/** /31 where both ends honour RFC 3021, else /30. */
function lengthFor({ a, b }: FibreRoute): number {
  return Math.min(a.router.dialect.capabilities.linkLengthV4, b.router.dialect.capabilities.linkLengthV4)
}

function linkOf(network: Network, route: FibreRoute, v4: Prefix, pools: Pools): LinkPlan {
  const v6 = twin(v4, pools.link)
  const [low, high] = endsOf(v4)
  const { costFactor = 1, speedMbps, mtu } = route.declared
  const link = {
    route,
    v4,
    v6,
    mtu,
    active: route.active,
    cost: costOf(network, speedMbps, costFactor),
    ospf: common(
      route.a.router.dialect.capabilities.ospfAuthentication,
      route.b.router.dialect.capabilities.ospfAuthentication,
    ),
    ospf3: common(
      route.a.router.dialect.capabilities.ospf3Authentication,
      route.b.router.dialect.capabilities.ospf3Authentication,
    ),
  }
  const addresses = { a: { v4: nth(v4, low), v6: nth(v6, 0) }, b: { v4: nth(v4, high), v6: nth(v6, 1) } }
  const ends = (whole: LinkPlan): { readonly a: LinkEnd; readonly b: LinkEnd } => ({
    a: endOf(whole, 'a', route.a.router, route.b.router, addresses),
    b: endOf(whole, 'b', route.b.router, route.a.router, addresses),
  })
  // The two ends and the link know each other; nobody sees it before it is whole.
  const whole = { ...link } as { -readonly [K in keyof LinkPlan]: LinkPlan[K] }
  Object.assign(whole, ends(whole))
  return whole
}

function costOf({ declared: { routing } }: Network, speedMbps: number, costFactor: number): number {
  return Math.max(1, Math.min(65_535, Math.round((routing.referenceMbps / speedMbps) * costFactor)))
}

/** The factor, as short as it can be, with which a route has this cost. */
export function costFactorFor(network: Network, { declared: { speedMbps } }: FibreRoute, cost: number): number {
  const whole = (cost * speedMbps) / network.declared.routing.referenceMbps
  const short = [1, 2, 3, 4, 5, 6].map(digits => Number(whole.toPrecision(digits)))
  return short.find(factor => costOf(network, speedMbps, factor) === cost) ?? whole
}

function endOf(
  link: LinkPlan,
  side: 'a' | 'b',
  router: Router,
  peer: Router,
  addresses: Readonly<Record<'a' | 'b', { readonly v4: Prefix; readonly v6: Prefix }>>,
): LinkEnd {
  const own = addresses[side]
  const other = addresses[side === 'a' ? 'b' : 'a']
  return {
    link,
    side,
    router,
    peer,
    port: link.route[side].port,
    v4: own.v4,
    v6: own.v6,
    peerV4: other.v4,
    peerV6: other.v6,
  }
}

/** Which of a point-to-point prefix's addresses its two ends have: both of a /31, the middle two of a /30. */
export function endsOf({ length }: Prefix): readonly [number, number] {
  return length === 31 ? [0, 1] : [1, 2]
}

/** The v6 /127 that follows from a v4 link prefix: as far into its pool as the v4 one is into its own. */
export function twin(v4: Prefix, pool: PoolPair): Prefix {
  const offset = networkOf(v4).bits - networkOf(pool.v4).bits
  return { family: 6, bits: networkOf(pool.v6).bits + (offset > 0n ? offset : 0n), length: 127 }
}

/** The first of `a`'s kinds, best first, that `b` knows too. */
export function common<T>(a: readonly T[], b: readonly T[]): T | undefined {
  return a.find(kind => b.includes(kind))
}
