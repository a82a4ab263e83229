/**
 * Words of RouterOS's script language. A script is read into commands, each a list of words that know how they were
 * written: a quoted value is one word with its escapes undone, and what stands in `[ ]`, `{ }` or `( )` stays one word,
 * unread.
 */
export interface Word {
  /** `key` of `key=value`; empty where the word is a value alone. */
  readonly key: string
  readonly operator: '' | '=' | '!=' | '~' | '>' | '<'
  readonly value: string
  /** Where the value is a bracket: which one; its text is what stands between. */
  readonly bracket: '' | '[' | '{' | '('
  readonly quoted: boolean
}

export interface Statement {
  /** Line of its first word, from 1. */
  readonly line: number
  readonly words: readonly Word[]
  readonly faults: readonly string[]
}

interface Cursor {
  readonly text: string
  at: number
  line: number
  readonly faults: string[]
}

/**
 * Statements of a script: one a line, or several between semicolons; a backslash at a line's end joins it to the next.
 */
export function statements(script: string): Statement[] {
  const cursor: Cursor = { text: script.replace(/\r\n?/g, '\n'), at: 0, line: 1, faults: [] }
  const found: Statement[] = []
  while (cursor.at < cursor.text.length) {
    const statement = nextStatement(cursor)
    if (statement.words.length > 0 || statement.faults.length > 0) found.push(statement)
  }
  return found
}

function nextStatement(cursor: Cursor): Statement {
  const words: Word[] = []
  let line = cursor.line
  while (!isAtEnd(cursor)) {
    if (words.length === 0) line = cursor.line
    words.push(nextWord(cursor))
  }
  step(cursor)
  return { line, words, faults: cursor.faults.splice(0) }
}

/** Passes blanks, joined lines and, where a statement begins, a comment. */
function isAtEnd(cursor: Cursor): boolean {
  for (;;) {
    const sign = cursor.text[cursor.at]
    if (sign === undefined || sign === '\n' || sign === ';') return true
    if (sign === ' ' || sign === '\t') step(cursor)
    else if (sign === '\\' && cursor.text[cursor.at + 1] === '\n') step(cursor, 2)
    else if (sign === '#' && isFirst(cursor)) passLine(cursor)
    else return false
  }
}

function isFirst({ text, at }: Cursor): boolean {
  return /(?:^|;)[ \t]*$/.test(lineBefore(text, at))
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
}

function passLine(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '\n') step(cursor)
}

function step(cursor: Cursor, count = 1): void {
  for (let i = 0; i < count; i++) if (cursor.text[cursor.at++] === '\n') cursor.line++
}

const key = /[A-Za-z0-9._*-]+(?=(!=|=|~|>|<))/y

function nextWord(cursor: Cursor): Word {
  key.lastIndex = cursor.at
  const named = key.exec(cursor.text)
  const operator = (named?.[1] ?? '') as Word['operator']
  step(cursor, (named?.[0] ?? '').length + operator.length)
  const value = nextValue(cursor)
  return { key: named?.[0] ?? '', operator, ...value }
}

type Value = Pick<Word, 'value' | 'bracket' | 'quoted'>

const closing = { '[': ']', '{': '}', '(': ')' } as const

function nextValue(cursor: Cursor): Value {
  const sign = cursor.text[cursor.at]
  if (sign === '[' || sign === '{' || sign === '(')
    return { value: bracketed(cursor, sign), bracket: sign, quoted: false }
  let value = ''
  let quoted = false
  for (let next = cursor.text[cursor.at]; next !== undefined && !/[\s;]/.test(next); next = cursor.text[cursor.at]) {
    if (next === '"') {
      value += quotedText(cursor)
      quoted = true
    } else if (next === '\\' && cursor.text[cursor.at + 1] === '\n') passJoin(cursor)
    else {
      if (next === '$') cursor.faults.push('a variable stands where a value is read')
      const run = runOf(plainValue, cursor) || next
      value += run
      step(cursor, run.length)
    }
  }
  return { value, bracket: '', quoted }
}

/** What needs no look at each sign: configurations are long. */
const plainValue = /[^\s;"\\$]+/y
const plainText = /[^"\\$]+/y

function runOf(pattern: RegExp, { text, at }: Cursor): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** An export breaks a line behind `key=` too, and indents what follows. */
function passJoin(cursor: Cursor): void {
  step(cursor, 2)
  while (/[ \t]/.test(cursor.text[cursor.at] ?? '')) step(cursor)
}

/** The text between a bracket and the one that closes it, as it is written. */
function bracketed(cursor: Cursor, opening: keyof typeof closing): string {
  const start = cursor.at + 1
  const open: string[] = []
  while (cursor.at < cursor.text.length) {
    const sign = cursor.text[cursor.at] ?? ''
    if (sign === '"') {
      quotedText(cursor)
      continue
    }
    step(cursor)
    if (sign in closing) open.push(closing[sign as keyof typeof closing])
    else if (sign === open.at(-1)) open.pop()
    if (open.length === 0) return cursor.text.slice(start, cursor.at - 1)
  }
  cursor.faults.push(`\`${opening}\` is never closed`)
  return cursor.text.slice(start)
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  $: '$',
  '?': '?',
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  _: ' ',
}

const encoder = new TextEncoder()

/**
 * A string with its escapes undone: `\C3\A9` are bytes of UTF-8. A line may be broken behind a backslash, as exports
 * do.
 */
function quotedText(cursor: Cursor): string {
  step(cursor)
  const whole = runOf(plainText, cursor)
  if (cursor.text[cursor.at + whole.length] === '"') {
    step(cursor, whole.length + 1)
    return whole
  }
  const bytes: number[] = []
  const put = (text: string): void => {
    for (const byte of encoder.encode(text)) bytes.push(byte)
  }
  for (let sign = cursor.text[cursor.at]; sign !== '"'; sign = cursor.text[cursor.at]) {
    if (sign === undefined) {
      cursor.faults.push('a string is never closed')
      break
    }
    if (sign === '\\') escaped(cursor, bytes, put)
    else {
      if (sign === '$' && /[A-Za-z0-9"(]/.test(cursor.text[cursor.at + 1] ?? ''))
        cursor.faults.push('a variable stands in a string')
      const run = runOf(plainText, cursor) || sign
      put(run)
      step(cursor, run.length)
    }
  }
  step(cursor)
  return new TextDecoder().decode(new Uint8Array(bytes))
}

function escaped(cursor: Cursor, bytes: number[], put: (text: string) => void): void {
  const rest = cursor.text.slice(cursor.at + 1, cursor.at + 3)
  const plain = escapes[rest[0] ?? '']
  if (rest[0] === '\n') {
    step(cursor, 2)
    while (/[ \t]/.test(cursor.text[cursor.at] ?? '')) step(cursor)
  } else if (/^[0-9A-F]{2}$/.test(rest)) {
    bytes.push(Number.parseInt(rest, 16))
    step(cursor, 3)
  } else {
    if (plain === undefined) cursor.faults.push(`\`\\${rest[0] ?? ''}\` is no escape`)
    put(plain ?? rest[0] ?? '')
    step(cursor, 2)
  }
}
