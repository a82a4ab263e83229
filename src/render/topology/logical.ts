import type { Circuit, FibreRoute, Network } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import { byText } from '../../text/order.ts'

/** A site, or a core at the hub, on the drawing. */
export interface Node {
  readonly id: string
  readonly kind: 'site' | 'router'
  readonly x: number
  readonly y: number
}

export interface Edge {
  readonly kind: 'route' | 'circuit'
  readonly id: string
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly isBackup: boolean
  readonly active: boolean
}

export interface Heading {
  readonly text: string
  readonly kind: 'ring' | 'provider' | 'spur'
  readonly x: number
  readonly y: number
}

/** In pixels; the hub is a bar from top to bottom. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly hub: { readonly x: number; readonly width: number; readonly top: number; readonly bottom: number }
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  readonly headings: readonly Heading[]
}

/** Room for a name of 24 letters under or beside a node. */
const step = 142
const rowHeight = 84
const hubWidth = 130
const leasedRow = 30

/** Hub in the middle; to its left rings as loops and spurs as arms, to its right leased circuits by provider. */
export const logicalDrawing: (network: Network) => Drawing = remembered(network => {
  const left = fibreSide(network)
  const columns = Math.max(1, ...left.rows.map(({ sites }) => sites.length))
  const hubX = columns * step + 110
  const right = leasedSide(network, hubX + hubWidth)
  const height = Math.max(left.height, right.height, 320) + 40
  const hub = { x: hubX, width: hubWidth, top: 20, bottom: height - 20 }
  const nodes = left.rows.flatMap(({ sites, y }) =>
    sites.map((id, i): Node => ({ id, kind: 'site', x: hubX - (i + 1) * step + 30, y })),
  )
  const at = new Map(nodes.map(node => [node.id, node]))
  return {
    width: right.width,
    height,
    hub,
    nodes: [...nodes, ...coreNodes(network, hub), ...right.nodes],
    edges: [...fibreEdges(network, at, hubX), ...right.edges],
    headings: [
      ...left.headings.map(({ text, kind, y }): Heading => ({ text, kind, x: hubX - 14, y })),
      ...right.headings,
    ],
  }
})

interface Row {
  readonly sites: readonly string[]
  readonly y: number
}

interface FibreSide {
  readonly rows: readonly Row[]
  readonly headings: readonly Omit<Heading, 'x'>[]
  readonly height: number
}

/** Each ring with the spurs that hang on it right below, then those of the hub. */
function fibreSide(network: Network): FibreSide {
  const drawn = new Set<string>([network.hub.id])
  const rings = ringsOf(network).map(([ring, routes]) => {
    const chain = chainOf(network, routes).filter(site => !drawn.has(site))
    for (const site of chain) drawn.add(site)
    return { ring, chain }
  })
  const home = new Map(rings.flatMap(({ ring, chain }) => chain.map(site => [site, ring] as const)))
  const arms = Map.groupBy(armsOf(network, drawn), ({ from, sites }) => {
    const ring = home.get(from)
    // What hangs on a spur hangs on its ring.
    if (ring !== undefined) for (const site of sites) home.set(site, ring)
    return ring
  })
  const side: Growing = { rows: [], headings: [], height: 30 }
  for (const { ring, chain } of rings) {
    const own = arms.get(ring) ?? []
    placeRing(side, ring, turned(chain, new Set(own.map(({ from }) => from))))
    for (const arm of own) placeArm(side, arm)
  }
  for (const arm of arms.get(undefined) ?? []) placeArm(side, arm)
  return side
}

/** The way round that has what spurs hang on in its lower row, so that they cross nothing. */
function turned(chain: readonly string[], holding: ReadonlySet<string>): readonly string[] {
  const half = Math.ceil(chain.length / 2)
  const above = chain.slice(0, half).filter(site => holding.has(site)).length
  const below = chain.slice(half).filter(site => holding.has(site)).length
  return above > below ? chain.toReversed() : chain
}

interface Growing {
  readonly rows: Row[]
  readonly headings: Omit<Heading, 'x'>[]
  height: number
}

function placeRing(side: Growing, ring: string, chain: readonly string[]): void {
  const y = side.height
  const half = Math.ceil(chain.length / 2)
  side.headings.push({ text: ring, kind: 'ring', y: y + 6 })
  side.rows.push(
    { sites: chain.slice(0, half), y: y + 36 },
    { sites: chain.slice(half).reverse(), y: y + 36 + rowHeight },
  )
  side.height = y + rowHeight * 2 + 30
}

function placeArm(side: Growing, { from, sites }: Arm): void {
  side.headings.push({ text: from, kind: 'spur', y: side.height + 6 })
  side.rows.push({ sites, y: side.height + 36 })
  side.height += rowHeight + 10
}

function ringsOf({ routes }: Network): [string, FibreRoute[]][] {
  const rings = Map.groupBy(
    [...routes.values()].filter(({ declared }) => declared.ring !== undefined),
    ({ declared }) => declared.ring ?? '',
  )
  return [...rings].sort(byText(([ring]) => ring))
}

