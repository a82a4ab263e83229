import { z } from 'zod'
import { unread, type Told, type Unread } from '../table.ts'
import { decoded } from './encoding.ts'
import { limits } from './limits.ts'
import { gridTable, type GridRow } from './grid.ts'

const cells = z.array(z.string())

/** Rows by comma, semicolon, tab or bar: whichever parts the first lines into most columns alike. */
export async function readCsv(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const known = decoded(bytes)
  if ('unread' in known) return known
  const { parse, CsvError } = await import('csv-parse/sync')
  const delimiter = delimiterOf(known.text)
  try {
    // Each record becomes its row at once: what the parser knows of it besides would stand in memory for all of them.
    const rows: GridRow[] = []
    parse(known.text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      to: limits.rows + 1,
      on_record: (record: unknown, { lines }) => {
        // A quoted cell may span lines; the row is where it ends, as the parser counts.
        rows.push({ number: lines, cells: cells.parse(record).map(cellText) })
        return null
      },
    })
    if (rows.length > limits.rows) return unread(`lebih dari ${limits.rows} baris`, `more than ${limits.rows} rows`)
    return gridTable({ file, unit: 'line', encoding: known.encoding }, rows)
  } catch (error) {
    if (error instanceof CsvError) return error.code === 'CSV_MAX_RECORD_SIZE' ? rowTooLong : openQuote
    throw error
  }
}

/** `="007"` is how a spreadsheet program keeps its zeros in a CSV. */
function cellText(cell: string): string {
  const text = cell.trim()
  return /^="[^"]*"$/.test(text) ? text.slice(2, -1) : text
}

/**
 * Uneven rows and stray quotes are taken as they are: an open quote and what it makes of the rest is what is left to
 * refuse.
 */
const openQuote = unread(
  'CSV ini tidak terbaca: sebuah tanda kutip dibuka dan tidak pernah ditutup; hapus tanda itu, atau tutup',
  'this CSV cannot be read: a quote is opened and never closed; take it out, or close it',
)

const rowTooLong = unread(
  'CSV ini tidak terbaca: satu barisnya lebih dari sejuta huruf, biasanya karena tanda kutip yang tidak ditutup',
  'this CSV cannot be read: one of its rows has more than a million letters, mostly because a quote is not closed',
)

const delimiters = [';', '\t', ',', '|'] as const

function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/, 20)
    .filter(line => line.trim() !== '')
  const counted = delimiters.map(delimiter => {
    const columns = lines.map(line => line.replace(/"[^"]*"/g, '').split(delimiter).length)
    // Most rows of a table are alike, its title is not; a sign inside of cells falls differently on every row.
    const usual = columns.toSorted((a, b) => a - b)[Math.floor(columns.length / 2)] ?? 1
    const alike = columns.filter(count => count === usual).length
    return { delimiter, score: usual > 1 ? (alike / columns.length) * 1000 + usual : 0 }
  })
  return counted.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}
