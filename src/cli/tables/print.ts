import type { Language } from '../../diagnostic/diagnostic.ts'
import { cells, jsonText, shown } from '../../text/screen.ts'
import type { FilledRow, FilledTable, Heading, Value } from '../../show/table.ts'

/** One array of objects, each with every key. */
export function tableJson({ columns }: FilledTable, rows: readonly FilledRow[]): string {
  return jsonText(rows.map(row => Object.fromEntries(columns.map(({ key }) => [key, row.cells.get(key) ?? null]))))
}

/** Aligned columns under their titles, for a terminal; columns that say nothing are left out. */
export function tableText({ narrow }: FilledTable, rows: readonly FilledRow[], language: Language): string {
  const columns = narrow.filter(({ key }, i) => i === 0 || rows.some(row => !isNothing(row.cells.get(key))))
  const lines = [
    columns.map(({ title }) => title[language]),
    ...rows.map(row => columns.map(heading => cut(cellText(row.cells.get(heading.key), heading, language), heading))),
  ]
  const widths = columns.map((_, i) => Math.max(...lines.map(line => cells(line[i] ?? ''))))
  return lines
    .map(
      line =>
        line
          .map((text, i) => aligned(text, widths[i] ?? 0, columns[i]))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('')
}

/** Everything about a few rows, one value a line. */
export function rowsText({ columns }: FilledTable, rows: readonly FilledRow[], language: Language): string {
  const width = Math.max(...columns.map(({ title }) => cells(title[language])))
  return rows
    .map(row =>
      columns
        .flatMap(heading => {
          const text = cellText(row.cells.get(heading.key), heading, language)
          return text === '' ? [] : [`${padded(heading.title[language], width)}  ${text}\n`]
        })
        .join(''),
    )
    .join('\n')
}

function isNothing(value: Value): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Free text may be long; names and numbers are never cut. */
function cut(text: string, { format, width }: Heading): string {
  return format === 'text' && text.length > width ? `${text.slice(0, width - 1)}\u2026` : text
}

function cellText(cell: Value, { format }: Heading, language: Language): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return shown(cell.join(' '))
  if (typeof cell === 'string') return shown(cell)
  if (format === 'rupiah') return String(cell).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',')
  return language === 'id' ? String(cell).replace('.', ',') : String(cell)
}

function aligned(text: string, width: number, heading: Heading | undefined): string {
  const isNumber = heading !== undefined && ['integer', 'decimal', 'rupiah'].includes(heading.format)
  return isNumber ? ' '.repeat(Math.max(width - cells(text), 0)) + text : padded(text, width)
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - cells(text), 0))
}
