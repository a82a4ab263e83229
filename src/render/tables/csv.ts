import { stringify } from 'csv-stringify/sync'
import { withoutFormula } from '../text/escape.ts'
import type { Cell, Table } from './column.ts'

/** RFC 4180 with LF and a heading. Numbers are plain; a text that a spreadsheet would run as a formula gets an apostrophe. */
export function csv<Row>({ columns, rows }: Table<Row>): string {
  return stringify([columns.map(({ key }) => key), ...rows.map(row => columns.map(({ value }) => field(value(row))))])
}

function field(value: Cell): string | number {
  if (value === undefined) return ''
  return typeof value === 'number' ? value : withoutFormula(value)
}
