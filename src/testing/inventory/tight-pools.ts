import { widePools, type PoolsValue } from './network-value.ts'

/** How many places of each pool are asked for. */
export interface Demand {
  readonly routers: number
  readonly links: number
  readonly tunnels: number
  readonly segments: number
}

/**
 * Pools in which about a quarter of the places stays free, so that a new place is often looked for where another one
 * is.
 */
export function tightPools({ routers, links, tunnels, segments }: Demand): PoolsValue {
  return {
    loopback: around(widePools.loopback, routers, 1),
    link: around(widePools.link, links, 4),
    tunnel: around(widePools.tunnel, tunnels, 4),
    transfer: around(widePools.transfer, tunnels, 16),
    data: around(widePools.data, segments, 64),
    voice: around(widePools.voice, routers, 16),
    cctv: around(widePools.cctv, routers, 16),
    management: around(widePools.management, routers, 32),
    guest: around(widePools.guest, routers, 64),
    tunnelPorts: { from: 51_000, to: 51_000 + roomFor(tunnels) },
    asNumbers: { from: 4_200_000_001, to: 4_200_000_001 + roomFor(routers) },
    tenantVlans: { from: 1000, to: 1009 },
  }
}

function roomFor(places: number): number {
  return Math.ceil(places * 1.25) + 4
}

/** The smallest prefix at the base of another that has room for so many blocks of a size. */
function around(wide: string, places: number, size: number): string {
  return `${wide.split('/')[0]}/${32 - Math.ceil(Math.log2(roomFor(places) * size))}`
}
