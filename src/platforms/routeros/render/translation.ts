import type { Intent, Nat } from '../../../intent/intent.ts'
import { addressText, prefixText } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { quote } from '../text.ts'
import { root } from './filter.ts'
import { menu } from './menu.ts'

export function translation({ nat, npt }: Intent): Line[] {
  return [
    ...menu(`${root(4)} nat`, nat.map(pool)),
    // A one-to-one map in the table that connection tracking knows: the stateless snpt and dnpt would pass by the
    // stateful filter.
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

function pool({ out, source, first, last, from }: Nat): Line {
  return line(
    from,
  )`add chain=srcnat action=src-nat out-interface=${out} src-address=${prefixText(source)} to-addresses=${addressText(first)}-${addressText(last)} comment=${quote('pool of this core')}`
}
