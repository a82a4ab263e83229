import { camelCase } from './source.ts'

/**
 * Reads the YAML that inventories are written in: blocks by indentation, flow collections and scalars of one line. It is some twenty times
 * as fast as the library, which has the last word on everything else: `unread` is given up on, never guessed at. Whatever is read here the
 * library reads the same, without a fault; a test holds them side by side.
 */
export function everydayYaml(text: string): unknown {
  if (unusual.test(text)) return unread
  const cursor: Cursor = { lines: text.split('\n'), at: 0 }
  skipBlank(cursor)
  const data = block(cursor, 0)
  return cursor.at === cursor.lines.length && data !== null && typeof data === 'object' ? data : unread
}

/** The text holds something that only the library reads, or nothing at all, or a fault that only the library can name. */
export const unread = Symbol('unread')

type Read = unknown

interface Cursor {
  readonly lines: string[]
  /** The next line that is not blank. */
  at: number
}

// Tabs, other line breaks, control characters, a byte order mark.
const unusual = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/
const plainKey = /^(?!__proto__$)[A-Za-z0-9_][A-Za-z0-9_./-]*$/
const deepest = 30
const none = -1

function skipBlank(cursor: Cursor): void {
  for (; cursor.at < cursor.lines.length; cursor.at++) {
    const line = cursor.lines[cursor.at] as string
    const indent = indentOf(line)
    if (indent < line.length && line[indent] !== '#') return
  }
}

function indentOf(line: string): number {
  let indent = 0
  while (line.charCodeAt(indent) === 32) indent++
  return indent
}

/** Indent of the next line; none at the end. */
function nextIndent({ lines, at }: Cursor): number {
  return at < lines.length ? indentOf(lines[at] as string) : none
}

/** A map or list whose lines begin where the next one does. */
function block(cursor: Cursor, depth: number): Read {
  const indent = nextIndent(cursor)
  if (indent === none || depth > deepest) return unread
  return startsItem(cursor.lines[cursor.at] as string, indent)
    ? list(cursor, indent, depth)
    : map(cursor, indent, depth)
}

function startsItem(line: string, indent: number): boolean {
  return line[indent] === '-' && (line.length === indent + 1 || line[indent + 1] === ' ')
}

function map(cursor: Cursor, indent: number, depth: number): Read {
  const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  while (nextIndent(cursor) === indent) {
    const line = cursor.lines[cursor.at] as string
    const colon = startsItem(line, indent) ? none : colonAfterKey(line, indent)
    const name = colon === none ? unread : keyOf(line.slice(indent, colon))
    if (typeof name !== 'string' || name in data) return unread
    const value = valueAfter(cursor, line, colon + 1, indent, depth)
    if (value === unread) return unread
    data[name] = value
  }
  return nextIndent(cursor) > indent ? unread : data
}

/** Where the colon behind a key stands; none where the line has no key. */
function colonAfterKey(line: string, start: number): number {
  const quote = line[start]
  const from = quote === '"' || quote === "'" ? line.indexOf(quote, start + 1) : start
  if (from < 0) return none
  const colon = line.indexOf(':', from)
  return colon >= 0 && (colon === line.length - 1 || line[colon + 1] === ' ') ? colon : none
}

function keyOf(text: string): string | typeof unread {
  const quote = text[0]
  if (quote !== '"' && quote !== "'") return plainKey.test(text) && !isNull(text) ? camelCase(text) : unread
  const name = text.slice(1, -1)
  return text.length > 1 && text.endsWith(quote) && plainKey.test(name) ? camelCase(name) : unread
}

/** What stands behind a key: on its line, or in the block below. */
function valueAfter(
  cursor: Cursor,
  line: string,
  start: number,
  indent: number,
  depth: number,
  behindKey = true,
): Read {
  const from = start + indentOf(line.slice(start))
  cursor.at++
  skipBlank(cursor)
  const next = nextIndent(cursor)
  if (from < line.length && line[from] !== '#') return next > indent ? unread : inline(line, from)
  if (next > indent) return block(cursor, depth + 1)
  return behindKey && next === indent && startsItem(cursor.lines[cursor.at] as string, indent)
    ? list(cursor, indent, depth + 1)
    : null
}

function list(cursor: Cursor, indent: number, depth: number): Read {
  const items: unknown[] = []
  while (nextIndent(cursor) === indent && startsItem(cursor.lines[cursor.at] as string, indent)) {
    const item = itemOf(cursor, indent, depth)
    if (item === unread) return unread
    items.push(item)
  }
  return nextIndent(cursor) > indent ? unread : items
}

function itemOf(cursor: Cursor, indent: number, depth: number): Read {
  const line = cursor.lines[cursor.at] as string
  const from = indent + 1 + indentOf(line.slice(indent + 1))
  // Only a key may have its list on its own indentation.
  if (from === line.length || line[from] === '#') return valueAfter(cursor, line, from, indent, depth, false)
  const isFlow = line[from] === '{' || line[from] === '['
  if (isFlow || (!startsItem(line, from) && colonOfItem(line, from) === none))
    return valueAfter(cursor, line, from, indent, depth)
  // What stands behind the dash is a block of its own, which begins right there.
  cursor.lines[cursor.at] = ' '.repeat(from) + line.slice(from)
  return block(cursor, depth + 1)
}

