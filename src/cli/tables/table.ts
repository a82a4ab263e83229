import type { Compilation } from '../../compile.ts'
import type { Network } from '../../model/network.ts'
import type { Cell, Column } from '../../render/tables/column.ts'

/** A compilation whose network could be loaded. */
export type Shown = Pick<Compilation, 'plan'> & { readonly network: Network }

interface Definition<Row> {
  readonly rows: (shown: Shown) => readonly Row[]
  readonly idOf: (row: Row) => string
  /** All that there is to say: JSON, and the table of one thing. */
  readonly columns: readonly Column<Row>[]
  /** What a terminal has room for. */
  readonly narrow?: readonly Column<Row>[]
}

export interface FilledTable {
  readonly ids: readonly string[]
  readonly columns: readonly Heading[]
  readonly narrow: readonly Heading[]
  /** By column, as `columns` names them. */
  readonly rows: readonly FilledRow[]
}

export type Heading = Pick<Column<never>, 'key' | 'title' | 'format'>

export interface FilledRow {
  readonly id: string
  readonly cells: ReadonlyMap<string, Cell>
}

export type Filler = (shown: Shown) => FilledTable

/** A kind of table whose rows nobody outside needs to know. */
export function table<Row>({ rows, idOf, columns, narrow = columns }: Definition<Row>): Filler {
  return shown => {
    const filled = rows(shown).map((row): FilledRow => ({ id: idOf(row), cells: new Map(columns.map(({ key, value }) => [key, value(row)])) }))
    return { ids: [...new Set(filled.map(({ id }) => id))], columns, narrow, rows: filled }
  }
}
