import type { AddressSet, Filter, InterfaceSet } from '../../../intent/intent.ts'
import { networkOf, prefixText, type Family } from '../../../model/ip.ts'
import { line, type Line, Quoted } from '../../text/line.ts'
import { nftInterface } from '../text/nft.ts'
import { said } from '../../said.ts'

/** Names get a word in front, so that none is a keyword of nft. */
export function interfaceSetName(name: string): string {
  return `if-${name}`
}

export function addressSetName(name: string, family: Family): string {
  return `net${family}-${name}`
}

/** Every set of the filter; a family in which an address set has no member has no set. */
export function setLines(filter: Filter): Line[] {
  return [
    ...filter.interfaceSets.flatMap(interfaceSet),
    ...filter.addressSets.flatMap(set => [...addressSet(set, 4), ...addressSet(set, 6)]),
  ]
}

function interfaceSet({ name, members }: InterfaceSet): Line[] {
  const elements = members.map(
    member => said(member.interface.from, 'tunnel-name')`      ${new Quoted(nftInterface(member.interface.value))},`,
  )
  return setBlock(interfaceSetName(name), ['type ifname'], elements)
}

function addressSet({ name, members }: AddressSet, family: Family): Line[] {
  const elements = members
    .filter(({ prefix }) => prefix.family === family)
    .map(({ prefix, from }) => said(from, 'private-addresses')`      ${prefixText(networkOf(prefix))},`)
  if (elements.length === 0) return []
  return setBlock(
    addressSetName(name, family),
    [family === 4 ? 'type ipv4_addr' : 'type ipv6_addr', 'flags interval', 'auto-merge'],
    elements,
  )
}

function setBlock(name: string, properties: readonly string[], elements: readonly Line[]): Line[] {
  const frame = line([], 'structure')
  return [
    frame`  set ${name} {`,
    ...properties.map(property => frame`    ${new Quoted(property)}`),
    ...(elements.length === 0 ? [] : [frame`    elements = {`, ...elements, frame`    }`]),
    frame`  }`,
  ]
}
