import type { Intent, Nat, UplinkIntent } from '../../../intent/intent.ts'
import { addressText, contains, networkOf, prefixText, sizeOf, type Address } from '../../../model/ip.ts'
import { words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { logical } from './names.ts'
import { zonesOf } from './zones.ts'

export function translation(intent: Intent): Line[] {
  return [
    ...intent.nat.flatMap((item, i) => pool(intent, item, i + 1)),
    ...intent.npt.flatMap(({ out, inside, outside, from }, i) => {
      const write = line(from)
      const set = words('set', 'security', 'nat', 'static', 'rule-set', `prefix-${i + 1}`)
      return [
        write`${set} from interface ${logical(out)}`,
        write`${set} rule own match destination-address ${prefixText(outside)}`,
        write`${set} rule own then static-nat nptv6-prefix ${prefixText(inside)}`,
      ]
    }),
  ]
}

function pool(intent: Intent, nat: Nat, number: number): Line[] {
  const { out, source, from } = nat
  const write = line(from)
  const name = `pool-${number}`
  const set = words('set', 'security', 'nat', 'source', 'rule-set', name)
  const { first, last } = poolRange(nat, intent.uplinks)
  const range = words(`${addressText(first)}/32`, 'to', `${addressText(last)}/32`)
  return [
    write`set security nat source pool ${name} address ${range}`,
    ...zonesOf(intent)
      .filter(({ outside }) => !outside)
      .map(zone => write`${set} from zone ${zone.name}`),
    write`${set} to interface ${logical(out)}`,
    write`${set} rule inside match source-address ${prefixText(source)}`,
    write`${set} rule inside then source-nat pool ${name}`,
    ...(onLink(nat, intent.uplinks)
      ? [write`set security nat proxy-arp interface ${logical(out)} address ${range}`]
      : []),
  ]
}

/** Where the pool lies in the provider's own subnet the router has to answer ARP for it. */
function onLink({ out, pool }: Nat, uplinks: readonly UplinkIntent[]): boolean {
  return uplinks.some(({ interface: name, v4 }) => name.value === out && contains(networkOf(v4), pool))
}

/** The whole pool; without the first and the last address of the provider's subnet, where the pool lies in it. */
function poolRange(
  { out, pool }: Nat,
  uplinks: readonly UplinkIntent[],
): { readonly first: Address; readonly last: Address } {
  const subnet = uplinks
    .filter(({ interface: name }) => name.value === out)
    .map(({ v4 }) => networkOf(v4))
    .find(({ length }) => length < 31)
  const lowest = networkOf(pool).bits
  const highest = lowest + sizeOf(pool) - 1n
  const atStart = subnet !== undefined && lowest === subnet.bits
  const atEnd = subnet !== undefined && highest === subnet.bits + sizeOf(subnet) - 1n
  return {
    first: { family: 4, bits: atStart ? lowest + 1n : lowest },
    last: { family: 4, bits: atEnd ? highest - 1n : highest },
  }
}
