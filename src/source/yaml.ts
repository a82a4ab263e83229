import { EVENT_ID, getScalarValue, SCALAR_STYLE, type AliasEvent, type Event, type ScalarEvent } from 'js-yaml'
import { hiddenSigns } from '../text/signs.ts'
import { camelCase, type Source, type Step } from './source.ts'
import { holdsTooMuch, isRefused, yamlEvents, type SyntaxReason, type YamlEvents } from './yaml-events.ts'
import { plainScalar } from './yaml-scalar.ts'

/** Something that a file's YAML may not hold, at the steps that lead to it. */
export interface YamlFault {
  readonly kind:
    | 'sign'
    | 'syntax'
    | 'size'
    | 'several'
    | 'duplicate-key'
    | 'alias'
    | 'key'
    | 'name'
    | 'tag'
    | 'depth'
    | 'empty'
  readonly path: readonly Step[]
  /** The word that is meant: a key, an anchor, a tag, the name of a sign. */
  readonly detail: string
  /** What the parser did not understand. */
  readonly reason?: SyntaxReason
  /** Where there are no steps: offsets into the text. */
  readonly offsets?: readonly [number, number]
}

interface Parsed {
  /** Plain data with keys as the code names them; undefined where there is none. */
  readonly data: unknown
  readonly faults: readonly YamlFault[]
}

/** More faults of a file's YAML than anybody reads are not collected. */
const mostFaults = 500

/** Text to plain data. Anchors are refused, so that nothing can be multiplied, and of two equal keys both are shown. */
export function parseYaml(source: Source): Parsed {
  const signs = signFaults(source.text)
  if (signs.length > 0) return { data: undefined, faults: signs }
  if (holdsTooMuch(source.text)) return alone({ kind: 'size', path: [], detail: '' })
  const parsed = dataOf(source)
  return source.text.length > mostEntries && isTooWide(parsed.data)
    ? alone({ kind: 'size', path: [], detail: '' })
    : parsed
}

/**
 * More entries in one list or group than this are not held against the model: each may be wrong in a way of its own.
 */
const mostEntries = 15_000

function isTooWide(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false
  const values: unknown[] = Object.values(data)
  return values.length > mostEntries || values.some(isTooWide)
}

/** A text with signs that nobody sees is read by nobody: what a reviewer takes for a comment may be a value. */
function signFaults(text: string): YamlFault[] {
  if (plain.test(text)) return []
  const faults: YamlFault[] = []
  for (const { at, length, name } of hiddenSigns(text)) {
    if (faults.length > mostFaults) break
    faults.push({ kind: 'sign', path: [], detail: name, offsets: [at, at + length] })
  }
  return faults
}

const plain = /^[\t\n\r\x20-\x7e]*$/

function dataOf({ text }: Source): Parsed {
  const read = yamlEvents(text)
  if (isRefused(read)) return alone({ ...read, path: [], detail: '' })
  const [document, content] = read.events
  if (document === undefined || content === undefined || isNothing(content))
    return alone({ kind: 'empty', path: [], detail: '' })
  const second = read.events[read.ends[0] ?? 0]
  if (second !== undefined) return alone({ kind: 'several', path: [], detail: '', offsets: secondDocument(read) })
  const reading: Reading = { read, at: 1, path: [], faults: [] }
  const data = nextValue(reading)
  return { data, faults: reading.faults.slice(0, mostFaults) }
}

function alone(fault: YamlFault): Parsed {
  return { data: undefined, faults: [fault] }
}

/** Where the line stands that ends the first of several documents. */
function secondDocument({ text, events, ends }: YamlEvents): readonly [number, number] {
  const last = events.slice(0, ends[0]).findLast(event => event.type === EVENT_ID.SCALAR)
  const from = last?.type === EVENT_ID.SCALAR ? last.valueEnd : 0
  const marker = /^(?:---|\.\.\.)/m
  const found = text.slice(from).search(marker)
  return found < 0 ? [0, 1] : [from + found, from + found + 3]
}

/** `path` is one array for the whole walk; only faults copy it. */
interface Reading {
  readonly read: YamlEvents
  at: number
  readonly path: Step[]
  readonly faults: YamlFault[]
}

