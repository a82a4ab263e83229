import { itemAt } from '../../text/item-at.ts'
import type { Network, Zone } from '../../model/network.ts'
import type { Blueprint, Host } from '../boot/blueprint.ts'

/**
 * Whether hosts of one segment may open connections to those of another, as the inventory's policy says; never what a
 * filter says.
 */
export function mayOpen(network: Network, from: Host, to: Host): boolean {
  if (from.router !== undefined && from.id === to.id) return true
  if (from.zone === 'internet') return false
  const zone = network.zones.get(from.zone)
  if (zone === undefined) return false
  if (!reaches(zone, to.zone)) return false
  // Two agencies in one building do not see each other, even where their zone may reach itself.
  return !(from.zone === to.zone && from.router === to.router && from.tenant !== to.tenant)
}

function reaches(zone: Zone, id: string): boolean {
  return zone.reaches.some(each => (each === 'internet' ? id === 'internet' : each.id === id))
}

/** A pair of hosts, and what the policy says of it. */
export interface Pair {
  readonly from: Host
  readonly to: Host
  readonly allowed: boolean
  readonly where: 'inside' | 'between' | 'internet'
}

/**
 * Inside each site every segment with every other, in both directions; between sites every zone with every zone, so
 * that each site is once the source and once the target of each pair of zones; every segment to the internet, and from
 * the internet into every zone.
 */
export function zonePairs(network: Network, hosts: readonly Host[]): Pair[] {
  const inside = hosts.filter(({ router }) => router !== undefined)
  const internet = hosts.find(({ id }) => id === 'internet')
  const pairs: Pair[] = [...pairsInside(network, inside), ...pairsBetween(network, inside)]
  if (internet === undefined) return pairs
  for (const host of inside) {
    pairs.push(
      { from: host, to: internet, allowed: mayOpen(network, host, internet), where: 'internet' },
      { from: internet, to: host, allowed: false, where: 'internet' },
    )
  }
  return pairs
}

function pairsInside(network: Network, hosts: readonly Host[]): Pair[] {
  return [...Map.groupBy(hosts, ({ router }) => router).values()].flatMap(own =>
    own.flatMap(from =>
      own
        .filter(to => to !== from)
        .map((to): Pair => ({ from, to, allowed: mayOpen(network, from, to), where: 'inside' })),
    ),
  )
}

/** Sources and targets walk around the sites at different paces: over all pairs of zones a site meets many others. */
function pairsBetween(network: Network, hosts: readonly Host[]): Pair[] {
  const byZone = [...Map.groupBy(hosts, ({ zone }) => zone).values()]
  return byZone.flatMap((sources, i) =>
    byZone.flatMap((targets, j) => {
      const count = Math.max(sources.length, targets.length)
      return Array.from({ length: count }, (_, k): Pair | undefined => {
        const from = itemAt(sources, k % sources.length)
        const to = nextElsewhere(from, targets, k + 1 + i + j)
        return to === undefined ? undefined : { from, to, allowed: mayOpen(network, from, to), where: 'between' }
      }).filter(pair => pair !== undefined)
    }),
  )
}

function nextElsewhere({ router }: Host, targets: readonly Host[], start: number): Host | undefined {
  for (let i = 0; i < targets.length; i++) {
    const target = targets[(start + i) % targets.length]
    if (target !== undefined && target.router !== router) return target
  }
  return undefined
}

/** Nobody has IPv6 to the internet where no uplink gives a prefix. */
export function hasInternetV6({ routers }: Pick<Blueprint, 'routers'>): boolean {
  return routers.some(({ intent }) => intent.npt.length > 0)
}
