import type { Address, Prefix } from '../model/ip.ts'
import type { From, Sourced } from './sourced.ts'

export interface UplinkIntent {
  readonly id: string
  readonly interface: Sourced<string>
  readonly description: string
  readonly v4: Prefix
  readonly gateway: Sourced<Address>
  readonly v6: Sourced<Prefix | undefined>
  readonly gatewayV6: Sourced<Address | undefined>
  /** A tracked static default; undefined where BGP brings it. */
  readonly probe: Sourced<Address | undefined>
  readonly from: From
}

/** Sources inside leave over an uplink as addresses of this core's own pool. */
export interface Nat {
  readonly out: string
  readonly source: Prefix
  readonly pool: Prefix
  /**
   * What hosts leave as: the whole pool; without the first and the last address of the provider's subnet, where it lies
   * in it.
   */
  readonly first: Address
  readonly last: Address
  /**
   * Those of them in the provider's own subnet, but for the router's address: nobody answers ARP for them unless the
   * router does.
   */
  readonly onLink: readonly Address[]
  readonly from: From
}

/** Prefix translation (RFC 6296) between the network's own prefix and the provider's. */
export interface Npt {
  readonly out: string
  readonly inside: Prefix
  readonly outside: Prefix
  readonly from: From
}
