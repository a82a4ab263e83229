import { xmlText } from '../text/escape.ts'
import { cellText, isNumeric } from './cell-text.ts'
import type { Column, Table } from './column.ts'
import { bilingual } from './bilingual.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'

/** An accessible table: a caption, headings with a scope, and the first cell of each row as its heading. */
export function htmlTable<Row>(caption: Bilingual, { columns, rows }: Table<Row>): string {
  const head = columns
    .map(({ title, format }) => `<th scope="col"${alignment(format)}>${bilingual(title)}</th>`)
    .join('')
  const body = rows
    .map(row => `<tr>${columns.map((column, i) => htmlCell(column, row, i === 0)).join('')}</tr>`)
    .join('\n')
  return `<div class="wide" tabindex="0" role="region" aria-label="${xmlText(caption.id)}"><table><caption>${bilingual(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>
`
}

function htmlCell<Row>({ format, value }: Column<Row>, row: Row, first: boolean): string {
  const text = xmlText(cellText(value(row), format))
  const shown = format === 'code' && text !== '' ? `<code>${text}</code>` : text
  return first ? `<th scope="row">${shown}</th>` : `<td${alignment(format)}>${shown}</td>`
}

function alignment(format: Column<never>['format']): string {
  return isNumeric(format) ? ' class="n"' : ''
}
