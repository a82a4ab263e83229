import type { Bfd, FibreLink, Intent, Tunnel } from '../../../intent/intent.ts'
import { line, type Line } from '../../config/line.ts'
import { said } from '../said.ts'

export function fibreBfd({ bfd }: FibreLink): Line[] {
  return bfdLines(bfd)
}

/** The timers stand at the interface; the neighbour only says that it listens to them. */
export function tunnelBfd({ bgp }: Intent, tunnel: Tunnel): Line[] {
  const neighbor = bgp?.neighbors.find(each => each.interface === tunnel.interface)
  return neighbor?.bfd === undefined ? [] : bfdLines(neighbor.bfd)
}

/** Echo packets of BFD come back with the router's own address, which a zone would not let in. */
function bfdLines({ intervalMs, multiplier, from }: Bfd): Line[] {
  return [said(from, 'fast-failure')`bfd interval ${intervalMs} min_rx ${intervalMs} multiplier ${multiplier}`, line([], 'fast-failure')`no bfd echo`]
}