/** Sites of a ring from the hub round to the hub; of one that is open, from its end. */
function chainOf({ hub }: Network, routes: readonly FibreRoute[]): string[] {
  const next = new Map<string, string[]>()
  for (const { a, b } of routes) {
    for (const [from, to] of [
      [a.router.siteId, b.router.siteId],
      [b.router.siteId, a.router.siteId],
    ] as const)
      next.set(from, [...(next.get(from) ?? []), to])
  }
  const seen = new Set<string>([hub.id])
  const order: string[] = []
  const walk = (start: string): void => {
    for (let at: string | undefined = start; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      order.push(at)
      const here: string = at
      at = (next.get(here) ?? []).find(site => !seen.has(site))
    }
  }
  for (const site of next.get(hub.id) ?? []) walk(site)
  for (const site of next.keys()) walk(site)
  return order
}

interface Arm {
  readonly from: string
  readonly sites: readonly string[]
}

/** What hangs on something that is drawn already, a chain at a time. */
function armsOf(network: Network, drawn: Set<string>): Arm[] {
  const arms: Arm[] = []
  const ends = [...network.routes.values()].map(({ a, b }) => [a.router.siteId, b.router.siteId] as const)
  for (let found = true; found; ) {
    found = false
    for (const [one, other] of ends) {
      const [from, first] = drawn.has(one) ? [one, other] : [other, one]
      if (!drawn.has(from) || drawn.has(first)) continue
      const sites: string[] = []
      for (let at: string | undefined = first; at !== undefined; ) {
        drawn.add(at)
        sites.push(at)
        const here: string = at
        const onward = ends.find(pair => pair.includes(here) && pair.some(site => !drawn.has(site)))
        at = onward?.find(site => site !== here)
      }
      arms.push({ from, sites })
      found = true
    }
  }
  return arms
}

function coreNodes({ hub }: Network, box: Drawing['hub']): Node[] {
  const x = box.x + box.width / 2
  const routers = [...hub.cores, hub.router]
  const room = (box.bottom - box.top) / (routers.length + 1)
  return routers.map(({ id }, i) => ({ id, kind: 'router', x, y: box.top + room * (i + 1) }))
}

function fibreEdges({ routes, hub }: Network, at: ReadonlyMap<string, Node>, hubX: number): Edge[] {
  return [...routes.values()].flatMap(({ id, a, b, active }): Edge[] => {
    const [one, other] = [at.get(a.router.siteId), at.get(b.router.siteId)]
    const base = { kind: 'route' as const, id, isBackup: false, active }
    if (one !== undefined && other !== undefined) return [{ ...base, points: between(one, other) }]
    const node = one ?? other
    const isToHub = a.router.siteId === hub.id || b.router.siteId === hub.id
    return node === undefined || !isToHub
      ? []
      : [
          {
            ...base,
            points: [
              [node.x, node.y],
              [hubX, node.y],
            ],
          },
        ]
  })
}

/** Straight along a row; else around the outer end, between two columns of names. */
function between(a: Node, b: Node): Edge['points'] {
  if (a.y === b.y)
    return [
      [a.x, a.y],
      [b.x, b.y],
    ]
  const outer = Math.min(a.x, b.x) - step / 2
  return [
    [a.x, a.y],
    [outer, a.y],
    [outer, b.y],
    [b.x, b.y],
  ]
}

interface LeasedSide {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  readonly headings: readonly Heading[]
  readonly height: number
  readonly width: number
}

/** Rows of circuits, a column more for every forty. */
const perColumn = 40

function leasedSide({ circuits }: Network, x: number): LeasedSide {
  const nodes: Node[] = []
  const edges: Edge[] = []
  const headings: Heading[] = []
  let y = 30
  let widest = 1
  const byProvider = [...Map.groupBy(circuits.values(), ({ provider }) => provider.id)].sort(byText(([id]) => id))
  for (const [provider, list] of byProvider) {
    headings.push({ text: provider, kind: 'provider', x: x + 20, y: y + 6 })
    for (const [i, circuit] of list.entries()) {
      const column = Math.floor(i / perColumn)
      widest = Math.max(widest, column + 1)
      const [nodeX, nodeY] = [x + 150 + column * 300, y + 30 + (i % perColumn) * leasedRow]
      nodes.push({ id: circuit.site.id, kind: 'site', x: nodeX, y: nodeY })
      edges.push(leasedEdge(circuit, [x, nodeX, nodeY]))
    }
    y += Math.min(list.length, perColumn) * leasedRow + 50
  }
  return { nodes, edges, headings, height: y, width: x + 150 + widest * 300 }
}

function leasedEdge({ id, declared, active }: Circuit, [hubX, x, y]: readonly [number, number, number]): Edge {
  return {
    kind: 'circuit',
    id,
    isBackup: declared.role === 'backup',
    active,
    points: [
      [hubX, y],
      [x, y],
    ],
  }
}
