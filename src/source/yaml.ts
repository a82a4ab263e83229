import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml'
import { everydayYaml, unread } from './everyday-yaml.ts'
import { camelCase, type Place, type Range, type Source, type Step } from './source.ts'

/** Something that a file's YAML may not hold, at the steps that lead to it. */
export interface YamlFault {
  readonly kind: 'syntax' | 'duplicate-key' | 'alias' | 'key' | 'tag' | 'depth' | 'empty'
  readonly path: readonly Step[]
  /** The parser's own reason, for syntax; the key, for a key. */
  readonly detail: string
  /** Where the parser stopped, for syntax: offsets into the text. */
  readonly offsets?: readonly [number, number]
}

export interface Parsed {
  /** Plain data with keys as the code names them; undefined where there is none. */
  readonly data: unknown
  readonly faults: readonly YamlFault[]
}

const deepest = 40
/** Brackets that open one inside the other, far beyond `deepest`: the library would still work through them for long. */
const endlessBrackets = /[[{](?:\s*[[{]){199}/
/** More faults of a file's YAML than anybody reads are not collected. */
const mostFaults = 500

/** Text to plain data. Anchors are refused, so that nothing can be multiplied; keys are compared by us, since the library's check is quadratic. */
export function parseYaml(source: Source): Parsed {
  const data = everydayYaml(source.text)
  return data === unread ? parseAnyYaml(source) : { data, faults: [] }
}

/** The same by the library, for what is not everyday. */
export function parseAnyYaml(source: Source): Parsed {
  if (endlessBrackets.test(source.text)) return { data: undefined, faults: [{ kind: 'depth', path: [], detail: '' }] }
  const document = documentOf(source)
  if (document === undefined) return { data: undefined, faults: [{ kind: 'depth', path: [], detail: '' }] }
  const syntax = document.errors[0]
  if (syntax !== undefined) {
    // The parser reports its own overflowing stack as a fault of the text, which it is.
    if (syntax.message.startsWith('Maximum call stack'))
      return { data: undefined, faults: [{ kind: 'depth', path: [], detail: '' }] }
    return {
      data: undefined,
      faults: [
        {
          kind: 'syntax',
          path: [],
          detail: syntax.message.split('\n')[0] ?? '',
          offsets: [syntax.pos[0], syntax.pos[1]],
        },
      ],
    }
  }
  if (document.contents === null) return { data: undefined, faults: [{ kind: 'empty', path: [], detail: '' }] }
  const faults: YamlFault[] = []
  return { data: plain(document.contents, [], faults), faults: faults.slice(0, mostFaults) }
}

function documentOf(source: Source): Document.Parsed | undefined {
  try {
    return parseDocument(source.text, { uniqueKeys: false, prettyErrors: false })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** `path` is one array for the whole walk; only faults copy it. */
function plain(node: unknown, path: Step[], faults: YamlFault[]): unknown {
  if (isScalar(node)) {
    if (node.tag !== undefined || node.anchor !== undefined)
      faults.push(fault(node.anchor === undefined ? 'tag' : 'alias', path, node.anchor ?? node.tag ?? ''))
    return typeof node.value === 'bigint' ? Number(node.value) : node.value
  }
  if (isAlias(node)) {
    faults.push(fault('alias', path, node.source))
    return undefined
  }
  if (path.length > deepest) {
    faults.push(fault('depth', path, ''))
    return undefined
  }
  if (isMap(node)) return plainMap(node, path, faults)
  if (!isSeq(node)) return null
  if (node.anchor !== undefined) faults.push(fault('alias', path, node.anchor))
  const list: unknown[] = []
  for (const item of node.items) {
    path.push(list.length)
    list.push(plain(item, path, faults))
    path.pop()
  }
  return list
}

function plainMap(map: YAMLMap, path: Step[], faults: YamlFault[]): Record<string, unknown> {
  if (map.anchor !== undefined) faults.push(fault('alias', path, map.anchor))
  const data: Record<string, unknown> = Object.create(null)
  for (const { key, value } of map.items) {
    if (!isScalar(key) || typeof key.value !== 'string') {
      // A number or a date is a fair name of a thing (a kecamatan code), a map or a list is not.
      if (!isScalar(key) || typeof key.value === 'object') {
        faults.push({ ...fault('key', path, ''), offsets: nodeOffsets(key as Node) })
        continue
      }
    }
    const name = camelCase(key.source ?? String(key.value))
    path.push(name)
    if (name in data) faults.push(fault('duplicate-key', path, String(key.value)))
    else data[name] = plain(value, path, faults)
    path.pop()
  }
  return data
}

function fault(kind: YamlFault['kind'], path: readonly Step[], detail: string): YamlFault {
  return { kind, path: [...path], detail }
}

const documents = new WeakMap<Source, { readonly document: Document.Parsed | undefined }>()

/** Line and column of a place. Parses the file again, once, since nobody asks where nothing is wrong. */
export function locate(place: Place): Range {
  return rangeOf(place.source, offsetsOf(place))
}

/** Lines and columns of two offsets; a range never goes past its first line, so that a caret can stand under it. */
export function rangeOf(source: Source, [start, end]: readonly [number, number]): Range {
  const starts = lineStartsOf(source)
  const from = Math.min(start, source.text.length)
  const line = lineAt(starts, from)
  const lineStart = starts[line - 1] as number
  const lineEnd = (starts[line] ?? source.text.length + 1) - 1
  const column = from - lineStart + 1
  return { line, column, endLine: line, endColumn: column + Math.max(Math.min(end, lineEnd) - from, 1) }
}

/** The text of a line, counted from 1, without its end. Undefined where the file has no such line. */
export function lineOf(source: Source, line: number): string | undefined {
  const starts = lineStartsOf(source)
  const start = starts[line - 1]
  if (start === undefined) return undefined
  const next = starts[line]
  return source.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '')
}

const lineStarts = new WeakMap<Source, readonly number[]>()

function lineStartsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source)
  if (known !== undefined) return known
  const starts = [0]
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1)
  lineStarts.set(source, starts)
  return starts
}

/** The line, counted from 1, that an offset stands on. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

function parsedOnce(source: Source): Document.Parsed | undefined {
  let known = documents.get(source)
  if (known === undefined) {
    known = { document: documentOf(source) }
    documents.set(source, known)
  }
  return known.document
}

const absent = Symbol('no such step')

export function offsetsOf(place: Place): readonly [number, number] {
  if (place.offsets !== undefined) return place.offsets
  const document = parsedOnce(place.source)
  if (document === undefined || document.contents === null) return [0, 1]
  let node: unknown = document.contents
  let key: Node | undefined
  for (const [i, step] of place.path.entries()) {
    const last = i === place.path.length - 1
    const pair = isMap(node) ? pairOf(node, step, last && place.key === true && place.first !== true) : undefined
    const next: unknown =
      pair === undefined ? (isSeq(node) && typeof step === 'number' ? node.items[step] : absent) : pair.value
    if (next === absent || next === undefined) return key === undefined ? headOf(node) : nodeOffsets(key)
    key = pair === undefined ? undefined : (pair.key as Node)
    node = next
  }
  if (place.key === true && key !== undefined) return nodeOffsets(key)
  if (node === null && key !== undefined) return nodeOffsets(key)
  return isMap(node) || isSeq(node)
    ? node.flow === true
      ? nodeOffsets(node)
      : headOf(node)
    : nodeOffsets(node as Node)
}

function pairOf(map: YAMLMap, step: Step, wantsLast: boolean): Pair | undefined {
  const matches = (pair: Pair): boolean =>
    isScalar(pair.key) && camelCase(pair.key.source ?? String(pair.key.value)) === String(step)
  return wantsLast ? map.items.findLast(matches) : map.items.find(matches)
}

/** A whole block is shown by its first value: the id of the thing that it declares. */
function headOf(node: unknown): readonly [number, number] {
  if (isSeq(node) && node.items.length > 0) return headOf(node.items[0])
  if (!isMap(node)) return nodeOffsets(node as Node)
  const first = node.items[0]
  if (first === undefined || !isPair(first)) return nodeOffsets(node)
  return isScalar(first.value) && first.value.range !== undefined && first.value.range !== null
    ? nodeOffsets(first.value)
    : nodeOffsets(first.key as Node)
}

function nodeOffsets(node: Node): readonly [number, number] {
  const range = node.range
  return range === undefined || range === null ? [0, 1] : [range[0], Math.max(range[1], range[0] + 1)]
}
