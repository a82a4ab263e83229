import { type Address, prefixText, networkOf, addressText, type Prefix } from '../../model/ip.ts'
import type { Status } from '../../model/scalars.ts'

type Kind =
  | 'aggregate'
  | 'zone'
  | 'pool'
  | 'loopback'
  | 'link'
  | 'tunnel'
  | 'transfer'
  | 'segment'
  | 'uplink'
  | 'nat-pool'
  | 'provider-prefix'

/**
 * One line of the address plan: a pool, or one allocation as one router sees it. A link has a line for each of its two
 * ends.
 */
export interface IpRow {
  readonly kind: Kind
  /** Without host part; rows stand in its order. */
  readonly range: Prefix
  readonly prefix: string
  /** The router's own address in it. */
  readonly address?: string
  /** The same as a number. */
  readonly bits?: bigint
  readonly site?: string
  readonly router?: string
  readonly interface?: string
  /** What it is handed out for: the pool, segment, route, circuit or uplink. */
  readonly thing: string
  /** `router:port` at the far end. */
  readonly peer?: string
  readonly gateway?: string
  readonly vlan?: number
  readonly zone?: string
  readonly tenant?: string
  readonly dhcp?: { readonly first: string; readonly last: string }
  /** Private AS number of the router, beside its loopback. */
  readonly as?: number
  /** Hosts that are expected in a segment. */
  readonly hosts?: number
  /**
   * Addresses for hosts: the router's own, and in v4 the first and the last, are not among them. None is stated for v6.
   */
  readonly capacity?: number
  /** Of a segment, its hosts; of a pool, what is handed out of it. */
  readonly usedPercent?: number
  /** The pool that it is taken from; absent where the provider gave it. */
  readonly pool?: string
  readonly status: Status | 'suspended'
}

export function isPool({ kind }: IpRow): boolean {
  return kind === 'aggregate' || kind === 'zone' || kind === 'pool'
}

/** The range of a prefix, and the router's address in it. */
export function within(prefix: Prefix, address?: Address): Pick<IpRow, 'range' | 'prefix' | 'address' | 'bits'> {
  const range = networkOf(prefix)
  return {
    range,
    prefix: prefixText(range),
    ...(address === undefined ? {} : { address: addressText(address), bits: address.bits }),
  }
}
