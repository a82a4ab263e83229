import type { Address, Prefix } from '../model/ip.ts'
import type { From } from './sourced.ts'

export interface StaticRoute {
  readonly to: Prefix
  /**
   * `drop` is an aggregate that only anchors an announcement; `dhcp` is the router that the provider's DHCP names on
   * `interface`.
   */
  readonly via: Address | 'drop' | 'dhcp'
  /** Only with `dhcp`. */
  readonly interface?: string
  readonly why: 'tunnel-end' | 'summary' | 'nat-pool' | 'own-prefix'
  readonly from: From
}

export interface Ospf {
  readonly routerId: Address
  /** Interfaces that are announced and have no neighbour. */
  readonly passive: readonly { readonly interface: string; readonly from: From }[]
  /** The default is announced while a living uplink put it into the table. */
  readonly originateDefault: boolean
  /** External metrics, of type 1: they grow with the way to the core, so that each site leaves by the near one. */
  readonly externalMetric: { readonly default: number; readonly leased: number }
  /** Routes of leased sites are handed on with this tag, and refused where they come back with it. */
  readonly leasedTag: number | undefined
  readonly from: From
}
