import type { Bfd, FibreLink, From, Intent, Tunnel } from '../../../intent/intent.ts'
import { line, type Line } from '../../config/line.ts'

export function fibreBfd({ bfd, from }: FibreLink): Line[] {
  return bfdLines(bfd, from)
}

/** The timers stand at the interface; the neighbour only says that it listens to them. */
export function tunnelBfd({ bgp }: Intent, tunnel: Tunnel): Line[] {
  const neighbor = bgp?.neighbors.find(each => each.interface === tunnel.interface)
  return neighbor?.bfd === undefined ? [] : bfdLines(neighbor.bfd, neighbor.from)
}

/** Echo packets of BFD come back with the router's own address, which a zone would not let in. */
function bfdLines({ intervalMs, multiplier, from }: Bfd, more: From): Line[] {
  return [line(from)`bfd interval ${intervalMs} min_rx ${intervalMs} multiplier ${multiplier}`, line(more, 'fast-failure')`no bfd echo`]
}
