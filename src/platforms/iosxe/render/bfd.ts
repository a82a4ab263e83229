import type { Bfd, FibreLink, Intent, Tunnel } from '../../../intent/intent.ts'
import { block } from '../text.ts'
import type { Line } from '../../text/line.ts'
import { said } from '../../said.ts'

function templateOf({ intervalMs, multiplier }: Bfd): string {
  return `BFD-${intervalMs}-${multiplier}`
}

/** One template for each pair of timers. It sends no echo packets, whose timers would take the place of these. */
export function bfdTemplates({ fibre, bgp }: Intent): Line[] {
  const wanted = [...fibre.map(({ bfd }) => bfd), ...(bgp?.neighbors ?? []).flatMap(({ bfd }) => bfd ?? [])]
  return [...new Map(wanted.map(bfd => [templateOf(bfd), bfd]))].flatMap(([name, { intervalMs, multiplier, from }]) => {
    const write = said(from)
    return block(write`bfd-template single-hop ${name}`, [
      write`interval min-tx ${intervalMs} min-rx ${intervalMs} multiplier ${multiplier}`,
    ])
  })
}

export function fibreBfd({ bfd }: FibreLink): Line {
  return bfdLine(bfd)
}

/** The timers stand at the interface; the neighbour only says that it listens to them. */
export function tunnelBfd({ bgp }: Intent, tunnel: Tunnel): Line[] {
  const neighbor = bgp?.neighbors.find(each => each.interface === tunnel.interface.value)
  return neighbor?.bfd === undefined ? [] : [bfdLine(neighbor.bfd)]
}

function bfdLine(bfd: Bfd): Line {
  return said(bfd.from)`bfd template ${templateOf(bfd)}`
}
