import type { Family } from '../model/ip.ts'

/** Kinds of ICMP that a filter tells apart. */
export type IcmpKind = 'echo' | 'discovery'

/**
 * Types of a kind: echo requests (RFC 792, 4443); router and neighbour discovery (RFC 4861) with multicast listener
 * discovery (RFC 2710, 3810), which RFC 4890 section 4.4.1 forbids to drop.
 */
export const icmpTypes: Readonly<Record<IcmpKind, Readonly<Record<Family, readonly number[]>>>> = {
  echo: { 4: [8], 6: [128] },
  discovery: { 4: [], 6: [130, 131, 132, 133, 134, 135, 136, 143] },
}
