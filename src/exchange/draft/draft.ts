import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Field } from '../mapping/field.ts'
import type { TableMapping } from '../mapping/mapping.ts'
import { inColumn, type Spot } from '../spot.ts'
import type { Cell, Remark, Row, Table } from '../table.ts'
import type { FromUtm } from '../values/utm.ts'
import type { Decimal } from '../values/numbers.ts'

export type Certainty = 'sure' | 'guessed' | 'contradicted'
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

/** One thing that is said of one key of a declared thing, and every place that says it. */
export interface Fact {
  /** Key as site files write it: `at`, `location.lat`. */
  readonly key: string
  readonly value: Value
  readonly certainty: Certainty
  readonly from: readonly Spot[]
  readonly why?: Bilingual
}

type MatchedBy = 'id' | 'reference' | 'position' | 'name' | 'address'

/** A thing as it would be declared. */
export interface Draft {
  readonly kind: 'structure' | 'site' | 'tenant' | 'span' | 'cable' | 'cabletype' | 'splice' | 'circuit' | 'trace'
  readonly id: string
  /** Its name in what came in. */
  readonly ref: string
  readonly at: Spot
  readonly facts: readonly Fact[]
  /** What is declared already and is this thing. */
  readonly match?: { readonly id: string; readonly by: MatchedBy }
}

/** What drafting goes by. */
export interface Drafting {
  readonly network: Network
  readonly plan: Plan
  readonly fromUtm: FromUtm
  readonly remark: (remark: Remark) => void
}

/** A row with what its columns mean. */
export interface MappedRow {
  readonly row: Row
  readonly mapping: TableMapping
  readonly table: Table
  /** The cell of a field, and where it stands. */
  readonly cell: (field: Field) => Cell | undefined
  readonly text: (field: Field) => string
  readonly spot: (...fields: readonly Field[]) => Spot[]
  readonly decimal: (field: Field) => Decimal
}

export function factOf(
  key: string,
  value: Value,
  from: readonly Spot[],
  certainty: Certainty = 'sure',
  why?: Bilingual,
): Fact {
  return { key, value, certainty, from, ...(why === undefined ? {} : { why }) }
}

/** A sure fact, where there is a value at all. */
export function factIf(key: string, value: Value | undefined, from: readonly Spot[]): Fact[] {
  return value === undefined || value === '' ? [] : [factOf(key, value, from)]
}

/** Fields in which even a word for nothing says that a place was meant. */
const placeFields: ReadonlySet<Field> = new Set(['lat', 'lon', 'position', 'easting', 'northing'])

/** What stands in a cell where there is nothing to say; such a cell is told as one that was not used. */
function isPlaceholder(value: Cell | undefined): boolean {
  return (
    typeof value === 'string' &&
    /^([-\u2013\u2014_.?]+|#?n\/?a|null|none|nihil|kosong|#[a-z0-9/]+[!?])$/i.test(value.trim())
  )
}

/** Rows of a table by what its mapping says of their columns. */
export function mappedRows(table: Table, mapping: TableMapping, decimals: ReadonlyMap<Field, Decimal>): MappedRow[] {
  const columnsOf = new Map<Field, string[]>()
  for (const [column, field] of mapping.columns) columnsOf.set(field, [...(columnsOf.get(field) ?? []), column])
  return table.rows.map(row => {
    const columnOf = (field: Field): string | undefined => columnsOf.get(field)?.find(column => row.cells.has(column))
    const cell = (field: Field): Cell | undefined => {
      const column = columnOf(field)
      const value = column === undefined ? undefined : row.cells.get(column)
      return isPlaceholder(value) && !placeFields.has(field) ? undefined : value
    }
    return {
      row,
      mapping,
      table,
      cell,
      text: field => String(cell(field) ?? '').trim(),
      spot: (...fields) => {
        const columns = fields.flatMap(field => columnOf(field) ?? [])
        return columns.length === 0 ? [row.at] : columns.map(column => inColumn(row.at, column))
      },
      decimal: field => decimals.get(field) ?? 'either',
    }
  })
}
