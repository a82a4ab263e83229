import type { Network, Router } from '../../model/network.ts'
import type { LeasePlan, LinkPlan, Plan, RouterPlan, TunnelPlan } from '../../plan/plan.ts'
import { dotLabel, dotString } from '../text/escape.ts'
import { notesOf } from '../text/notes.ts'
import { decimalText } from '../text/numbers.ts'
import { logicalDrawing } from './logical.ts'

/**
 * Routers and what joins them, for Graphviz: fibre in full lines, leased circuits dashed. They stand where the page
 * draws them, so that none lies over another whatever the version of Graphviz.
 */
export function dot(network: Network, plan: Plan): string {
  const routers = [...plan.routers.values()]
  const places = placesOf(network, routers)
  const parallel = Map.groupBy(plan.links.values(), ({ a, b }) => [a.router.id, b.router.id].sort().join(' '))
  const links = [...parallel.values()].flatMap(list =>
    list.map(({ a, b, active }, i) =>
      edge(a.router.id, b.router.id, [
        ...(i === 0 ? [`label=${dotLabel(list.flatMap(linkName))}`] : []),
        active ? 'style=solid' : 'style=dotted',
        'color="#0f6e66"',
        'penwidth=2',
      ]),
    ),
  )
  const circuits = [...plan.leases.values()].flatMap(({ circuit, tunnels, active }) =>
    coresOf(tunnels).map(core =>
      edge(core, circuit.end.router.id, [active ? 'style=dashed' : 'style=dotted', 'color="#9a4a00"']),
    ),
  )
  const bought = Map.groupBy(plan.leases.values(), ({ circuit }) => circuit.end.router.id)
  const about = [network.declared.name, ...notesOf(network).flatMap(({ id }) => folded(id, 100))]
  return (
    [
      `graph ${dotString(network.declared.network)} {`,
      `  graph [layout=neato, inputscale=72, splines=line, label=${dotLabel(about)}, fontname="Helvetica"];`,
      '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="Helvetica", fontsize=9, height=0.2, margin="0.05,0.03"];',
      '  edge [fontname="Helvetica", fontsize=7];',
      ...routers.map(({ router, site }) =>
        nodeText(router, places.get(router.id) ?? [0, 0], [
          ...shortened(folded(site.declared.name, 24)),
          ...(bought.get(router.id) ?? []).map(circuitName),
        ]),
      ),
      ...links,
      ...circuits,
      '}',
    ].join('\n') + '\n'
  )
}

type Spot = readonly [x: number, y: number]

/**
 * What the page draws in pixels, in points of 1/72 inch: names stand in the nodes here, and those of routes between
 * them.
 */
const stretch = { x: 1.7, y: 1.6 } as const

/** Upwards, by router; what no route and no circuit reaches stands in rows below. */
function placesOf(network: Network, routers: readonly RouterPlan[]): ReadonlyMap<string, Spot> {
  const { nodes, height } = logicalDrawing(network)
  const places = new Map<string, Spot>()
  for (const { id, kind, x, y } of nodes) {
    const router = kind === 'router' ? id : (network.sites.get(id)?.router.id ?? id)
    // Beside the cores: a line from one of them to it would run through the other.
    const aside = kind === 'router' && !network.hub.cores.some(core => core.id === id) ? 60 : 0
    if (!places.has(router)) places.set(router, [(x + aside) * stretch.x, -y * stretch.y])
  }
  const lost = routers.filter(({ router }) => !places.has(router.id))
  for (const [i, { router }] of lost.entries())
    places.set(router.id, [(i % 10) * 200, -(height + 40 + Math.floor(i / 10) * 60) * stretch.y])
  return places
}

/** A circuit may end at one core over several uplinks: one line. */
function coresOf(tunnels: readonly TunnelPlan[]): string[] {
  return [...new Set(tunnels.map(({ core }) => core.id))]
}

function nodeText(router: Router, [x, y]: Spot, lines: readonly string[]): string {
  const shape = router.role === 'core' ? 'shape=doubleoctagon, ' : ''
  return `  ${dotString(router.id)} [${shape}pos="${x.toFixed(1)},${y.toFixed(1)}!", label=${dotLabel([router.id, ...lines])}];`
}

function linkName({ route: { id, declared } }: LinkPlan): string[] {
  return [id, speed(declared.speedMbps)]
}

function circuitName({ circuit: { id, declared } }: LeasePlan): string {
  return `${id}, ${speed(declared.bandwidthMbps)}`
}

/** A text in lines of so many letters, broken between words. */
function folded(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, most))
  }
  return lines
}

/** Three lines have room in a row. */
function shortened([first, second, third, ...rest]: readonly string[]): string[] {
  const kept = [first, second, third].filter(line => line !== undefined)
  return rest.length === 0 ? kept : [...kept.slice(0, 2), `${third} …`]
}

function edge(a: string, b: string, attributes: readonly string[]): string {
  return `  ${dotString(a)} -- ${dotString(b)} [${attributes.join(', ')}];`
}

function speed(mbps: number): string {
  return mbps >= 1000 ? `${decimalText(mbps / 1000)} Gbit/s` : `${decimalText(mbps)} Mbit/s`
}
