import { stringify } from 'csv-stringify/sync'
import { withoutFormula } from '../text/escape.ts'
import type { Cell, Table } from './column.ts'

/** RFC 4180, or what Excel opens where the comma is the decimal sign. */
export type CsvForm = 'comma' | 'semicolon'

/** Excel shows no more than 15 digits of a number, and no zeros before it. */
const longNumber = /^(0\d+|\d{12,})$/

/**
 * Comma: RFC 4180 with LF and a heading; numbers are plain; a text that a spreadsheet would run as a formula gets an
 * apostrophe. Semicolon: also with a byte order mark, decimals with a comma, CRLF, and texts of digits alone in a form
 * that Excel keeps as text.
 */
export function csv<Row>({ columns, rows }: Table<Row>, form: CsvForm = 'comma'): string {
  const field = form === 'comma' ? plainField : excelField
  const cells = [columns.map(({ key }) => key), ...rows.map(row => columns.map(({ value }) => field(value(row))))]
  return form === 'comma'
    ? stringify(cells)
    : stringify(cells, { delimiter: ';', bom: true, record_delimiter: 'windows' })
}

function plainField(value: Cell): string | number {
  if (value === undefined) return ''
  return typeof value === 'number' ? value : withoutFormula(value)
}

function excelField(value: Cell): string {
  if (typeof value === 'number') return String(value).replace('.', ',')
  const text = plainField(value)
  return typeof text === 'string' && longNumber.test(text) ? `="${text}"` : String(text)
}
