import type { Address, Prefix } from '../model/ip.ts'
import type { Ospf3Authentication, OspfAuthentication } from '../model/platform.ts'
import type { SecretReference } from './services.ts'
import type { From, Sourced } from './sourced.ts'

/** An owned point-to-point link with a routing neighbour behind it. */
export interface FibreLink {
  readonly id: string
  readonly interface: Sourced<string>
  /**
   * What tells this link from the others: the name of the router at the other end, or, where that tells nothing, the
   * port.
   */
  readonly peer: Sourced<string>
  readonly v4: Prefix
  readonly v6: Prefix
  readonly peerV4: Address
  readonly peerV6: Address
  readonly cost: Sourced<number>
  readonly mtu: number
  readonly authentication: OspfAuthentication | undefined
  readonly authentication3: Ospf3Authentication | undefined
  /** Of OSPFv2, by which packets are sent; a key for each link and algorithm, so that a weak one opens nothing else. */
  readonly key: Sourced<LinkKey>
  /** Of OSPFv3. */
  readonly key3: Sourced<LinkKey>
  /** While keys are rotated and where the platform can: the other key of OSPFv2, by which packets are taken too. */
  readonly alsoTaken: Sourced<LinkKey> | undefined
  /** Of OSPFv3. */
  readonly alsoTaken3: Sourced<LinkKey> | undefined
  readonly bfd: Bfd
  readonly from: From
}

/** A key, and the number by which packets name it (RFC 2328, D.3; RFC 7166, 4.1). */
export interface LinkKey extends SecretReference {
  readonly id: number
}

export interface Bfd {
  readonly intervalMs: number
  readonly multiplier: number
  readonly from: From
}
