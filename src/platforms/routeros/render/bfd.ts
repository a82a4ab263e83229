import type { Bfd, BgpNeighbor, Intent } from '../../../intent/intent.ts'
import { addressText, type Address } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { quote } from '../text.ts'
import { said } from '../../said.ts'
import { menu, places } from './menu.ts'

/** Intervals by interface; by address where the neighbour is not on one. */
export function bfd({ fibre, bgp }: Intent): Line[] {
  return menu('/routing bfd configuration', [
    ...fibre.map(({ interface: name, bfd, peer }) => byInterface(name.value, bfd, `link to ${peer.value}`, peer.from)),
    ...(bgp?.neighbors ?? []).flatMap(ofNeighbor),
  ])
}

function ofNeighbor({ bfd, interface: name, v4, v6, id, from }: BgpNeighbor): Line[] {
  if (bfd === undefined) return []
  if (name !== undefined) return [byInterface(name, bfd, id.value, id.from)]
  return [v4, v6.value].flatMap(pair => (pair === undefined ? [] : [byAddress(pair.remote, bfd, id.value, from)]))
}

function byInterface(name: string, { intervalMs, multiplier, from }: Bfd, comment: string, more: Bfd['from']): Line {
  return said(
    places(from, more),
    'fast-failure',
  )`add interfaces=${name} min-rx=${intervalMs}ms min-tx=${intervalMs}ms multiplier=${multiplier} comment=${quote(comment)}`
}

function byAddress(remote: Address, { intervalMs, multiplier, from }: Bfd, comment: string, more: Bfd['from']): Line {
  return line(
    places(from, more),
  )`add addresses=${addressText(remote)}/${remote.family === 4 ? 32 : 128} min-rx=${intervalMs}ms min-tx=${intervalMs}ms multiplier=${multiplier} comment=${quote(comment)}`
}
