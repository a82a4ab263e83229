import type { Circuit, Network } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import { byText } from '../../text/order.ts'
import { fibreSide } from './fibre-side.ts'

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
