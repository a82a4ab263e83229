/** What can be understood of a file that is not whole, line by line. */

/**
 * The quote and the brackets that a line leaves open, closed again. A quote opens only where a value may begin, so that
 * an apostrophe in a name is none.
 */
export function closersOf(line: string): string {
  const { quote, brackets } = openIn(line)
  return quote + brackets.toReversed().join('')
}

/** With lines that cannot stand by themselves emptied, so that all others keep their places. */
export function withoutBrokenLines(text: string): string {
  return text
    .split('\n')
    .map(line => (isBroken(line) ? '' : line))
    .join('\n')
}

/** Only the lines that a line stands inside, the outermost first, with keys but no values: they always parse. */
export function withOnlyWhatHolds(above: string, head: string): string {
  const lines: string[] = []
  // A list may stand on the level of its key.
  let depth = indentOf(head) + (/^ *-/.test(head) ? 1 : 0)
  for (const line of depth === 0 ? [] : above.split('\n').toReversed()) {
    const { 1: opening = '', 2: key } = /^(\s*(?:- +)*)([\w-]+|"[^"]*"):(?:\s|$)/.exec(line) ?? []
    const isItem = opening.trim() !== ''
    const own = /^ */.exec(line)?.[0].length ?? 0
    if (key === undefined || own >= depth) continue
    // An item that begins above on the same level holds this key without having a value for it.
    const isBeside = isItem && opening.length <= indentOf(head) && opening.length >= depth
    lines.unshift(isBeside ? `${opening}${key}: 0\n` : `${opening}${key}:\n`)
    depth = own
    if (depth === 0) break
  }
  return lines.join('')
}

function indentOf(head: string): number {
  return /^ */.exec(head)?.[0].length ?? 0
}

/** Brackets or quotes that do not close, tabs that indent, what Git leaves of two sides. */
function isBroken(line: string): boolean {
  const plain = line.replace(/\r$/, '')
  if (/^ *\t|^(<{7}|={7}|>{7}|\|{7})/.test(plain)) return true
  const { quote, brackets, isOver } = openIn(plain)
  return quote !== '' || brackets.length > 0 || isOver
}

interface Open {
  readonly quote: string
  /** The brackets that are to come, the innermost last. */
  readonly brackets: readonly string[]
  /** Closes more than it opens. */
  readonly isOver: boolean
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

function openIn(line: string): Open {
  const brackets: string[] = []
  let [quote, isOver, before] = ['', false, ':']
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
      continue
    }
    if (sign === '#' && (at === 0 || /\s/.test(line[at - 1] ?? ''))) break
    const mayBegin = ':,-[{'.includes(before)
    const closer = closing[sign]
    if (mayBegin && (sign === '"' || sign === "'")) quote = sign
    else if (closer !== undefined && mayBegin) brackets.push(closer)
    else if ((sign === '}' || sign === ']') && (brackets.length > 0 || mayBegin)) isOver ||= brackets.pop() !== sign
    if (!/\s/.test(sign)) before = sign
  }
  return { quote, brackets, isOver }
}
