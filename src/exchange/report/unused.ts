import type { Draft } from '../draft/draft.ts'
import type { TableMapping } from '../mapping/mapping.ts'
import { cellKey, inColumn, type Spot } from '../spot.ts'
import type { Remark, Row, Table } from '../table.ts'

/** Every cell that is not empty is in one of them: the sum holds by construction, and the report prints it. */
export interface CellCount {
  readonly read: number
  readonly used: number
  readonly leftOut: number
}

/** What no fact and no remark has used: whole columns once, single cells each. */
export function unused(
  tables: readonly Table[],
  mappings: readonly TableMapping[],
  drafts: readonly Draft[],
  remarks: readonly Remark[],
): { readonly remarks: Remark[]; readonly cells: CellCount } {
  // What a remark quotes, it has told whole.
  const gone = new Set(remarks.filter(({ text }) => text !== undefined).map(({ at }) => cellKey(at)))
  const told = { used: cellsUsed(drafts), gone }
  const all = tables.map((table, i) => unusedIn(table, mappings[i], told))
  const sum = (of: keyof CellCount): number => all.reduce((total, { cells }) => total + cells[of], 0)
  return {
    remarks: all.flatMap(each => each.remarks),
    cells: { read: sum('read'), used: sum('used'), leftOut: sum('leftOut') },
  }
}

interface Told {
  readonly used: UsedCells
  readonly gone: ReadonlySet<string>
}

/** What is left of a column: how many cells, and each of them where the column itself means something. */
interface Left {
  cells: number
  readonly single: Remark[]
}

function unusedIn(
  table: Table,
  mapping: TableMapping | undefined,
  told: Told,
): { readonly remarks: Remark[]; readonly cells: CellCount } {
  const without = table.columns.filter(column => mapping?.columns.has(column) !== true)
  const lefts = new Map<string, Left>()
  const usedColumns = new Set<string>()
  const cells = { read: 0, used: 0, leftOut: 0 }
  for (const row of table.rows) {
    const isGone = told.gone.has(cellKey(row.at))
    for (const [column, value] of row.cells) {
      const state = stateOf({ row, column, isGone, ...told, without })
      cells.read++
      cells[state === 'used' ? 'used' : 'leftOut']++
      if (state === 'used') usedColumns.add(column)
      if (state === 'used' || state === 'row') continue
      const left = kept(lefts, column, (): Left => ({ cells: 0, single: [] }))
      left.cells++
      if (state === 'cell')
        left.single.push({ at: inColumn(row.at, column), certainty: 'left-out', why: noUse, text: String(value) })
    }
  }
  return { remarks: remarksOn(table, lefts, usedColumns), cells }
}

function remarksOn(table: Table, lefts: ReadonlyMap<string, Left>, used: ReadonlySet<string>): Remark[] {
  const isTold = ([column, { single }]: readonly [string, Left]): boolean =>
    single.length > 0 && (used.has(column) || single.length <= fewCells)
  const whole = [...lefts].filter(each => !isTold(each))
  const ofColumns = (columns: typeof whole): Remark[] =>
    columns.map(([column, { cells }]) => columnRemark(table, column, cells))
  return [
    ...[...lefts].filter(isTold).flatMap(([, { single }]) => single),
    ...ofColumns(whole.filter(([, { single }]) => single.length === 0)),
    ...ofColumns(whole.filter(([, { single }]) => single.length > 0)),
  ]
}

interface UsedCells {
  readonly has: (spot: Spot) => boolean
}

/**
 * Numbers of rows by file, sheet and column: of fifty thousand rows a key for every cell would be most of the memory.
 */
function cellsUsed(drafts: readonly Draft[]): UsedCells {
  const files = new Map<string, Map<string, Map<string, Set<number>>>>()
  for (const { facts } of drafts)
    for (const { from } of facts)
      for (const { file, sheet = '', column = '', row = 0 } of from) {
        const sheets = kept(files, file, () => new Map<string, Map<string, Set<number>>>())
        const columns = kept(sheets, sheet, () => new Map<string, Set<number>>())
        kept(columns, column, () => new Set<number>()).add(row)
      }
  return {
    has: ({ file, sheet = '', column = '', row = 0 }) => files.get(file)?.get(sheet)?.get(column)?.has(row) === true,
  }
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/** So many cells of a column that nothing uses are told one by one. */
const fewCells = 5

const noUse = { id: 'nilai ini tidak terpakai', en: 'this value was not used' }

interface Cells {
  readonly row: Row
  readonly column: string
  readonly isGone: boolean
  readonly used: UsedCells
  readonly gone: ReadonlySet<string>
  readonly without: readonly string[]
}

function stateOf({ row, column, isGone, used, gone, without }: Cells): 'used' | 'row' | 'column' | 'cell' {
  if (used.has(inColumn(row.at, column))) return 'used'
  if (isGone || (gone.size > 0 && gone.has(cellKey(inColumn(row.at, column))))) return 'row'
  return without.includes(column) ? 'column' : 'cell'
}

function columnRemark({ file, sheet }: Table, column: string, cells: number): Remark {
  const at: Spot = { file, ...(sheet === undefined ? {} : { sheet }), column }
  return {
    at,
    certainty: 'left-out',
    why: {
      id: `kolom ini tidak punya tempat di inventaris; sel: ${cells}`,
      en: `this column has no place in the inventory; cells: ${cells}`,
    },
  }
}
