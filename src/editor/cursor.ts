import { scalarsIn, type Scalar } from '../source/scalars.ts'
import type { Source, Step } from '../source/source.ts'
import { closersOf, withoutBrokenLines, withOnlyWhatHolds } from './half-written.ts'

/**
 * Where somebody types: the steps to the word that will stand there, the word so far, and what of the text it takes the
 * place of.
 */
export interface Cursor {
  /** To the value; for a key, to the map that will hold it. */
  readonly path: readonly Step[]
  readonly wants: 'key' | 'value'
  readonly typed: string
  readonly from: number
  readonly to: number
  /** Stands on a line of its own, or behind the sign of an item: a map or a list may begin here. */
  readonly isAlone: boolean
  /** A colon follows already. */
  readonly hasColon: boolean
  /** Between the quotes of a value. */
  readonly isQuoted: boolean
  /** What a value still needs before it: the space behind a colon. */
  readonly lead: '' | ' '
  /** The text with a word of ours at the cursor, which parses where the file itself may not yet. */
  readonly source: Source
}

const word = 'zz-cursor-zz'
const inWord = /[\p{L}\p{N}_./:+-]/u

/** Of longer files what stands beside the cursor is not looked for while they are broken: every try reads all of it. */
const longText = 200_000

/**
 * A file is rarely whole while it is typed. So a word is put where the cursor is, as a value and then as a key, in the
 * text as it stands, then without the lines that are broken by themselves, and last in nothing but the lines that lead
 * to it: the first text that parses tells the steps.
 */
export function cursorAt({ path, text }: Source, offset: number): Cursor | undefined {
  const [from, to, lead] = wordAround(text, offset)
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', to)
  const end = lineEnd < 0 ? text.length : lineEnd
  const line: Line = {
    head: text.slice(lineStart, from) + lead,
    tail: text.slice(to, end),
    above: text.slice(0, lineStart),
    below: text.slice(end),
  }
  const hasColon = /^[ \t]*:(\s|$)/.test(line.tail)
  for (const attempt of attempts(line, hasColon, text.length > longText)) {
    const source = { path, text: attempt }
    const found = scalarsIn(source).find(scalar => scalar.text === word)
    if (found === undefined) continue
    return {
      ...stepsOf(found),
      typed: text.slice(from, to),
      from,
      to,
      isAlone: /^[\s-]*$/.test(line.head),
      hasColon,
      isQuoted: found.to - found.from > word.length,
      lead,
      source,
    }
  }
  return undefined
}

/** The line of the cursor, before and behind the word that is typed, and what stands above and below it. */
interface Line {
  readonly head: string
  readonly tail: string
  readonly above: string
  readonly below: string
}

function* attempts(line: Line, hasColon: boolean, isLong: boolean): Generator<string> {
  const { above, below } = line
  yield* wordsIn(line, hasColon)
  if (below.trim() !== '') yield* wordsIn({ ...line, below: '' }, hasColon)
  if (!isLong) {
    const whole = { ...line, above: withoutBrokenLines(above), below: withoutBrokenLines(below) }
    yield* wordsIn(whole, hasColon)
    yield* wordsIn({ ...whole, below: '' }, hasColon)
  }
  if (line.head.length < longText) yield* wordsIn(leading(line), hasColon)
}

/** The line below those that lead to it, and nothing else. */
function leading(line: Line): Line {
  return { ...line, above: withOnlyWhatHolds(line.above, line.head), below: '' }
}

function* wordsIn({ head, tail, above, below }: Line, hasColon: boolean): Generator<string> {
  const [before, after] = [above + head + word, tail + below]
  if (hasColon) yield before + after.replace(/^[ \t]*:/, ':')
  else {
    yield before + after
    yield `${before}: 0${after}`
  }
  const closers = closersOf(head)
  if (closers !== '') yield before + closers + below
  else if (tail.trim() !== '') yield before + below
}

function stepsOf({ isKey, path }: Scalar): Pick<Cursor, 'path' | 'wants'> {
  return isKey ? { path: path.slice(0, -1), wants: 'key' } : { path, wants: 'value' }
}

/** Behind the colon of a key nothing is typed yet: a value will stand there, after a space. */
function wordAround(text: string, offset: number): readonly [number, number, Cursor['lead']] {
  let [from, to] = [offset, offset]
  while (from > 0 && inWord.test(text[from - 1] ?? '')) from--
  while (to < text.length && inWord.test(text[to] ?? '') && text[to] !== ':') to++
  const isBehindColon = to === offset && /^[\w-]+:$/.test(text.slice(from, offset))
  return isBehindColon ? [offset, offset, ' '] : [from, to, '']
}
