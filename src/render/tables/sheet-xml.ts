import { encode, joined } from './bytes.ts'
import { columnLetters } from './column-letters.ts'
import type { Cell, Format, Table } from './column.ts'
import { xmlText } from '../text/escape.ts'
import { headingStyle, styleOf } from './xlsx-styles.ts'

/** Rows that Excel can hold, its heading among them. */
const mostRows = 1_048_576
/** Rows are turned into bytes in runs of this many, so that no string grows beyond what an engine can hold. */
const run = 200

/** The texts of a workbook, each once, in the order in which cells first ask for them. */
export interface SharedTexts {
  readonly numbers: Map<string, number>
  uses: number
}

interface Page {
  readonly isSelected: boolean
  readonly footer: string
}

/** One worksheet, as UTF-8. Texts stand in their cells as texts: none is ever a formula. */
export function sheetXml<Row>(
  { columns, rows }: Table<Row>,
  { isSelected, footer }: Page,
  texts: SharedTexts,
): Uint8Array {
  const letters = columns.map((_, i) => columnLetters(i))
  const cells = columns.map(({ format, value }, i) => ({ format, value, letter: letters[i] ?? '' }))
  const kept = rows.slice(0, mostRows - 1)
  const last = `${letters.at(-1) ?? 'A'}${kept.length + 1}`
  const widths = columns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const chunks = [
    encode(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
        `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>` +
        `<sheetViews><sheetView${isSelected ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
        `<sheetFormatPr defaultRowHeight="13"/><cols>${widths}</cols><sheetData>` +
        `<row r="1" ht="28" customHeight="1">${columns.map(({ title }, i) => textCell(`${letters[i]}1`, headingStyle, title.id, texts)).join('')}</row>`,
    ),
  ]
  for (let start = 0; start < kept.length; start += run) {
    let text = ''
    for (const [i, row] of kept.slice(start, start + run).entries()) {
      const number = start + i + 2
      text += `<row r="${number}">`
      for (const { format, value, letter } of cells) text += cell(letter + number, format, value(row), texts)
      text += '</row>'
    }
    chunks.push(encode(text))
  }
  chunks.push(
    encode(
      `</sheetData><autoFilter ref="A1:${last}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
        '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
        (footer === '' ? '' : `<headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`) +
        '</worksheet>',
    ),
  )
  return joined(chunks)
}

function cell(reference: string, format: Format, value: Cell, texts: SharedTexts): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number') return `<c r="${reference}" s="${styleOf[format]}"><v>${value}</v></c>`
  if (format === 'date') return `<c r="${reference}" s="${styleOf.date}"><v>${serialOf(value)}</v></c>`
  return textCell(reference, styleOf[format], value, texts)
}

function textCell(reference: string, style: number, text: string, texts: SharedTexts): string {
  texts.uses++
  let number = texts.numbers.get(text)
  if (number === undefined) {
    number = texts.numbers.size
    texts.numbers.set(text, number)
  }
  return style === 0
    ? `<c r="${reference}" t="s"><v>${number}</v></c>`
    : `<c r="${reference}" s="${style}" t="s"><v>${number}</v></c>`
}

/** Days since 30 December 1899, as spreadsheets count them. */
function serialOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569
}
