import type { Cell, Column, Operand, Table } from './column.ts'

/** The last row of a table: what its columns of rupiah add up to. */
const total: unique symbol = Symbol('total')
type Total = typeof total

/** What a month costs, ceilings, and what each row repeats, are no parts of one sum. */
const notSummed = new Set([
  'monthly_rupiah',
  'budget_total_rupiah',
  'budget_ceiling_rupiah',
  'budget_left_rupiah',
  'ceiling_rupiah',
  'left_rupiah',
])

/** A table with a row of totals, whose operands are its rows; one without rows, or without sums, as it is. */
export function totalled<Row>(table: Table<Row>): Table<Row | Total> {
  const [first, ...others] = table.columns
  const hasSums = others.some(isSummed)
  if (first === undefined || table.rows.length === 0 || !hasSums) return readBy(table, table.columns)
  const label: Column<Row | Total> = {
    ...withTotal(table, first),
    value: row => (isTotal(row) ? 'Jumlah (total)' : first.value(row)),
  }
  return {
    ...readBy(table, []),
    columns: [label, ...others.map(column => withTotal(table, column))],
    rows: [...table.rows, total],
  }
}

function readBy<Row>(table: Table<Row>, columns: readonly Column<Row>[]): Table<Row | Total> {
  const { at } = table
  return {
    columns: columns.map(column => withTotal(table, column)),
    rows: table.rows,
    ...(at === undefined ? {} : { at: (row: Row | Total) => (isTotal(row) ? table.rows.flatMap(at) : at(row)) }),
  }
}

function withTotal<Row>(table: Table<Row>, column: Column<Row>): Column<Row | Total> {
  const { from, ...heading } = column
  const isSum = isSummed(column)
  const value = (row: Row | Total): Cell =>
    isTotal(row) ? (isSum ? sumOf(table, column) : undefined) : column.value(row)
  if (from === undefined && !(isSum && table.at !== undefined)) return { ...heading, value }
  const parts = (row: Row): readonly Operand[] => partsOf(table, column, row)
  return { ...heading, value, from: row => (isTotal(row) ? table.rows.flatMap(parts) : parts(row)) }
}

function isSummed({ key, format }: Column<never>): boolean {
  return format === 'rupiah' && !notSummed.has(key)
}

function isTotal(row: unknown): row is Total {
  return row === total
}

function sumOf<Row>({ rows }: Table<Row>, { value }: Column<Row>): number {
  return rows.reduce((sum, row) => sum + numberOf(value(row)), 0)
}

/** A cell's own operands, or the cell itself where it is none's sum. */
function partsOf<Row>({ columns, at }: Table<Row>, { value, from }: Column<Row>, row: Row): readonly Operand[] {
  if (from !== undefined) return from(row)
  const [place] = at?.(row) ?? []
  return place === undefined
    ? []
    : [{ of: String(columns[0]?.value(row) ?? ''), value: numberOf(value(row)), at: place }]
}

function numberOf(cell: Cell): number {
  return typeof cell === 'number' ? cell : 0
}
