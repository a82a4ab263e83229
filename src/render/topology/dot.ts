import type { Network, Router } from '../../model/network.ts'
import type { Plan, TunnelPlan } from '../../plan/plan.ts'
import { dotLabel, dotString } from '../text/escape.ts'
import { decimalText } from '../text/numbers.ts'

/** Routers and what joins them, for Graphviz: fibre in full lines, leased circuits dashed. */
export function dot(network: Network, plan: Plan): string {
  const routers = [...plan.routers.values()].map(({ router, site }) => nodeText(router, site.declared.name))
  const links = [...plan.links.values()].map(({ route: { id, declared }, a, b, active }) =>
    edge(a.router.id, b.router.id, [
      `label=${dotLabel([id, speed(declared.speedMbps)])}`,
      active ? 'style=solid' : 'style=dotted',
      'color="#0f6e66"',
      'penwidth=2',
    ]),
  )
  const circuits = [...plan.leases.values()].flatMap(({ circuit, tunnels, active }) =>
    coresOf(tunnels).map(core =>
      edge(core, circuit.end.router.id, [
        `label=${dotLabel([circuit.id, speed(circuit.declared.bandwidthMbps)])}`,
        active ? 'style=dashed' : 'style=dotted',
        'color="#9a4a00"',
      ]),
    ),
  )
  const root = network.hub.cores[0]?.id ?? network.hub.router.id
  return (
    [
      `graph ${dotString(network.declared.network)} {`,
      `  graph [layout=twopi, root=${dotString(root)}, overlap=false, ranksep=3, label=${dotString(network.declared.name)}, fontname="Helvetica"];`,
      '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=9];',
      '  edge [fontname="Helvetica", fontsize=7];',
      ...routers,
      ...links,
      ...circuits,
      '}',
    ].join('\n') + '\n'
  )
}

/** A circuit may end at one core over several uplinks: one line. */
function coresOf(tunnels: readonly TunnelPlan[]): string[] {
  return [...new Set(tunnels.map(({ core }) => core.id))]
}

function nodeText(router: Router, siteName: string): string {
  const shape = router.role === 'core' ? 'shape=doubleoctagon, ' : ''
  return `  ${dotString(router.id)} [${shape}label=${dotLabel([router.id, siteName])}];`
}

function edge(a: string, b: string, attributes: readonly string[]): string {
  return `  ${dotString(a)} -- ${dotString(b)} [${attributes.join(', ')}];`
}

function speed(mbps: number): string {
  return mbps >= 1000 ? `${decimalText(mbps / 1000)} Gbit/s` : `${decimalText(mbps)} Mbit/s`
}
