import { withoutHidden } from './signs.ts'

/**
 * Text of users for a terminal: what would move the cursor or turn the line around becomes visible, and widths are
 * those of cells.
 */

/** Text of a user inside a sentence of ours: one line, and not endless. */
export function printable(text: string): string {
  const clean = withoutHidden(text.length > longest ? text.slice(0, longest + 1) : text, () => '\ufffd')
  return clean.length > longest ? clean.slice(0, longest - 3) + '...' : clean
}

const longest = 60

/** Control characters as their pictures (`␛`), tabs as one space a cell, what else nobody sees as `�`. */
export function shown(text: string): string {
  return withoutHidden(text, sign => {
    const code = sign.charCodeAt(0)
    if (code === 9) return ' '
    if (code < 32) return String.fromCharCode(0x2400 + code)
    return code === 127 ? '\u2421' : '\ufffd'
  })
}

const zeroWidth = /^(?:\p{Mn}|\p{Me}|[\u200b\u200c]|\u200d|[\ufe00-\ufe0f]|\ufeff)$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u

/** Number of cells that a terminal gives to the text. */
export function cells(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const character of text) width += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1
  return width
}

/** JSON in which no character can move a terminal's cursor, or hide. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return (
    text
      .split('\n')
      .map(line => withoutHidden(line, escaped))
      .join('\n') + '\n'
  )
}

function escaped(sign: string): string {
  return sign
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
