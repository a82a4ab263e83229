import { itemAt } from '../../text/item-at.ts'
/** An edge of an undirected graph between two numbered nodes; several edges may join the same two. */
export type Edge = readonly [number, number]

export interface Bridges {
  /** By edge: whether its loss parts the two nodes that it joins. */
  readonly isBridge: readonly boolean[]
  /** Nodes that a bridge parts from the root. */
  readonly beyond: (edge: number) => readonly number[]
}

interface Walk {
  readonly node: number
  readonly by: number
  next: number
}

/**
 * Bridges of a graph (Tarjan 1974), as seen from a root; a part that the root does not reach has bridges, and nothing
 * beyond them.
 */
export function bridgesOf(nodes: number, edges: readonly Edge[], root: number): Bridges {
  const edgesOf = Array.from({ length: nodes }, (): number[] => [])
  for (const [i, [a, b]] of edges.entries()) {
    edgesOf[a]?.push(i)
    if (a !== b) edgesOf[b]?.push(i)
  }
  const [entered, low, size] = [new Int32Array(nodes).fill(-1), new Int32Array(nodes), new Int32Array(nodes).fill(1)]
  const order: number[] = []
  const far = new Map<number, number>()
  const enter = (node: number, by: number): Walk => {
    low[node] = entered[node] = order.length
    order.push(node)
    return { node, by, next: 0 }
  }
  const leave = ({ node, by }: Walk, above: number): void => {
    low[above] = Math.min(itemAt(low, above), itemAt(low, node))
    size[above] = itemAt(size, above) + itemAt(size, node)
    if (itemAt(low, node) > itemAt(entered, above)) far.set(by, node)
  }
  const walkFrom = (start: number): void => {
    const stack = [enter(start, -1)]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = edgesOf[top.node]?.[top.next++]
      if (edge === undefined) {
        stack.pop()
        const above = stack.at(-1)
        if (above !== undefined) leave(top, above.node)
        continue
      }
      const [a, b] = itemAt(edges, edge)
      const other = a === top.node ? b : a
      if (edge === top.by) continue
      if (entered[other] === -1) stack.push(enter(other, edge))
      else low[top.node] = Math.min(itemAt(low, top.node), itemAt(entered, other))
    }
  }
  walkFrom(root)
  const reached = order.length
  for (let node = 0; node < nodes; node++) if (entered[node] === -1) walkFrom(node)
  return {
    isBridge: edges.map((_, i) => far.has(i)),
    beyond(edge) {
      const node = far.get(edge)
      const at = node === undefined ? reached : itemAt(entered, node)
      return at < reached ? order.slice(at, at + itemAt(size, node as number)) : []
    },
  }
}
