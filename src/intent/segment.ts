import type { Address, Prefix } from '../model/ip.ts'
import type { From, Sourced } from './sourced.ts'

export interface Access {
  readonly trunk: Sourced<string>
  readonly segments: readonly Segment[]
}

export interface Segment {
  readonly id: string
  readonly interface: string
  readonly description: Sourced<string>
  readonly vlan: Sourced<number>
  readonly zone: Sourced<string>
  /** The router's own address, with the prefix's length. */
  readonly v4: Sourced<Prefix>
  readonly v6: Sourced<Prefix>
  readonly priority: Sourced<number>
  /** Ports of the router itself that carry it untagged. */
  readonly desks: readonly Sourced<string>[]
  readonly dhcp: Dhcp | undefined
  /** Resolvers announced by router advertisement. */
  readonly dnsV6: Sourced<readonly Address[]>
}

export interface Dhcp {
  readonly first: Address
  readonly last: Address
  readonly gateway: Address
  readonly dns: Sourced<readonly Address[]>
  readonly ntp: Sourced<readonly Address[]>
  /** Number of addresses that are handed out. */
  readonly poolSize: Sourced<bigint>
  readonly leaseHours: Sourced<number>
  readonly tftp: Sourced<Address | undefined>
  readonly from: From
}
