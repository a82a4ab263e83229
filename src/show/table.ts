import type { Compilation } from '../compile.ts'
import type { Network } from '../model/network.ts'
import type { Cell, Column } from '../render/tables/column.ts'

/** What stands in one place of a table; lists stay lists in JSON. */
export type Value = Cell | readonly string[]

export type ShowColumn<Row> = Omit<Column<Row>, 'value'> & { readonly value: (row: Row) => Value }

/**
 * `list('tenants', 'Perangkat daerah', 'Agencies', 30, row => ids)`; other columns are made by `column` of the
 * renderers.
 */
export function list<Row>(
  key: string,
  id: string,
  en: string,
  width: number,
  value: (row: Row) => readonly string[],
): ShowColumn<Row> {
  return { key, title: { id, en }, format: 'text', width, value }
}

/** The ids of things, for a list. */
export function ids(things: Iterable<{ readonly id: string }>): string[] {
  return Array.from(things, ({ id }) => id)
}

/** A compilation whose network could be loaded. */
export type Shown = Pick<Compilation, 'plan'> & { readonly network: Network }

interface Definition<Row> {
  readonly rows: (shown: Shown) => readonly Row[]
  readonly idOf: (row: Row) => string
  /** All that there is to say: JSON, and the table of one thing. */
  readonly columns: readonly ShowColumn<Row>[]
  /** What a terminal has room for. */
  readonly narrow?: readonly ShowColumn<Row>[]
}

export interface FilledTable {
  readonly ids: readonly string[]
  readonly columns: readonly Heading[]
  readonly narrow: readonly Heading[]
  /** By column, as `columns` names them. */
  readonly rows: readonly FilledRow[]
}

export type Heading = Pick<Column<never>, 'key' | 'title' | 'format' | 'width'>

export interface FilledRow {
  readonly id: string
  readonly cells: ReadonlyMap<string, Value>
}

export type Filler = (shown: Shown) => FilledTable

/** A kind of table whose rows nobody outside needs to know. */
export function table<Row>({ rows, idOf, columns, narrow = columns }: Definition<Row>): Filler {
  return shown => {
    const filled = rows(shown).map(
      (row): FilledRow => ({ id: idOf(row), cells: new Map(columns.map(({ key, value }) => [key, value(row)])) }),
    )
    return { ids: [...new Set(filled.map(({ id }) => id))], columns, narrow, rows: filled }
  }
}
