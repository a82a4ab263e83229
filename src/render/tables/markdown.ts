import { markdownText } from '../text/escape.ts'
import { cellText, isNumeric } from './cell-text.ts'
import type { Column, Table } from './column.ts'

/** A GFM table with Indonesian headings; numbers stand to the right. */
export function markdownTable<Row>({ columns, rows }: Table<Row>): string {
  const lines = [
    line(columns.map(({ title }) => markdownText(title.id))),
    line(columns.map(({ format }) => (isNumeric(format) ? '---:' : '---'))),
  ]
  for (const row of rows) lines.push(line(columns.map(column => markdownCell(column, row))))
  return lines.join('\n') + '\n'
}

function markdownCell<Row>({ format, value }: Column<Row>, row: Row): string {
  const text = cellText(value(row), format)
  if (format === 'code' && /^[A-Za-z0-9][A-Za-z0-9 ./:_-]*$/.test(text)) return `\`${text}\``
  return markdownText(text)
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
