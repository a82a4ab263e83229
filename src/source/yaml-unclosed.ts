/** A quote or bracket that stands open at a place of a text, with its offset. */
interface Opened {
  readonly kind: 'quote' | 'bracket'
  readonly at: number
}

/**
 * What is not closed before `end`, where a parser has given up inside it: the innermost quote or bracket. It knows of
 * YAML what tells a quote that begins a value from one inside a word (`Jum'at`), and no more.
 */
export function unclosedBefore(text: string, end: number): Opened | undefined {
  const brackets: number[] = []
  for (let at = 0; at < end; at++) {
    const sign = text[at] ?? ''
    if (sign === '#' && isSpaceBefore(text, at)) at = endOfLine(text, at)
    else if ((sign === '"' || sign === "'") && isAtStart(text, at, brackets.length > 0)) {
      const close = closeOf(text, at, sign)
      if (close >= end || close < 0) return { kind: 'quote', at }
      at = close
    } else if ((sign === '[' || sign === '{') && isAtStart(text, at, brackets.length > 0)) brackets.push(at)
    else if ((sign === ']' || sign === '}') && brackets.length > 0) brackets.pop()
  }
  const at = brackets.at(-1)
  return at === undefined ? undefined : { kind: 'bracket', at }
}

function isSpaceBefore(text: string, at: number): boolean {
  return at === 0 || /\s/.test(text[at - 1] ?? '')
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/**
 * Whether a value can begin here: on a new line, behind `: `, `- ` or `? `, and inside brackets behind a bracket, a
 * comma or a colon.
 */
function isAtStart(text: string, at: number, isInside: boolean): boolean {
  const near = text.slice(Math.max(0, at - farthest), at)
  const line = near.lastIndexOf('\n')
  // Of a long line only its end is looked at: a stranger's text may be one line of two megabytes.
  const before = line < 0 && at > farthest ? `x${near}` : near.slice(line + 1)
  return isInside ? /(?:^|[[{,]|: )\s*$/.test(before) : /(?:^|(?:^|\s)[-?]\s|:\s)\s*$/.test(before)
}

const farthest = 80

/** Offset of the quote that closes the one at `at`; -1 where none does. */
function closeOf(text: string, at: number, quote: string): number {
  for (let next = at + 1; next < text.length; next++) {
    if (quote === '"' && text[next] === '\\') next++
    else if (text[next] === quote) {
      if (quote !== "'" || text[next + 1] !== "'") return next
      next++
    }
  }
  return -1
}
