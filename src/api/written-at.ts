import type { Step } from '../source/source.ts'

type Offsets = readonly [number, number]

/**
 * An argument as a program writes it. A spread or a variable stands for what it holds: nothing inside it has a place of
 * its own.
 */
interface Written {
  readonly range: Offsets
  /** Of an object or list: the key's own range and the value. */
  readonly entries: ReadonlyMap<string, { readonly key: Offsets; readonly value: Written }>
}

interface Token {
  readonly text: string
  readonly range: Offsets
}

/**
 * Where a value of a declaration stands in the program that declares it: `new Site('id', { … })` is called at `offset`.
 * A value that is not written there is placed at the nearest thing that holds it. `nameKey` is the key that the first
 * argument stands for.
 */
export function writtenAt(text: string, offset: number, path: readonly Step[], nameKey: string): Offsets {
  const tokens = tokensFrom(text, offset)
  const open = tokens.findIndex(token => token.text === '(')
  if (open < 0) return [offset, offset + 1]
  const { values } = listFrom(tokens, open + 1)
  const [id, args] = values
  const head: Offsets = id?.range ?? [offset, offset + 1]
  const [first, ...rest] = path
  if (first === undefined || first === nameKey || args === undefined) return head
  let at = head
  let value = args
  for (const step of [first, ...rest]) {
    const entry = value.entries.get(String(step))
    if (entry === undefined) return at
    value = entry.value
    at = value.entries.size > 0 ? entry.key : value.range
  }
  return at
}

/** A call longer than this is cut: it is looked at only to print a finding. */
const longestCall = 200_000

const tokenForms =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[\p{L}\p{N}_$]+|\.\.\.|\s+|[\s\S]/gu

function tokensFrom(text: string, offset: number): Token[] {
  return [...text.slice(offset, offset + longestCall).matchAll(tokenForms)]
    .filter(([token]) => !/^(\s|\/\/|\/\*)/.test(token))
    .map(({ 0: token, index }) => ({ text: token, range: [offset + index, offset + index + token.length] }))
}

interface Values {
  readonly values: readonly Written[]
  /** Index of the closing bracket. */
  readonly end: number
}

function listFrom(tokens: readonly Token[], start: number): Values {
  const values: Written[] = []
  let at = start
  while (at < tokens.length && !isCloser(tokens[at])) {
    const { value, end } = valueFrom(tokens, at)
    values.push(value)
    at = tokens[end]?.text === ',' ? end + 1 : end
  }
  return { values, end: at }
}

/** One value up to the comma or bracket that ends it. */
function valueFrom(tokens: readonly Token[], start: number): { readonly value: Written; readonly end: number } {
  const first = tokens[start]
  const inner =
    first?.text === '{' ? objectFrom(tokens, start + 1) : first?.text === '[' ? arrayFrom(tokens, start + 1) : undefined
  let end = inner === undefined ? start : inner.end + 1
  let depth = 0
  while (end < tokens.length) {
    const token = tokens[end]
    if (depth === 0 && (token?.text === ',' || isCloser(token))) break
    if (isOpener(token)) depth++
    if (isCloser(token)) depth--
    end++
  }
  const range: Offsets = [first?.range[0] ?? 0, tokens[Math.max(end - 1, start)]?.range[1] ?? 0]
  return { value: { range, entries: inner?.entries ?? new Map() }, end }
}

interface Entries {
  readonly entries: Written['entries']
  readonly end: number
}

function objectFrom(tokens: readonly Token[], start: number): Entries {
  const entries = new Map<string, { readonly key: Offsets; readonly value: Written }>()
  let at = start
  while (at < tokens.length && !isCloser(tokens[at])) {
    const key = tokens[at]
    const named = tokens[at + 1]?.text === ':'
    const { value, end } = valueFrom(tokens, named ? at + 2 : at)
    if (key !== undefined && key.text !== '...')
      entries.set(key.text.replace(/^['"]|['"]$/g, ''), { key: key.range, value })
    at = tokens[end]?.text === ',' ? end + 1 : end
  }
  return { entries, end: at }
}

function arrayFrom(tokens: readonly Token[], start: number): Entries {
  const { values, end } = listFrom(tokens, start)
  return { entries: new Map(values.map((value, i) => [String(i), { key: value.range, value }])), end }
}

function isOpener(token: Token | undefined): boolean {
  return token !== undefined && /^[([{]$/.test(token.text)
}

function isCloser(token: Token | undefined): boolean {
  return token === undefined || /^[)\]}]$/.test(token.text)
}
