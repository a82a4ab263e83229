import { markdownText } from '../text/escape.ts'
import { cellText, isNumeric } from './cell-text.ts'
import type { Column, Table } from './column.ts'

/** A GFM table with Indonesian headings; numbers stand to the right. */
export function markdownTable<Row>({ columns, rows }: Table<Row>): string {
  const lines = [
    line(columns.map(({ title }) => markdownText(title.id))),
    line(columns.map(({ format }) => (isNumeric(format) ? '---:' : '---'))),
  ]
  for (const row of rows) lines.push(markdownRow({ columns }, row))
  return lines.join('\n') + '\n'
}

/** One row of it, as it stands on its line. */
export function markdownRow<Row>({ columns }: Pick<Table<Row>, 'columns'>, row: Row): string {
  return line(columns.map(column => markdownCell(column, row)))
}

function markdownCell<Row>({ format, value }: Column<Row>, row: Row): string {
  const raw = value(row)
  if (raw === undefined || raw === '') return ''
  const text = cellText(raw, format)
  if (/^[A-Za-z0-9][A-Za-z0-9 ./:-]*$/.test(text)) return format === 'code' ? `\`${text}\`` : text
  return markdownText(text)
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
