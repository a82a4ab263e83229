import { hostPrefix, networkOf } from '../../model/ip.ts'
import type { BgpNeighbor, Segment, SourceCheck, Tunnel } from '../intent.ts'
import { foreignLog } from '../decided.ts'
import type { PolicyInput } from './policy-input.ts'

/**
 * Hosts speak from their segment. A leased site may be stolen: at the hub its tunnel lets in what was planned behind
 * it, and nothing else.
 */
export function sourceChecks({ segments, tunnels, bgp }: PolicyInput): SourceCheck[] {
  const leased = (bgp?.neighbors ?? []).filter(({ relation }) => relation === 'leased-site')
  const sites = new Map(leased.map(neighbor => [neighbor.interface, neighbor]))
  return [
    ...segments.map(ofSegment),
    ...tunnels.flatMap(tunnel => {
      const site = sites.get(tunnel.interface.value)
      return site === undefined ? [] : [ofTunnel(tunnel, site)]
    }),
  ]
}

function ofSegment({ interface: name, v4, v6, dhcp, vlan }: Segment): SourceCheck {
  return {
    interface: { value: name, from: vlan.from },
    of: 'segment',
    v4: [{ value: networkOf(v4.value), from: v4.from }],
    v6: [{ value: networkOf(v6.value), from: v6.from }],
    dhcp: dhcp !== undefined,
  }
}

/** What the site may announce is what may be behind it; its own end of the tunnel speaks too. */
function ofTunnel({ interface: name, peerV4, peerV6, v4, v6, from }: Tunnel, { accepts }: BgpNeighbor): SourceCheck {
  const behind = accepts.map(pattern => ({ value: networkOf(pattern.prefix), from: pattern.from }))
  return {
    interface: { value: name.value, from: name.from.length > 0 ? name.from : from },
    of: 'tunnel',
    v4: [{ value: hostPrefix(peerV4), from: v4.from }, ...behind.filter(({ value }) => value.family === 4)],
    v6: [{ value: hostPrefix(peerV6), from: v6.from }, ...behind.filter(({ value }) => value.family === 6)],
    dhcp: false,
    log: { word: 'TUNNEL-SPOOF', ...foreignLog },
  }
}
