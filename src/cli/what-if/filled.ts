import type { Column } from '../../render/tables/column.ts'
import type { FilledTable } from '../../show/table.ts'

/** Rows of any kind under their columns, as the printers of tables want them. */
export function filled<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): FilledTable {
  return {
    ids: [],
    columns,
    narrow: columns,
    rows: rows.map((row, i) => ({ id: String(i), cells: new Map(columns.map(({ key, value }) => [key, value(row)])) })),
  }
}
