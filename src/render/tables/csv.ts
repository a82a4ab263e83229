import { withoutFormula } from '../text/escape.ts'
import type { Cell, Table } from './column.ts'

/** RFC 4180, or what Excel opens where the comma is the decimal sign. */
export type CsvForm = 'comma' | 'semicolon'

interface Form {
  readonly start: string
  readonly delimiter: string
  readonly end: string
  readonly textOf: (value: Cell) => string
  /** What a field holds that must stand in quotes. */
  readonly special: RegExp
}

const forms: Readonly<Record<CsvForm, Form>> = {
  comma: { start: '', delimiter: ',', end: '\n', textOf: plainText, special: /[",\r\n]/ },
  semicolon: { start: '\uFEFF', delimiter: ';', end: '\r\n', textOf: excelText, special: /[";\r\n]/ },
}

/** Excel shows no more than 15 digits of a number, and no zeros before it. */
const longNumber = /^(0\d+|\d{12,})$/

/**
 * Comma: RFC 4180 with LF and a heading; numbers are plain; a text that a spreadsheet would run as a formula gets an
 * apostrophe. Semicolon: also with a byte order mark, decimals with a comma, CRLF, and texts of digits alone in a form
 * that Excel keeps as text.
 */
export function csv<Row>({ columns, rows }: Table<Row>, form: CsvForm = 'comma'): string {
  const { start, delimiter, end, textOf, special } = forms[form]
  const field = (value: Cell): string => {
    const text = textOf(value)
    return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const line = (cells: readonly string[]): string => cells.join(delimiter) + end
  const heading = line(columns.map(({ key }) => field(key)))
  return start + heading + rows.map(row => line(columns.map(({ value }) => field(value(row))))).join('')
}

function plainText(value: Cell): string {
  if (value === undefined) return ''
  return typeof value === 'number' ? String(value) : withoutFormula(value)
}

function excelText(value: Cell): string {
  if (typeof value === 'number') return String(value).replace('.', ',')
  const text = plainText(value)
  return longNumber.test(text) ? `="${text}"` : text
}
