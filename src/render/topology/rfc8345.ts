import type { Network, Router } from '../../model/network.ts'
import type { LinkPlan, Plan, TunnelPlan } from '../../plan/plan.ts'
import { strandId, strandsOf, type Strand } from './light-path.ts'

interface Reference {
  readonly 'network-ref': string
}
interface Node {
  readonly 'node-id': string
  readonly 'supporting-node'?: readonly (Reference & { readonly 'node-ref': string })[]
  readonly 'ietf-network-topology:termination-point'?: readonly { readonly 'tp-id': string }[]
}
interface Link {
  readonly 'link-id': string
  readonly source: { readonly 'source-node': string; readonly 'source-tp': string }
  readonly destination: { readonly 'dest-node': string; readonly 'dest-tp': string }
  readonly 'supporting-link'?: readonly (Reference & { readonly 'link-ref': string })[]
}
interface Layer {
  readonly 'network-id': string
  readonly 'network-types': Readonly<Record<string, never>>
  readonly 'supporting-network'?: readonly Reference[]
  readonly node: readonly Node[]
  readonly 'ietf-network-topology:link': readonly Link[]
}

/**
 * The network as RFC 8345 sees it: strands of fibre between ODFs and closures, leased circuits as the provider hands
 * them over, and above both the routers with their links and tunnels. Each line is two one-way links.
 */
export function rfc8345(network: Network, plan: Plan): string {
  const name = network.declared.network
  const layers = [fibreLayer(network, name), leasedLayer(plan, name), routerLayer(network, plan, name)]
  const texts = layers.map(layer => `      ${layerText(layer)}`)
  return `{\n  "ietf-network:networks": {\n    "network": [\n${texts.join(',\n')}\n    ]\n  }\n}\n`
}

/** A line a node and a line a link: differences between two builds stay readable. */
function layerText({ node, 'ietf-network-topology:link': link, ...head }: Layer): string {
  const list = (items: readonly object[]): string => items.map(item => `\n          ${JSON.stringify(item)}`).join(',')
  return [
    `${JSON.stringify(head).slice(0, -1)},`,
    `        "node": [${list(node)}`,
    '        ],',
    `        "ietf-network-topology:link": [${list(link)}`,
    '        ]',
    '      }',
  ].join('\n')
}

function fibreLayer(network: Network, name: string): Layer {
  const strands = new Map<string, Strand>()
  for (const route of network.routes.values())
    for (const strand of strandsOf(network, route)) strands.set(strandId(strand), strand)
  const points = new Map<string, Set<string>>()
  for (const { from, to } of strands.values())
    for (const { structure, point } of [from, to]) setOf(points, structure).add(point)
  const ids = [...strands.keys()].sort()
  return {
    'network-id': `${name}:fibre`,
    'network-types': {},
    node: nodesOf(points, id => structureNode(network, id)),
    'ietf-network-topology:link': ids.flatMap(id => {
      const strand = strands.get(id)
      return strand === undefined
        ? []
        : bothWays(
            id,
            [structureNode(network, strand.from.structure), strand.from.point],
            [structureNode(network, strand.to.structure), strand.to.point],
          )
    }),
  }
}

/** `odf:odf-pemkab`, `closure:jc-utara-01`. */
function structureNode(network: Network, id: string): string {
  return `${network.structures.get(id)?.declared.kind ?? 'structure'}:${id}`
}

/**
 * Circuits between the port at the hub and the port at the site. An internet circuit comes in over each uplink that a
 * tunnel of it ends at.
 */
function leasedLayer({ leases }: Plan, name: string): Layer {
  const points = new Map<string, Set<string>>()
  const links: Link[] = []
  for (const { circuit, tunnels } of leases.values()) {
    for (const tunnel of tunnels) {
      const hub: End = [tunnel.core.id, hubPort(tunnel)]
      const site: End = [circuit.end.router.id, circuit.end.port]
      for (const [node, point] of [hub, site]) setOf(points, node).add(point)
      links.push(...bothWays(circuitId(tunnel), hub, site))
    }
  }
  return {
    'network-id': `${name}:leased`,
    'network-types': {},
    node: nodesOf(points, id => id),
    'ietf-network-topology:link': links,
  }
}

