import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml'
import { rangeOf } from './lines.ts'
import { latest, remembered } from './remembered.ts'
import { camelCase, type Place, type Range, type Source, type Step } from './source.ts'
import { isRefused, yamlEvents, type YamlEvents } from './yaml-events.ts'

type Offsets = readonly [number, number]

/** Line and column of a place. Reads the file again, once, since nobody asks where nothing is wrong. */
export function locate(place: Place): Range {
  return rangeOf(place.source, offsetsOf(place))
}

/** Where a place stands in its file's text; the first sign of a file that cannot be read. */
export function offsetsOf(place: Place): Offsets {
  if (place.offsets !== undefined) return place.offsets
  const tree = treeOf(place.source)
  if (tree === undefined) return [0, 1]
  let node = rootNode
  let key: number | undefined
  for (const [i, step] of place.path.entries()) {
    const wantsLast = i === place.path.length - 1 && place.key === true && place.first !== true
    const child = childOf(tree, node, step, wantsLast)
    if (child === undefined) return key === undefined ? headOf(tree, node) : nodeOffsets(tree, key)
    key = child.key
    node = child.value
  }
  if (key !== undefined && (place.key === true || isEmpty(tree, node))) return nodeOffsets(tree, key)
  return isBlock(tree, node) ? headOf(tree, node) : nodeOffsets(tree, node)
}

/** Nodes are indices of events; the first event opens the document, the second is its content. */
const rootNode = 1

interface Tree extends YamlEvents {
  /**
   * Of maps that somebody asked for: their entries by name; a name that is written twice has its first and its last.
   */
  readonly maps: Map<number, ReadonlyMap<string, Twins>>
  readonly lists: Map<number, readonly number[]>
}

interface Child {
  readonly key: number | undefined
  readonly value: number
}

interface Twins {
  readonly first: Child
  last: Child
}

/** Trees of longer files are a hundred times their text: only that of the last one is kept. */
const longText = 100_000

const treeOf = (source: Source): Tree | undefined =>
  source.text.length > longText ? treeOfLong(source) : treeOfShort(source)
const treeOfShort = remembered(builtTree)
const treeOfLong = latest(builtTree)

function builtTree(source: Source): Tree | undefined {
  const read = yamlEvents(source.text)
  return isRefused(read) || read.events.length <= rootNode ? undefined : { ...read, maps: new Map(), lists: new Map() }
}

function childOf(tree: Tree, node: number, step: Step, wantsLast: boolean): Child | undefined {
  const type = tree.events[node]?.type
  if (type === EVENT_ID.SEQUENCE && typeof step === 'number') {
    const value = itemsOf(tree, node)[step]
    return value === undefined ? undefined : { key: undefined, value }
  }
  if (type !== EVENT_ID.MAPPING) return undefined
  const twins = entriesOf(tree, node).get(String(step))
  return wantsLast ? twins?.last : twins?.first
}

function itemsOf(tree: Tree, node: number): readonly number[] {
  const known = tree.lists.get(node)
  if (known !== undefined) return known
  const items = [...childrenOf(tree, node)]
  tree.lists.set(node, items)
  return items
}

function entriesOf(tree: Tree, node: number): ReadonlyMap<string, Twins> {
  const known = tree.maps.get(node)
  if (known !== undefined) return known
  const entries = new Map<string, Twins>()
  const children = childrenOf(tree, node)
  for (const key of children) {
    const { value } = children.next()
    const event = tree.events[key]
    if (value === undefined || event?.type !== EVENT_ID.SCALAR) continue
    const name = camelCase(getScalarValue(tree.text, event))
    const twins = entries.get(name)
    if (twins === undefined) entries.set(name, { first: { key, value }, last: { key, value } })
    else twins.last = { key, value }
  }
  tree.maps.set(node, entries)
  return entries
}

/** The events right below another. */
function* childrenOf({ events, ends }: YamlEvents, node: number): Generator<number, undefined> {
  const end = (ends[node] ?? 0) - 1
  for (let at = node + 1; at < end && events[at] !== undefined; at = ends[at] ?? end) yield at
  return undefined
}

function isEmpty({ events }: Tree, node: number): boolean {
  const event = events[node]
  return event?.type === EVENT_ID.SCALAR && event.valueStart < 0
}

function isBlock({ events }: Tree, node: number): boolean {
  const event = events[node]
  return (
    (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) && event.style === COLLECTION_STYLE.BLOCK
  )
}

/** A whole block is shown by its first value: the id of the thing that it declares. */
function headOf(tree: Tree, node: number): Offsets {
  const [first, second] = childrenOf(tree, node)
  if (first === undefined) return nodeOffsets(tree, node)
  if (tree.events[node]?.type === EVENT_ID.SEQUENCE) return headOf(tree, first)
  const shown = second !== undefined && tree.events[second]?.type === EVENT_ID.SCALAR && !isEmpty(tree, second)
  return nodeOffsets(tree, shown ? second : first)
}

function nodeOffsets({ text, events, ends }: Tree, node: number): Offsets {
  const event = events[node]
  const [start, end] = event === undefined ? [0, 1] : eventOffsets(text, event)
  if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return [start, Math.max(end, start + 1)]
  // The parser tells where a collection begins; it ends with the bracket behind the last of what is in it.
  const inside = events.slice(node + 1, (ends[node] ?? 0) - 1)
  const behind = inside.reduce((furthest, each) => Math.max(furthest, eventOffsets(text, each)[1]), end)
  const closing = text.indexOf(event.type === EVENT_ID.MAPPING ? '}' : ']', behind)
  return [start, closing < 0 ? behind : closing + 1]
}

function eventOffsets(text: string, event: Event): Offsets {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarOffsets(text, event)
    case EVENT_ID.ALIAS:
      return [event.anchorStart - 1, event.anchorEnd]
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return [event.start, event.start + 1]
    default:
      return [0, 1]
  }
}

/** With its quotes, or from the sign on that begins a block of text. */
function scalarOffsets(text: string, { style, valueStart, valueEnd }: ScalarEvent): Offsets {
  if (valueStart < 0) return [0, 1]
  switch (style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return [valueStart - 1, valueEnd + 1]
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const sign = text.lastIndexOf(style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>', valueStart)
      return [Math.max(sign, 0), valueEnd]
    }
    default:
      return [valueStart, valueEnd]
  }
}
