import type { Intent, Nat, UplinkIntent } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText, sizeOf, type Address } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { quote } from '../text.ts'
import { root } from './filter.ts'
import { menu } from './menu.ts'

export function translation({ nat, npt, uplinks }: Intent): Line[] {
  return [
    ...menu(
      `${root(4)} nat`,
      nat.map(item => pool(item, uplinks)),
    ),
    // A one-to-one map in the table that connection tracking knows: the stateless snpt and dnpt would pass by the stateful filter.
    ...menu(
      `${root(6)} nat`,
      npt.flatMap(({ out, inside, outside, from }) => [
        line(
          from,
        )`add chain=srcnat action=netmap out-interface=${out} src-address=${prefixText(inside)} to-address=${prefixText(outside)} comment=${quote("own prefix as the provider's")}`,
        line(
          from,
        )`add chain=dstnat action=netmap in-interface=${out} dst-address=${prefixText(outside)} to-address=${prefixText(inside)} comment=${quote("provider's prefix as our own")}`,
      ]),
    ),
  ]
}

function pool(nat: Nat, uplinks: readonly UplinkIntent[]): Line {
  const { out, source, from } = nat
  const { first, last } = poolRange(nat, uplinks)
  return line(
    from,
  )`add chain=srcnat action=src-nat out-interface=${out} src-address=${prefixText(source)} to-addresses=${addressText(first)}-${addressText(last)} comment=${quote('pool of this core')}`
}

/** The whole pool; without the first and the last address of the provider's subnet, where the pool lies in it. */
export function poolRange(
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
