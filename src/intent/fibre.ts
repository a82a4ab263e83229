import type { Address, Prefix } from '../model/ip.ts'
import type { Ospf3Authentication, OspfAuthentication } from '../model/platform.ts'
import type { SecretReference } from './services.ts'
import type { From, Sourced } from './sourced.ts'

/** An owned point-to-point link with a routing neighbour behind it. */
export interface FibreLink {
  readonly id: string
  readonly interface: Sourced<string>
  /** What tells this link from the others: the name of the router at the other end, or, where that tells nothing, the port. */
  readonly peer: Sourced<string>
  readonly v4: Prefix
  readonly v6: Prefix
  readonly peerV4: Address
  readonly peerV6: Address
  readonly cost: Sourced<number>
  readonly mtu: number
  readonly authentication: OspfAuthentication | undefined
  readonly authentication3: Ospf3Authentication | undefined
  /** Of OSPFv2; a key for each link and algorithm, so that a weak one opens nothing else. */
  readonly key: Sourced<SecretReference>
  /** Of OSPFv3. */
  readonly key3: Sourced<SecretReference>
  readonly bfd: Bfd
  readonly from: From
}

export interface Bfd {
  readonly intervalMs: number
  readonly multiplier: number
  readonly from: From
}
