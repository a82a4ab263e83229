import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { capital, things } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { logicalDrawing, type Drawing, type Edge, type Heading, type Node } from '../../render/topology/logical.ts'
import { usePaper } from '../parts/paged.ts'
import { paperZoom } from './paper.ts'
import { Scroll } from '../parts/scroll.tsx'

/** The drawing of the logical topology: lines and points below, names above them as texts, each a link. */
export function LogicalMap(): JSX.Element {
  const { say } = useReader()
  const { network } = useWorld()
  const drawing = useMemo(() => logicalDrawing(network), [network])
  const { width, height, hub, headings } = drawing
  const sheet = useRef<HTMLDivElement>(null)
  const bands = useMemo(() => bandsOf(drawing), [drawing])
  const shown = bands.slice(0, useGrowing(bands.length))
  useEffect(() => {
    const box = sheet.current?.parentElement
    // A narrow screen begins with the hub at its right: what is owned stands before it, what is leased behind.
    if (box instanceof HTMLElement) box.scrollLeft = hub.x + hub.width + 12 - box.clientWidth
  }, [drawing])
  return (
    <Scroll label={say(messages.network)} kind="logical">
      <div
        ref={sheet}
        class="sheet"
        style={{ width: `${width}px`, height: `${height}px`, '--paper-zoom': paperZoom(drawing, 'portrait') }}
      >
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-label={say(messages.networkHint)}>
          {shown.map(({ edges }) => edges)}
          <rect class="hub-box" x={hub.x} y={hub.top} width={hub.width} height={hub.bottom - hub.top} rx="8" />
          {shown.map(({ points }) => points)}
        </svg>
        <span class="name hub-name" style={{ left: `${hub.x + hub.width / 2}px`, top: `${hub.top + 18}px` }}>
          {network.hub.id}
        </span>
        {headings.map(heading => (
          <HeadingText key={`${heading.kind} ${heading.text} ${heading.y}`} heading={heading} />
        ))}
        {shown.map(({ names }) => names)}
      </div>
    </Scroll>
  )
}

/** A part of a long drawing. Its elements are made once: what stands drawn costs nothing while more of it comes. */
interface Band {
  readonly edges: JSX.Element
  readonly points: JSX.Element
  readonly names: JSX.Element
}

/** About a screen. */
const bandHeight = 800

function bandsOf(drawing: Drawing): readonly Band[] {
  const { edges, nodes } = drawing
  const numbers = Array.from({ length: Math.max(1, Math.ceil(drawing.height / bandHeight)) }, (_, i) => i)
  const edgesOf = Map.groupBy(edges, ({ points }) => bandAt(Math.min(...points.map(([, y]) => y))))
  const nodesOf = Map.groupBy(nodes, ({ y }) => bandAt(y))
  return numbers.map(number => {
    const own = nodesOf.get(number) ?? []
    return {
      edges: <Edges key={number} edges={edgesOf.get(number) ?? []} />,
      points: <Points key={number} nodes={own.filter(({ kind }) => kind === 'site')} drawing={drawing} />,
      names: <Names key={number} nodes={own} drawing={drawing} />,
    }
  })
}

function bandAt(y: number): number {
  return Math.max(0, Math.floor(y / bandHeight))
}

const breathMs = 30

/** The first part at once, the others one after the other: whoever goes on meanwhile waits for none of them. */
function useGrowing(all: number): number {
  const [grown, setGrown] = useState(1)
  useEffect(() => {
    if (grown >= all) return undefined
    const timer = setTimeout(() => setGrown(grown + 1), breathMs)
    return () => clearTimeout(timer)
  }, [grown, all])
  return usePaper() ? all : grown
}

function Edges({ edges }: { readonly edges: readonly Edge[] }): JSX.Element {
  return (
    <g>
      {edges.map((edge, i) => (
        <EdgeLine key={`${edge.id} ${i}`} edge={edge} />
      ))}
    </g>
  )
}

interface Drawn {
  readonly nodes: readonly Node[]
  readonly drawing: Drawing
}

function Points({ nodes, drawing }: Drawn): JSX.Element {
  return (
    <g>
      {nodes.map(({ id, x, y }, i) => (
        <circle key={`${id} ${i}`} class={isLeased(x, drawing) ? 'leased' : 'owned'} cx={x} cy={y} r="7" />
      ))}
    </g>
  )
}

function Names({ nodes, drawing }: Drawn): JSX.Element {
  return (
    <>
      {nodes.map((node, i) => (
        <NodeName key={`${node.id} ${i}`} node={node} drawing={drawing} />
      ))}
    </>
  )
}

function isLeased(x: number, { hub }: Drawing): boolean {
  return x > hub.x + hub.width
}

function EdgeLine({ edge }: { readonly edge: Edge }): JSX.Element {
  const { to } = useReader()
  const classes = ['edge', edge.kind, edge.isBackup ? 'backup' : '', edge.active ? '' : 'not-active'].filter(Boolean)
  const d = edge.points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return (
    <a href={to(edge.kind, edge.id)} tabIndex={-1} aria-label={edge.id}>
      <path class="edge-room" d={d} />
      <path class={classes.join(' ')} d={d}>
        <title>{edge.id}</title>
      </path>
    </a>
  )
}

function HeadingText({ heading: { text, kind, x, y } }: { readonly heading: Heading }): JSX.Element {
  const { say } = useReader()
  const word = kind === 'ring' ? say(messages.ring) : kind === 'spur' ? say(messages.spur) : say(things.provider)
  return (
    <span class={`name heading ${kind === 'provider' ? 'after' : 'before'}`} style={{ left: `${x}px`, top: `${y}px` }}>
      {text.startsWith(word) ? capital(text) : `${capital(word)} ${text}`}
    </span>
  )
}

function NodeName({
  node: { id, kind, x, y },
  drawing,
}: {
  readonly node: Node
  readonly drawing: Drawing
}): JSX.Element {
  const { to } = useReader()
  const { network } = useWorld()
  const leased = isLeased(x, drawing)
  const circuit = leased ? network.index.circuitsOfSite.get(id)?.[0] : undefined
  const [left, top] = leased ? [x + 14, y] : [x, kind === 'router' ? y : y + 21]
  const place = leased ? 'after' : kind === 'router' ? 'core' : 'under'
  return (
    <a href={to(kind, id)} class={`name ${place}`} style={{ left: `${left}px`, top: `${top}px` }}>
      {id}
      {circuit !== undefined && <span class="quiet"> {circuit.declared.bandwidthMbps} Mbit/s</span>}
    </a>
  )
}
