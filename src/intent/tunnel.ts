import type { Address, Prefix } from '../model/ip.ts'
import type { IpsecMode, TunnelKind } from '../model/platform.ts'
import type { SecretReference } from './services.ts'
import type { From, Sourced } from './sourced.ts'

/** A provider's side of a leased circuit. It carries tunnels and nothing else. */
export interface Underlay {
  readonly circuit: string
  readonly interface: Sourced<string>
  /** Undefined where the provider gives an address at run time (DHCP). */
  readonly v4: Prefix | undefined
  readonly description: string
  readonly from: From
}

export interface Tunnel {
  readonly id: string
  readonly circuit: string
  /** Sourced by nothing at a site, where a circuit's name is everywhere. */
  readonly interface: Sourced<string>
  readonly kind: TunnelKind
  /** Of GRE in IPsec. */
  readonly ipsecMode: IpsecMode
  readonly description: string
  /** The site begins; the core answers. */
  readonly initiates: boolean
  readonly localPort: number
  /** Interface below it. */
  readonly underlay: string
  readonly outerLocal: Address | undefined
  readonly outerRemote: Sourced<Address | undefined>
  readonly remotePort: number
  /**
   * Of the end that answers by WireGuard: seconds of silence after which it forgets the other end, and what that end's
   * clock said last. Undefined: it has nothing to forget.
   */
  readonly forgetsAfterSeconds: number | undefined
  /** Router at the other end, whose public key is expected. */
  readonly peer: string
  readonly peerKey: string | undefined
  /** Secret that holds this router's private key, or the key both share for IPsec. */
  readonly key: SecretReference
  readonly v4: Sourced<Prefix>
  readonly v6: Sourced<Prefix>
  readonly peerV4: Address
  readonly peerV6: Address
  readonly mtu: Sourced<number>
  readonly mssV4: number
  readonly mssV6: number
  /** Its port first. */
  readonly from: From
}
