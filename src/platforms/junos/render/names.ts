import { itemAt } from '../../../text/item-at.ts'
import type { AddressSet, From, Intent, Sourced } from '../../../intent/intent.ts'
import type { Family } from '../../../model/ip.ts'
import { bounded } from '../text.ts'

/** Longest name of a policy, rule or address of the security hierarchy, and of a term or filter. */
export const longestName = 63

/** `ge-0/0/1` as a neighbour of protocols and zones is its unit 0; other names of the plan hold their unit. */
export function logical(name: string): string {
  return name.includes('.') ? name : `${name}.0`
}

export function portOf(name: string): string {
  return itemAt(name.split('.'), 0)
}

export function unitOf(name: string): number {
  return Number(name.split('.')[1] ?? 0)
}

/** Places of several items in order, each once. */
export function places(...froms: readonly From[]): From {
  return [...new Set(froms.flat())]
}

export const families: readonly Family[] = [4, 6]

export function inet(family: Family): 'inet' | 'inet6' {
  return family === 4 ? 'inet' : 'inet6'
}

/** Name of an address set's members of one family: a prefix list, or an address of the address book. */
export function ofFamily(name: string, family: Family): string {
  return bounded(`${name}-v${family}`, longestName)
}

export function membersOf({ filter }: Intent, name: string, family: Family): AddressSet['members'] {
  return (
    filter.addressSets.find(set => set.name === name)?.members.filter(({ prefix }) => prefix.family === family) ?? []
  )
}

/** Name of a tunnel in IKE and IPsec, where a dot may not stand. */
export function vpnOf(tunnel: { readonly interface: Sourced<string> }): string {
  return `vpn-${unitOf(tunnel.interface.value)}`
}

/** A filter of a segment's interface, and its VLAN. */
export function vlanName(id: string): string {
  return bounded(`vlan-${id}`, longestName)
}
