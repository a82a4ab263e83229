import type { JSX } from 'preact'
import { capital, things } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { logicalDrawing, type Drawing, type Edge, type Heading, type Node } from './logical.ts'
import { Scroll } from '../parts/scroll.tsx'

/** The drawing of the logical topology, each line and point of it a link. */
export function LogicalMap(): JSX.Element {
  const { say } = useReader()
  const { network } = useWorld()
  const drawing = logicalDrawing(network)
  const { width, height, hub, nodes, edges, headings } = drawing
  return (
    <Scroll label={say(messages.network)} kind="logical">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-label={say(messages.networkHint)}>
        {edges.map((edge, i) => (
          <EdgeLine key={`${edge.id} ${i}`} edge={edge} />
        ))}
        <rect class="hub-box" x={hub.x} y={hub.top} width={hub.width} height={hub.bottom - hub.top} rx="8" />
        <text class="hub-name" x={hub.x + hub.width / 2} y={hub.top + 22} text-anchor="middle">
          {network.hub.id}
        </text>
        {headings.map(heading => (
          <HeadingText key={`${heading.kind} ${heading.text} ${heading.y}`} heading={heading} />
        ))}
        {nodes.map((node, i) => (
          <NodeMark key={`${node.id} ${i}`} node={node} drawing={drawing} />
        ))}
      </svg>
    </Scroll>
  )
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
    <text class="heading" x={x} y={y} text-anchor={kind === 'provider' ? 'start' : 'end'}>
      {capital(word)} {text}
    </text>
  )
}

function NodeMark({
  node: { id, kind, x, y },
  drawing,
}: {
  readonly node: Node
  readonly drawing: Drawing
}): JSX.Element {
  const { to } = useReader()
  const { network } = useWorld()
  const isLeased = x > drawing.hub.x + drawing.hub.width
  const isCore = kind === 'router'
  const circuit = isLeased ? network.index.circuitsOfSite.get(id)?.[0] : undefined
  return (
    <a href={to(kind, id)} class="node">
      {isCore ? (
        <rect class="core" x={x - 46} y={y - 14} width="92" height="28" rx="6" />
      ) : (
        <circle class={isLeased ? 'leased' : 'owned'} cx={x} cy={y} r="7" />
      )}
      <text
        x={isLeased ? x + 14 : x}
        y={isCore ? y + 4 : isLeased ? y + 4 : y + 24}
        text-anchor={isLeased ? 'start' : 'middle'}
      >
        {id}
        {circuit !== undefined && <tspan class="speed"> {circuit.declared.bandwidthMbps} Mbit/s</tspan>}
      </text>
    </a>
  )
}
