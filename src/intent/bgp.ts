import type { Address, Prefix } from '../model/ip.ts'
import type { Bfd } from './fibre.ts'
import type { SecretReference } from './services.ts'
import type { From, Sourced } from './sourced.ts'

export interface Bgp {
  readonly as: number
  readonly routerId: Sourced<Address>
  /** Distance of routes learnt over leased circuits; above OSPF's. */
  readonly leasedDistance: Sourced<number>
  /** Prefixes that this router announces as its own. */
  readonly own: readonly { readonly prefix: Prefix; readonly from: From }[]
  readonly neighbors: readonly BgpNeighbor[]
  readonly from: From
}

export interface BgpNeighbor {
  /** Name for policies: `leased-<circuit>-<end>`, `core-2`, `uplink-1`. */
  readonly id: Sourced<string>
  /** To a core, from a site; to a leased site, from a core; between cores; to the provider of an uplink. */
  readonly relation: 'hub' | 'leased-site' | 'core' | 'provider'
  readonly description: string
  readonly remoteAs: number
  /** Our AS towards a provider, where it is not the hub's private one. */
  readonly localAs: Sourced<number | undefined>
  readonly interface: string | undefined
  readonly v4: { readonly local: Address; readonly remote: Address }
  readonly v6: Sourced<{ readonly local: Address; readonly remote: Address } | undefined>
  readonly password: Sourced<SecretReference | undefined>
  readonly bfd: Bfd | undefined
  /** Exactly these are taken; `default` stands for 0.0.0.0/0 and ::/0, `summary` for the network's aggregates. */
  readonly accepts: readonly RoutePattern[]
  readonly announces: readonly RoutePattern[]
  readonly preference: Sourced<number>
  readonly maximumPrefixes: number | undefined
  readonly from: From
}

export interface RoutePattern {
  readonly prefix: Prefix
  /** Longest length that still matches; the prefix's own where absent. */
  readonly upTo?: number
  readonly from: From
}
