import { columnLetters } from '../../render/tables/column-letters.ts'
import type { Spot } from '../spot.ts'
import { unread, type Cell, type Remark, type Unread } from '../table.ts'
import type { GridRow } from './grid.ts'
import { limits } from './limits.ts'
import { dayOfSerial } from './xlsx-day.ts'
import { walkXml } from './xml.ts'

interface SheetGoes {
  readonly shared: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly from1904: boolean
  readonly file: string
  readonly sheet: string
}

interface Made {
  readonly number: number
  readonly cells: Cell[]
}

interface State extends SheetGoes {
  readonly rows: Made[]
  readonly merges: string[]
  readonly remarks: Remark[]
  cell:
    | { readonly column: number; readonly type: string; readonly style: number; isFormula: boolean; value: string }
    | undefined
  isValue: boolean
  fault: Unread | undefined
}

/** Rows of one sheet. A merged cell counts for all that it covers. */
export async function sheetOf(
  xml: string,
  goes: SheetGoes,
): Promise<{ readonly rows: readonly GridRow[]; readonly remarks: readonly Remark[] } | Unread> {
  const state: State = { ...goes, rows: [], merges: [], remarks: [], cell: undefined, isValue: false, fault: undefined }
  const fault = await walkXml(xml, {
    open: (name, attributes) => opened(state, name, attributes),
    text: text => {
      const { cell } = state
      if (cell !== undefined && state.isValue && cell.value.length <= limits.cell) cell.value += text
    },
    close: name => closed(state, name),
  })
  if (fault !== undefined) return fault
  if (state.fault !== undefined) return state.fault
  merge(state)
  return { rows: state.rows.filter(({ cells }) => cells.some(cell => cell !== '')), remarks: state.remarks }
}

function opened(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const { rows, cell } = state
  if (name === 'row') {
    const number = Number(attributes['r'] ?? (rows.at(-1)?.number ?? 0) + 1)
    if (rows.length >= limits.rows || !(number <= 1_048_576))
      state.fault ??= unread(`lebih dari ${limits.rows} baris`, `more than ${limits.rows} rows`)
    else rows.push({ number, cells: [] })
    if (isTrue(attributes['hidden'])) state.remarks.push({ ...hiddenRow, at: spotOf(state, number) })
  } else if (name === 'c') {
    const column = columnOf(attributes['r']) ?? rows.at(-1)?.cells.length ?? 0
    state.cell = {
      column,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      isFormula: false,
      value: '',
    }
  } else if (name === 'f' && cell !== undefined) cell.isFormula = true
  else if (name === 'mergeCell' && attributes['ref'] !== undefined) state.merges.push(attributes['ref'])
  state.isValue = name === 'v' || name === 't'
}

function spotOf({ file, sheet }: SheetGoes, row: number): Spot {
  return { file, sheet, row, unit: 'row' }
}

const hiddenRow = {
  certainty: 'guessed',
  why: { id: 'baris tersembunyi; ikut dibaca', en: 'a hidden row; read all the same' },
} as const

/** As XML Schema writes it. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

function closed(state: State, name: string): void {
  state.isValue = false
  const { cell, rows } = state
  const row = rows.at(-1)
  if (name !== 'c' || cell === undefined || row === undefined) return
  state.cell = undefined
  const at = spotOf(state, row.number)
  if (cell.column >= limits.columns) {
    state.remarks.push({
      at,
      certainty: 'left-out',
      why: { id: `di luar ${limits.columns} kolom pertama`, en: `beyond the first ${limits.columns} columns` },
    })
    return
  }
  const value = cellOf(state, cell.type, cell.style, cell.value)
  if (cell.isFormula && value !== '')
    state.remarks.push({
      at: { ...at, column: columnLetters(cell.column) },
      certainty: 'guessed',
      why: { id: 'hasil sebuah rumus, seperti terakhir disimpan', en: 'what a formula came to when it was last saved' },
    })
  while (row.cells.length < cell.column) row.cells.push('')
  row.cells[cell.column] = value
}

function cellOf({ shared, dates, from1904 }: State, type: string, style: number, value: string): Cell {
  if (type === 's') return (shared[Number(value)] ?? '').trim()
  if (type === 'inlineStr' || type === 'str') return value.trim()
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  // An error of the spreadsheet, `#REF!`, says nothing, and is told as what was not used.
  if (type === 'e') return value.trim()
  if (value === '') return ''
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return dates.has(style) ? dayOfSerial(from1904 ? number + daysTo1904 : number) : number
}

/** Some programs count from 1904-01-01 on, and say so in the workbook. */
const daysTo1904 = 1462

/** `C7` is column 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function merge({ rows, merges }: State): void {
  const byNumber = new Map(rows.map(row => [row.number, row]))
  let covered = 0
  for (const reference of merges) {
    const [from = '', to = from] = reference.split(':')
    const [left, right] = [columnOf(from), columnOf(to)]
    const [top, bottom] = [from, to].map(each => Number(/\d+$/.exec(each)?.[0]))
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) continue
    const value = byNumber.get(top)?.cells[left] ?? ''
    covered += (bottom - top + 1) * (right - left + 1)
    if (value === '' || !(covered <= limits.cells) || right >= limits.columns) continue
    for (let number = top; number <= bottom; number++) {
      const row = byNumber.get(number)
      if (row === undefined) continue
      while (row.cells.length <= right) row.cells.push('')
      for (let column = left; column <= right; column++) row.cells[column] = value
    }
  }
}
