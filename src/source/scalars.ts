import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml'
import { remembered } from './remembered.ts'
import { camelCase, type Source, type Step } from './source.ts'
import { isRefused, yamlEvents, type YamlEvents } from './yaml-events.ts'

/** A word of a file, and the steps that lead to it. */
export interface Scalar {
  readonly path: readonly Step[]
  /** A key; its path ends with its own step. */
  readonly isKey: boolean
  readonly text: string
  /** Offsets, with its quotes; the end is exclusive. */
  readonly from: number
  readonly to: number
}

/** Every key and value of a file in the order of the text; none where it cannot be read. */
export const scalarsIn: (source: Source) => readonly Scalar[] = remembered(({ text }) => {
  const read = yamlEvents(text)
  return isRefused(read) || read.events.length < 2 ? [] : [...below(read, 1, [])]
})

/** The word at an offset; one that ends there counts too. */
export function scalarAt(source: Source, offset: number): Scalar | undefined {
  return scalarsIn(source).findLast(({ from, to }) => from <= offset && offset <= to)
}

function* below(read: YamlEvents, node: number, path: readonly Step[]): Generator<Scalar> {
  const event = read.events[node]
  if (event?.type === EVENT_ID.SCALAR) yield scalarOf(read, event, path, false)
  if (event?.type === EVENT_ID.SEQUENCE)
    for (const [i, child] of childrenOf(read, node).entries()) yield* below(read, child, [...path, i])
  if (event?.type === EVENT_ID.MAPPING) {
    const children = childrenOf(read, node)
    for (let i = 0; i + 1 < children.length; i += 2) {
      const [key, value] = [children[i] ?? 0, children[i + 1] ?? 0]
      const name = read.events[key]
      if (name?.type !== EVENT_ID.SCALAR) continue
      const here = [...path, camelCase(getScalarValue(read.text, name))]
      yield scalarOf(read, name, here, true)
      yield* below(read, value, here)
    }
  }
}

function childrenOf({ events, ends }: YamlEvents, node: number): number[] {
  const end = (ends[node] ?? 0) - 1
  const children: number[] = []
  for (let at = node + 1; at < end && events[at] !== undefined; at = ends[at] ?? end) children.push(at)
  return children
}

function scalarOf({ text }: YamlEvents, event: ScalarEvent & Event, path: readonly Step[], isKey: boolean): Scalar {
  const { valueStart, valueEnd, style } = event
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0
  const isThere = valueStart >= 0
  return {
    path,
    isKey,
    text: isThere ? getScalarValue(text, event) : '',
    from: isThere ? valueStart - quoted : -1,
    to: isThere ? valueEnd + quoted : -1,
  }
}
