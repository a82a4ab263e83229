import { spotJson } from '../../diagnostic/spot.ts'
import type { Artifact } from '../../render/artifact.ts'
import { columnLetters } from '../../render/tables/column-letters.ts'
import type { Cell, Column } from '../../render/tables/column.ts'
import { markdownRow } from '../../render/tables/markdown.ts'
import type { Sheet } from '../../render/tables/xlsx.ts'
import type { Place } from '../../source/source.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { lineJson, linePretty, placeBlock, type Explained } from './line.ts'
import type { Shell } from '../shell/shell.ts'
import { shown } from '../../text/screen.ts'

/** `SHEET!C12`, `C12` of the first sheet, or a whole row by the line of its file. */
export type CellWish =
  | { readonly sheet: string | undefined; readonly letters: string; readonly row: number }
  | { readonly line: number; readonly text: string }

/** A cell, or a row, of a table: what stands there and what it was computed from. */
export interface ExplainedCell {
  readonly file: string
  /** As it was asked for: `Kontrak!C12`. */
  readonly name: string
  readonly column: string | undefined
  readonly value: Cell
  readonly operands: readonly { readonly of: string; readonly value: number; readonly at: Place }[] | undefined
  readonly from: readonly Place[]
  readonly base: string
}

const cellPattern = /^(.+)#(?:(.+)!)?([A-Za-z]{1,3})([1-9]\d{0,6})$/

/** Undefined where what was asked for is no cell. */
export function cellOf(asked: string): { readonly path: string; readonly wish: CellWish } | undefined {
  const [, path, sheet, letters = '', row = ''] = cellPattern.exec(asked) ?? []
  if (path === undefined) return undefined
  return { path, wish: { sheet, letters: letters.toUpperCase(), row: Number(row) } }
}

/** Undefined where an artifact has no table that holds what was asked for by its line. */
export function explainCell(
  file: string,
  wish: CellWish,
  { sheets }: Artifact,
  base: string,
): ExplainedCell | Refusal | undefined {
  const tables = sheets?.()
  if ('line' in wish) return tables === undefined ? undefined : explainRow(file, wish, tables, base)
  if (tables === undefined) return refuse(`${shown(file)} tidak berisi tabel`, `${shown(file)} holds no table`)
  const table =
    wish.sheet === undefined ? tables[0] : tables.find(({ name }) => name.toLowerCase() === wish.sheet?.toLowerCase())
  if (table === undefined) {
    const names = tables.map(({ name }) => name).join(', ')
    return refuse(
      `tidak ada lembar ${shown(wish.sheet ?? '')}; yang ada: ${names}`,
      `there is no sheet ${shown(wish.sheet ?? '')}; known: ${names}`,
    )
  }
  const index = table.columns.findIndex((_, i) => columnLetters(i) === wish.letters)
  const column = table.columns[index]
  const name = `${table.name === '' ? '' : `${table.name}!`}${wish.letters}${wish.row}`
  if (column === undefined || wish.row > table.rows.length + 1)
    return refuse(
      `${name} di luar tabel: ${table.columns.length} kolom, ${table.rows.length + 1} baris`,
      `${name} lies outside the table: ${table.columns.length} columns, ${table.rows.length + 1} rows`,
    )
  const heading = { file, name, column: column.key, base }
  if (wish.row === 1) return { ...heading, value: column.title.id, operands: undefined, from: [] }
  return { ...heading, ...readCell(table, column, table.rows[wish.row - 2]) }
}

function readCell(
  table: Sheet,
  column: Column<never>,
  row: unknown,
): Pick<ExplainedCell, 'value' | 'operands' | 'from'> {
  // A sheet forgets what its rows are; its columns are those that it was made with.
  const own = row as never
  const value = column.value(own)
  const operands = value === undefined ? undefined : column.from?.(own)
  return { value, operands, from: operands === undefined ? (table.at?.(own) ?? []) : [] }
}

/** A line of a CSV, whose heading is its first, or a row of a table in Markdown. */
function explainRow(
  file: string,
  { line, text }: Extract<CellWish, { line: number }>,
  tables: readonly Sheet[],
  base: string,
): ExplainedCell | undefined {
  for (const table of tables) {
    const index = file.endsWith('.csv') ? line - 2 : table.rows.findIndex(row => markdownRow(table, row) === text)
    const row = table.rows[index]
    if (row === undefined) continue
    return {
      file,
      name: String(line),
      column: undefined,
      value: text,
      operands: undefined,
      from: table.at?.(row) ?? [],
      base,
    }
  }
  return undefined
}

function cellJson({ file, name, column, value, operands, from, base }: ExplainedCell): object {
  return {
    file,
    cell: name,
    column,
    value: value ?? null,
    ...(operands === undefined
      ? { from: from.map(place => spotJson(place, base)) }
      : { operands: operands.map(({ at, ...operand }) => ({ ...operand, ...spotJson(at, base) })) }),
  }
}

/** A sum may have a thousand operands: the first few are drawn, all are in JSON. */
const mostDrawn = 12

function cellPretty({ file, name, column, value, operands, from, base }: ExplainedCell, shell: Shell): string {
  const head = `${shell.paint.strong(`${shown(file)}${column === undefined ? ':' : '#'}${shown(name)}`)}\n  ${shown(String(value ?? ''))}\n`
  const drawn = (operands ?? from.map(at => ({ of: undefined, value: undefined, at }))).slice(0, mostDrawn)
  const blocks = drawn.map(
    ({ of, value: part, at }) => (of === undefined ? '' : `  ${part} ${shown(of)}\n`) + placeBlock(at, base, shell),
  )
  const rest = (operands ?? from).length - drawn.length
  const more =
    rest <= 0
      ? ''
      : shell.language === 'id'
        ? `  dan ${rest} lagi; semuanya: --format json\n`
        : `  and ${rest} more; all of them: --format json\n`
  return head + blocks.join('') + more
}

function isCell(explained: Explained | ExplainedCell): explained is ExplainedCell {
  return 'operands' in explained
}

export function explainedPretty(explained: Explained | ExplainedCell, shell: Shell): string {
  return isCell(explained) ? cellPretty(explained, shell) : linePretty(explained, shell)
}

export function explainedJson(explained: Explained | ExplainedCell): object {
  return isCell(explained) ? cellJson(explained) : lineJson(explained)
}
