import type { Place } from '../../source/source.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'

export type Cell = string | number | undefined

/** How a column's numbers are shown; `date` cells are `YYYY-MM-DD` texts. */
export type Format = 'text' | 'code' | 'integer' | 'decimal' | 'rupiah' | 'date'

/** One column, told once for every kind of table. */
export interface Column<Row> {
  /** Heading in CSV, and name for programs: never changes. */
  readonly key: string
  readonly title: Bilingual
  readonly format: Format
  /** Width in characters, for spreadsheets. */
  readonly width: number
  readonly value: (row: Row) => Cell
  /** What a sum is the sum of; of any other cell it is the row that says where it stands. */
  readonly from?: (row: Row) => readonly Operand[]
}

/** A part of a sum, and the place that it follows from. */
export interface Operand {
  /** What it is, in a few words: a contract, a circuit, months. */
  readonly of: string
  readonly value: number
  readonly at: Place
}

export interface Table<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Where a row stands in the inventory, the deciding place first. */
  readonly at?: (row: Row) => readonly Place[]
}

/** `column('vlan', 'VLAN', 'VLAN', 'integer', 8, row => row.vlan)` */
export function column<Row>(
  key: string,
  id: string,
  en: string,
  format: Format,
  width: number,
  value: (row: Row) => Cell,
): Column<Row> {
  return { key, title: { id, en }, format, width, value }
}

/** The columns of these keys, in this order. */
export function pick<Row>(columns: readonly Column<Row>[], keys: readonly string[]): Column<Row>[] {
  return keys.flatMap(key => columns.filter(candidate => candidate.key === key))
}

/** Columns of one kind of row for rows that hold it. */
export function within<Outer, Inner>(columns: readonly Column<Inner>[], inner: (row: Outer) => Inner): Column<Outer>[] {
  return columns.map(({ value, from, ...heading }) => ({
    ...heading,
    value: row => value(inner(row)),
    ...(from === undefined ? {} : { from: (row: Outer) => from(inner(row)) }),
  }))
}
