import { itemAt } from '../text/item-at.ts'
import type { Range, Source } from './source.ts'
import { remembered } from './remembered.ts'

/** Lines and columns of two offsets; a range never goes past its first line, so that a caret can stand under it. */
export function rangeOf(source: Source, [start, end]: readonly [number, number]): Range {
  const starts = lineStartsOf(source)
  const from = Math.min(start, source.text.length)
  const line = lineAt(starts, from)
  const lineStart = itemAt(starts, line - 1)
  const lineEnd = (starts[line] ?? source.text.length + 1) - 1
  const column = from - lineStart + 1
  return { line, column, endLine: line, endColumn: column + Math.max(Math.min(end, lineEnd) - from, 1) }
}

/** The text of a line, counted from 1, without its end. Undefined where the file has no such line. */
export function lineOf(source: Source, line: number): string | undefined {
  const start = lineStart(source, line)
  return start === undefined ? undefined : source.text.slice(start, lineStart(source, line + 1)).replace(/[\r\n]+$/, '')
}

/** The offset at which a line, counted from 1, begins. Undefined where the file has no such line. */
export function lineStart(source: Source, line: number): number | undefined {
  return lineStartsOf(source)[line - 1]
}

/**
 * Offsets at which lines begin; a line ends with LF, CR LF, or CR alone. A file may be a million of them: no object is
 * made for each.
 */
const lineStartsOf = remembered(({ text }: Source): readonly number[] => {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === newline || (sign === carriageReturn && text.charCodeAt(at + 1) !== newline)) starts.push(at + 1)
  }
  return starts
})

const newline = 10
const carriageReturn = 13

/** The line, counted from 1, that an offset stands on. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (itemAt(starts, middle) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