function colonOfItem(line: string, from: number): number {
  const colon = colonAfterKey(line, from)
  return colon === none || keyOf(line.slice(from, colon)) === unread ? none : colon
}

/** A value that ends on its line, with nothing but a comment behind it. */
function inline(line: string, start: number): Read {
  const first = line[start]
  const scan: Scan = { line, at: start }
  if (first === '{' || first === '[') return restOf(scan, flow(scan, 0))
  if (first === '"' || first === "'") return restOf(scan, quoted(scan))
  const comment = line.indexOf(' #', start)
  const text = (comment < 0 ? line : line.slice(0, comment)).slice(start).trimEnd()
  return text.includes(': ') || text.endsWith(':') ? unread : scalar(text)
}

interface Scan {
  readonly line: string
  at: number
}

function restOf({ line, at }: Scan, value: Read): Read {
  const from = at + indentOf(line.slice(at))
  return from === line.length || (line[from] === '#' && from > at) ? value : unread
}

function skipSpaces(scan: Scan): void {
  while (scan.line.charCodeAt(scan.at) === 32) scan.at++
}

function flow(scan: Scan, depth: number): Read {
  if (depth > deepest) return unread
  const first = scan.line[scan.at]
  if (first === '{') return flowMap(scan, depth)
  if (first === '[') return flowList(scan, depth)
  return first === '"' || first === "'" ? quoted(scan) : flowScalar(scan)
}

function flowList(scan: Scan, depth: number): Read {
  const items: unknown[] = []
  for (scan.at++; ; scan.at++) {
    skipSpaces(scan)
    if (items.length === 0 && scan.line[scan.at] === ']') break
    const item = flow(scan, depth + 1)
    if (item === unread) return unread
    items.push(item)
    skipSpaces(scan)
    if (scan.line[scan.at] === ']') break
    if (scan.line[scan.at] !== ',') return unread
  }
  scan.at++
  return items
}

function flowMap(scan: Scan, depth: number): Read {
  const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (scan.at++; ; scan.at++) {
    skipSpaces(scan)
    if (scan.line[scan.at] === '}' && scan.line[scan.at - 1] !== ',' && Object.keys(data).length === 0) break
    const colon = colonAfterKey(scan.line, scan.at)
    const name = colon === none || colon === scan.line.length - 1 ? unread : keyOf(scan.line.slice(scan.at, colon))
    if (typeof name !== 'string' || name in data) return unread
    scan.at = colon + 1
    skipSpaces(scan)
    const value = flow(scan, depth + 1)
    if (value === unread) return unread
    data[name] = value
    skipSpaces(scan)
    if (scan.line[scan.at] === '}') break
    if (scan.line[scan.at] !== ',') return unread
  }
  scan.at++
  return data
}

const endOfFlowScalar = /[,[\]{}]|: | #|:$/g

function flowScalar(scan: Scan): Read {
  endOfFlowScalar.lastIndex = scan.at
  const end = endOfFlowScalar.exec(scan.line)
  if (end === null || (end[0] !== ',' && end[0] !== ']' && end[0] !== '}')) return unread
  const text = scan.line.slice(scan.at, end.index).trimEnd()
  scan.at = end.index
  return text === '' || text.endsWith(':') ? unread : scalar(text)
}

/** A string in quotes, without escapes but those that JSON shares. */
function quoted(scan: Scan): Read {
  const { line, at } = scan
  const quote = line[at] as string
  const end = line.indexOf(quote, at + 1)
  if (end < 0) return unread
  const text = line.slice(at + 1, end)
  // Escapes and doubled quotes are the library's.
  if (quote === '"' ? text.includes('\\') : line[end + 1] === quote) return unread
  scan.at = end + 1
  return text
}

const integer = /^[-+]?[0-9]+$/
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/
const otherNumber = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|0[xo][0-9a-fA-F]+|[-+]?\.(?:inf|nan))$/i
const beginsNumber = /^[-+.0-9]/
const beginsSomethingElse = /^[?:,[\]{}#&*!|>'"%@`]|^-(?: |$)/

/** An unquoted scalar by the core schema of YAML 1.2. */
function scalar(text: string): Read {
  if (beginsSomethingElse.test(text)) return unread
  if (beginsNumber.test(text)) {
    if (integer.test(text)) return Number.isSafeInteger(Number(text)) ? Number(text) : unread
    if (decimal.test(text)) return Number(text)
    return otherNumber.test(text) || /^(?:---|\.\.\.)/.test(text) ? unread : text
  }
  if (isNull(text)) return null
  if (text === 'true' || text === 'True' || text === 'TRUE') return true
  return text === 'false' || text === 'False' || text === 'FALSE' ? false : text
}

function isNull(text: string): boolean {
  return text === 'null' || text === '~' || text === 'Null' || text === 'NULL' || text === ''
}
