import type { Prefix } from '../model/ip.ts'
import type { IcmpKind } from './icmp.ts'
import type { PracticeId } from './practice.ts'
import type { Purpose } from './purpose.ts'
import type { From, Sourced } from './sourced.ts'

/** Rules in order; what none of them accepts is dropped, in both families. */
export interface Filter {
  /** Named sets of interfaces, in order of name. */
  readonly interfaceSets: readonly InterfaceSet[]
  /** Named sets of prefixes, aggregates only. */
  readonly addressSets: readonly AddressSet[]
  readonly sourceChecks: readonly SourceCheck[]
  readonly input: readonly FilterRule[]
  readonly forward: readonly FilterRule[]
}

export interface InterfaceSet {
  readonly name: string
  /** The zone whose segments here it holds; the others are what their interfaces are for. */
  readonly zone?: string
  /** `from`: what makes the interface a member. */
  readonly members: readonly { readonly interface: Sourced<string>; readonly from: From }[]
}

export interface AddressSet {
  readonly name: string
  readonly members: readonly { readonly prefix: Prefix; readonly from: From }[]
}

/**
 * Only these sources may come in over an interface: of a segment its own prefix, of a leased site's tunnel what was
 * planned behind it.
 */
export interface SourceCheck {
  readonly interface: Sourced<string>
  readonly of: 'segment' | 'tunnel'
  readonly v4: readonly Sourced<Prefix>[]
  readonly v6: readonly Sourced<Prefix>[]
  /** Hosts there ask for an address before they have one. */
  readonly dhcp: boolean
  /** Word in the log for what is refused, and how often it is said at most: who forges sources would fill the log. */
  readonly log?: { readonly word: string; readonly limit: Limit; readonly everyMs: number }
}

export interface FilterRule {
  readonly action: 'accept' | 'drop'
  readonly purpose: Purpose
  readonly family: 4 | 6 | 'both'
  readonly state?: 'established' | 'invalid'
  readonly in?: InterfaceMatch
  readonly out?: InterfaceMatch
  readonly source?: AddressMatch
  readonly destination?: AddressMatch
  readonly protocol?: 'tcp' | 'udp' | 'icmp' | 'ospf' | 'gre' | 'esp'
  /** Kind of ICMP; every kind where it is absent. */
  readonly icmp?: IcmpKind
  readonly ports?: readonly number[]
  /** What comes faster is dropped here, whatever connection it belongs to. */
  readonly limit?: Limit
  readonly log?: string
  /** Short name, unique in its chain: `transit`, `guest-to-government`. */
  readonly name: string
  readonly from: From
  /** The practice that it follows, where no value of the inventory asks for it. */
  readonly practice?: PracticeId
}

export interface Limit {
  readonly packetsPerSecond: number
  /** Packets that may come at once. */
  readonly burst: number
}

export type InterfaceMatch = { readonly set: string } | { readonly interface: string }
export type AddressMatch = { readonly set: string } | { readonly prefix: Prefix }
