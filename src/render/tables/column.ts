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
}

export interface Table<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
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
