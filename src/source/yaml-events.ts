import { EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml'
import { unclosedBefore } from './yaml-unclosed.ts'

/** A YAML text as what stands in it, one event after the other, each knowing its offsets. */
export interface YamlEvents {
  readonly text: string
  readonly events: readonly Event[]
  /** By event, the index behind everything inside it. */
  readonly ends: Int32Array
}

/** Why a text was not read, and where. */
interface Refused {
  readonly kind: 'syntax' | 'depth' | 'size'
  /** What the parser did not understand, for syntax. */
  readonly reason: SyntaxReason
  readonly offsets: readonly [number, number]
}

/** Kinds of mistakes that people make in YAML. */
export type SyntaxReason =
  | 'tab'
  | 'indentation'
  | 'quote'
  | 'bracket'
  | 'closing'
  | 'comma'
  | 'escape'
  | 'key'
  | 'ended'
  | 'other'

const deepest = 40
/** A plant of 15,000 poles in one file comes near; beyond it a reader needs more memory than a file is worth. */
const mostValues = 150_000

/**
 * The one way by which text reaches the parser. How much there is in it is counted before; how deep it goes the parser
 * watches itself. A text that is refused once is refused in the same way by everybody who asks again.
 */
export function yamlEvents(text: string): YamlEvents | Refused {
  if (holdsTooMuch(text)) return { kind: 'size', reason: 'other', offsets: [0, 1] }
  try {
    const events = parseEvents(text, { maxDepth: deepest })
    return { text, events, ends: endsOf(events) }
  } catch (error) {
    if (error instanceof YAMLException) return refusal(text, error)
    throw error
  }
}

export function isRefused(read: YamlEvents | Refused): read is Refused {
  return 'kind' in read
}

/** Whether a text may hold more values than any file should; counted before anything is built. */
export function holdsTooMuch(text: string): boolean {
  return text.length > mostValues && valuesIn(text) > mostValues
}

/**
 * How many values a text may hold at most: each is announced by a colon, a dash, a comma, a question mark or a bracket.
 */
function valuesIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === comma || sign === openBracket || sign === openBrace) count++
    else if ((sign === colon || sign === dash || sign === question) && isSpace(text.charCodeAt(at + 1))) count++
  }
  return count
}

const [comma, colon, dash, question, openBracket, openBrace] = [44, 58, 45, 63, 91, 123]

/** A space, a line's end, or that of the text. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || Number.isNaN(code)
}

function endsOf(events: readonly Event[]): Int32Array {
  const ends = new Int32Array(events.length)
  const open: number[] = []
  for (const [i, { type }] of events.entries()) {
    if (type === EVENT_ID.POP) ends[open.pop() ?? i] = i + 1
    else if (type === EVENT_ID.SCALAR || type === EVENT_ID.ALIAS) ends[i] = i + 1
    else open.push(i)
  }
  return ends
}

function refusal(text: string, { reason, mark }: YAMLException): Refused {
  const at = Math.min(mark?.position ?? 0, text.length)
  if (reason.startsWith('nesting exceeded')) return { kind: 'depth', reason: 'other', offsets: [at, at + 1] }
  // Inside a quote or brackets, a line that begins too far left: mostly they were to end before it.
  if (reason === 'deficient indentation') return deficient(text, at)
  const known = reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other'
  return { kind: 'syntax', reason: known, offsets: known === 'key' ? wordBefore(text, at) : wordAt(text, at) }
}

function deficient(text: string, at: number): Refused {
  if (/[\]}]/.test(text[at] ?? '')) return { kind: 'syntax', reason: 'closing', offsets: [at, at + 1] }
  const opened = unclosedBefore(text, at)
  if (opened === undefined) return { kind: 'syntax', reason: 'indentation', offsets: wordAt(text, at) }
  return { kind: 'syntax', reason: opened.kind, offsets: [opened.at, opened.at + 1] }
}

/** The parser stops where a key should have been followed by its colon: the key is the last word before. */
function wordBefore(text: string, at: number): readonly [number, number] {
  const before = text.slice(0, at).trimEnd()
  const start = before.lastIndexOf('\n') + 1
  return wordAt(text, start + (/\S/.exec(before.slice(start))?.index ?? 0))
}

function wordAt(text: string, at: number): readonly [number, number] {
  const end = /[\s,\]}]/g
  end.lastIndex = at + 1
  return [at, end.exec(text)?.index ?? text.length]
}

/** The parser's own sentences by what they mean for somebody who types. */
const reasons: readonly (readonly [RegExp, SyntaxReason])[] = [
  [/tab characters/, 'tab'],
  [/quoted scalar/, 'quote'],
  [/flow collection entries|expected the node content, but found/, 'comma'],
  [/within a flow collection/, 'bracket'],
  [/implicit key|expected ':'/, 'key'],
  [/indentation/, 'indentation'],
  [/escape|hexadecimal/, 'escape'],
  [/end of the stream or a document separator/, 'ended'],
]