function hubPort({ circuit, core, uplink }: TunnelPlan): string {
  if (uplink !== undefined) return uplink.end.port
  return circuit.handoff?.ports.find(({ router }) => router.id === core.id)?.port ?? 'unknown'
}

function circuitId({ circuit, end }: TunnelPlan): string {
  return `circuit:${circuit.id}:${end}`
}

function routerLayer(network: Network, plan: Plan, name: string): Layer {
  const points = new Map<string, Set<string>>()
  for (const { router } of plan.routers.values()) setOf(points, router.id)
  const links: Link[] = []
  for (const link of plan.links.values()) {
    for (const { router, port } of [link.a, link.b]) setOf(points, router.id).add(port)
    links.push(...fibreLinks(network, link, `${name}:fibre`))
  }
  for (const { tunnels } of plan.leases.values()) {
    for (const tunnel of tunnels) {
      setOf(points, tunnel.core.id).add(tunnel.names.core)
      setOf(points, tunnel.site.id).add(tunnel.names.site)
      const id = circuitId(tunnel)
      links.push(
        ...bothWays(`tunnel:${tunnel.id}`, [tunnel.core.id, tunnel.names.core], [tunnel.site.id, tunnel.names.site], {
          forward: [{ 'network-ref': `${name}:leased`, 'link-ref': id }],
          back: [{ 'network-ref': `${name}:leased`, 'link-ref': `${id}:rev` }],
        }),
      )
    }
  }
  return {
    'network-id': `${name}:l3`,
    'network-types': {},
    'supporting-network': [{ 'network-ref': `${name}:fibre` }, { 'network-ref': `${name}:leased` }],
    node: nodesOf(points, id => id),
    'ietf-network-topology:link': links,
  }
}

/** `core-1:sfp28-6--pemda-2:sfp-sfpplus1` and its opposite, each over the strands that carry it. */
function fibreLinks(network: Network, { route, a, b }: LinkPlan, layer: string): Link[] {
  const strands = strandsOf(network, route)
  const over = (suffix: string): NonNullable<Link['supporting-link']> =>
    strands.map(strand => ({ 'network-ref': layer, 'link-ref': strandId(strand) + suffix }))
  const forward = wayOf(
    `${a.router.id}:${a.port}--${b.router.id}:${b.port}`,
    [a.router.id, a.port],
    [b.router.id, b.port],
    over(''),
  )
  const back = wayOf(
    `${b.router.id}:${b.port}--${a.router.id}:${a.port}`,
    [b.router.id, b.port],
    [a.router.id, a.port],
    over(':rev').toReversed(),
  )
  return [forward, back]
}

type End = readonly [node: Router['id'], point: string]

function bothWays(
  id: string,
  from: End,
  to: End,
  over?: { readonly forward: Link['supporting-link']; readonly back: Link['supporting-link'] },
): Link[] {
  return [wayOf(id, from, to, over?.forward), wayOf(`${id}:rev`, to, from, over?.back)]
}

function wayOf(id: string, from: End, to: End, over: Link['supporting-link']): Link {
  return {
    'link-id': id,
    source: { 'source-node': from[0], 'source-tp': from[1] },
    destination: { 'dest-node': to[0], 'dest-tp': to[1] },
    ...(over === undefined || over.length === 0 ? {} : { 'supporting-link': over }),
  }
}

function nodesOf(points: ReadonlyMap<string, ReadonlySet<string>>, named: (id: string) => string): Node[] {
  return [...points.keys()].sort().map(id => {
    const own = [...(points.get(id) ?? [])].sort()
    return {
      'node-id': named(id),
      ...(own.length === 0
        ? {}
        : { 'ietf-network-topology:termination-point': own.map(point => ({ 'tp-id': point })) }),
    }
  })
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = new Set<string>()
  map.set(key, made)
  return made
}