/** The value that begins at the next event. */
function nextValue(reading: Reading): unknown {
  const event = reading.read.events[reading.at++]
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      checkProperties(reading, event)
      return event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0
        ? plainValue(textOf(reading, event), reading.path.at(-1))
        : textOf(reading, event)
    case EVENT_ID.SEQUENCE:
      checkProperties(reading, event)
      return listOf(reading)
    case EVENT_ID.MAPPING:
      checkProperties(reading, event)
      return mapOf(reading)
    case EVENT_ID.ALIAS:
      addFault(reading, 'alias', nameOfAnchor(reading, event))
      return undefined
    default:
      return null
  }
}

/**
 * YAML reads `600.000` as 600. Under a key that says rupiah a whole number with a point in it was meant as thousands:
 * it stays the text that it is, so that the model refuses it as it refuses `3.900.000`.
 */
function plainValue(text: string, key: Step | undefined): unknown {
  const value = plainScalar(text)
  const hasLostPoint = Number.isInteger(value) && text.includes('.')
  return hasLostPoint && typeof key === 'string' && /rupiah$/i.test(key) ? text : value
}

function listOf(reading: Reading): unknown[] {
  const list: unknown[] = []
  while (!closes(reading)) {
    reading.path.push(list.length)
    list.push(nextValue(reading))
    reading.path.pop()
  }
  return list
}

function mapOf(reading: Reading): Record<string, unknown> {
  const data = Object.create(null) as Record<string, unknown>
  while (!closes(reading)) {
    const name = keyOf(reading)
    if (name === undefined) {
      skip(reading)
      continue
    }
    const key = camelCase(name)
    reading.path.push(key)
    if (key === lostName) {
      addFault(reading, 'name', name)
      skip(reading)
    } else if (Object.hasOwn(data, key)) {
      addFault(reading, 'duplicate-key', name)
      skip(reading)
    } else data[key] = nextValue(reading)
    reading.path.pop()
  }
  return data
}

/**
 * No thing and no key can have this name, and where an object is copied it is what the copy inherits from: it would
 * vanish in silence.
 */
const lostName = '__proto__'

/**
 * The text of the next key. A number or a date is a fair name of a thing (a kecamatan code), a map, a list or nothing
 * is not.
 */
function keyOf(reading: Reading): string | undefined {
  const { read, at, path, faults } = reading
  const event = read.events[at]
  if (event?.type === EVENT_ID.SCALAR && !isNothing(event)) {
    const text = textOf(reading, event)
    if (event.style !== SCALAR_STYLE.PLAIN || plainScalar(text) !== null) {
      reading.at++
      checkProperties(reading, event)
      return text
    }
  }
  faults.push({ kind: 'key', path: [...path], detail: '', offsets: event === undefined ? [0, 1] : startOf(event) })
  skip(reading)
  return undefined
}

function startOf(event: Event): readonly [number, number] {
  if (event.type === EVENT_ID.SCALAR) return [Math.max(event.valueStart, 0), Math.max(event.valueEnd, 1)]
  if (event.type === EVENT_ID.ALIAS) return [event.anchorStart - 1, event.anchorEnd]
  const start = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : 0
  return [start, start + 1]
}

function closes(reading: Reading): boolean {
  if (reading.read.events[reading.at]?.type !== EVENT_ID.POP) return reading.at >= reading.read.events.length
  reading.at++
  return true
}

function skip(reading: Reading): void {
  reading.at = reading.read.ends[reading.at] ?? reading.at + 1
}

/** No value and no word for one. */
function isNothing(event: Event): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart < 0
}

function textOf({ read }: Reading, event: ScalarEvent): string {
  return getScalarValue(read.text, event)
}

interface Properties {
  readonly anchorStart: number
  readonly anchorEnd: number
  readonly tagStart: number
  readonly tagEnd: number
}

function checkProperties(reading: Reading, event: Properties): void {
  if (event.anchorStart >= 0) addFault(reading, 'alias', nameOfAnchor(reading, event))
  else if (event.tagStart >= 0) addFault(reading, 'tag', reading.read.text.slice(event.tagStart, event.tagEnd))
}

function nameOfAnchor(
  { read }: Reading,
  { anchorStart, anchorEnd }: Pick<AliasEvent, 'anchorStart' | 'anchorEnd'>,
): string {
  return read.text.slice(anchorStart, anchorEnd)
}

function addFault({ path, faults }: Reading, kind: YamlFault['kind'], detail: string): void {
  // One more than is collected, so that nothing is copied for the rest.
  if (faults.length <= mostFaults) faults.push({ kind, path: [...path], detail })
}
