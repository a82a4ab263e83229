import { knownNames } from '../mapping/fields.ts'
import type { Spot } from '../spot.ts'
import { unlike, type Cell, type Remark, type Row, type Told } from '../table.ts'
import { limits } from './limits.ts'

export interface GridRow {
  /** As the file counts, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

interface GridFile {
  readonly file: string
  readonly sheet?: string
  readonly unit: 'row' | 'line'
  readonly encoding?: string
}

interface Heading {
  readonly index: number
  readonly names: readonly string[]
  readonly isKnown: boolean
  /** Rows that it takes, itself the last of them. */
  readonly height: 1 | 2
}

const mostTitleRows = 25

/**
 * A grid of cells as a table: its heading is the row that holds most names that are known; what stands above is a
 * title, and said.
 */
export function gridTable(grid: GridFile, rows: readonly GridRow[]): Told {
  const { file, sheet, unit } = grid
  const spot = (row: number): Spot => ({ file, ...(sheet === undefined ? {} : { sheet }), row, unit })
  const heading = headingOf(rows)
  const remarks: Remark[] = []
  if (grid.encoding === 'Windows-1252')
    remarks.push({
      at: { file },
      certainty: 'guessed',
      why: { id: 'bukan UTF-8; dibaca sebagai Windows-1252', en: 'not UTF-8; read as Windows-1252' },
    })
  if (heading === undefined) return { tables: [], remarks }
  if (!heading.isKnown)
    remarks.push({ at: spot(rows[heading.index]?.number ?? 1), certainty: 'guessed', why: noHeading })
  const columns = unlike(heading.names)
  for (const { number, cells } of rows.slice(0, heading.index + 1 - heading.height))
    if (cells.some(cell => cell !== '')) remarks.push(leftOut(spot(number), cells, aboveHeading))
  const body = rows.slice(heading.index + 1).map((row): Row => {
    const cells = new Map<string, Cell>()
    for (const [i, cell] of row.cells.entries()) {
      if (cell === '') continue
      const column = columns[i]
      if (column === undefined) remarks.push({ ...leftOut(spot(row.number), [cell], pastHeading) })
      else cells.set(column, typeof cell === 'string' ? cell.slice(0, limits.cell) : cell)
    }
    return { at: spot(row.number), cells }
  })
  // A table that was printed by pages, or joined from several, says its names once more.
  const isHeading = ({ cells }: Row): boolean =>
    cells.size > 1 && [...cells].every(([column, cell]) => column.replace(/ \(\d+\)$/, '') === String(cell))
  for (const row of body) if (isHeading(row)) remarks.push(leftOut(row.at, [...row.cells.values()], onceMore))
  const filled = body.filter(row => row.cells.size > 0 && !isHeading(row))
  return { tables: [{ file, ...(sheet === undefined ? {} : { sheet }), columns, rows: filled }], remarks }
}

const noHeading = {
  id: 'tidak ada baris judul kolom yang dikenali; baris ini dianggap judul, dan berkas pemetaan menyebut artinya',
  en: 'no row of column names that are known; this one is taken as such, and the mapping file says what they mean',
}
const aboveHeading = { id: 'di atas judul kolom', en: 'above the column names' }
const onceMore = { id: 'judul kolom sekali lagi', en: 'the column names once more' }
const pastHeading = { id: 'di kolom tanpa judul', en: 'in a column without a name' }

function leftOut(at: Spot, cells: readonly Cell[], why: Remark['why']): Remark {
  return { at, certainty: 'left-out', why, text: cells.filter(cell => cell !== '').join(' | ') }
}

function headingOf(rows: readonly GridRow[]): Heading | undefined {
  const candidates = rows.slice(0, mostTitleRows).map(({ cells }, index) => {
    const own = cells.map(nameOf)
    const above = rows[index - 1]?.cells.map(nameOf) ?? []
    // A heading of two rows: groups over names (`Koordinat` over `Lintang`), and names that reach down from the upper
    // one.
    const names = Array.from({ length: Math.max(own.length, above.length) }, (_, i) => own[i] || above[i] || '')
    const [score, both] = [fieldsIn(own), fieldsIn(names)]
    const isTwoRows = both > score && own.some(name => name !== '' && knownNames(name).length > 0)
    return {
      index,
      names: isTwoRows ? names : own,
      score: isTwoRows ? both : score,
      height: isTwoRows ? (2 as const) : (1 as const),
    }
  })
  const best = candidates.toSorted((a, b) => b.score - a.score || a.index - b.index)[0]
  if (best !== undefined && best.score > 0) return { ...best, isKnown: true }
  const first = candidates.find(({ names }) => names.filter(name => name !== '').length > 1)
  return first === undefined ? undefined : { ...first, isKnown: false }
}

/** How many different fields some names stand for. */
function fieldsIn(names: readonly string[]): number {
  return new Set(names.flatMap(name => knownNames(name)[0] ?? [])).size
}

function nameOf(cell: Cell): string {
  return String(cell).replace(/\s+/g, ' ').trim().slice(0, 200)
}
