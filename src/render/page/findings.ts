import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { locate } from '../../source/yaml.ts'
import { bilingual } from '../tables/bilingual.ts'
import { xmlText } from '../text/escape.ts'
import { grouped } from '../text/numbers.ts'
import { mostRows } from './section.ts'

/** Looking up a line parses its file again: for a few findings only. */
const mostLocated = 200

/** Findings as a table; a message stands in both languages. */
export function findingsHtml(caption: { readonly id: string; readonly en: string }, diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return `<p>${bilingual(caption)}: <span lang="id">tidak ada.</span> <span lang="en">none.</span></p>\n`
  const shown = diagnostics.slice(0, mostRows)
  const withLines = shown.length <= mostLocated
  const rest = diagnostics.length - shown.length
  const more = rest === 0 ? '' : `<p>${bilingual({ id: `dan ${grouped(rest)} lagi; lihat serat check`, en: `and ${grouped(rest)} more; see serat check` })}</p>\n`
  return `<div class="wide" tabindex="0" role="region" aria-label="${xmlText(caption.id)}"><table><caption>${bilingual(caption)} (${grouped(diagnostics.length)})</caption>
<thead><tr><th scope="col">${bilingual({ id: 'Kode', en: 'Code' })}</th><th scope="col">${bilingual({ id: 'Tingkat', en: 'Severity' })}</th><th scope="col">${bilingual({ id: 'Temuan', en: 'Finding' })}</th><th scope="col">${bilingual({ id: 'Tempat', en: 'Place' })}</th></tr></thead>
<tbody>
${shown.map(diagnostic => row(diagnostic, withLines)).join('\n')}
</tbody></table></div>
${more}`
}

function row({ code, severity, message, help, at }: Diagnostic, withLine: boolean): string {
  const word = severity === 'error' ? { id: 'kesalahan', en: 'error' } : { id: 'peringatan', en: 'warning' }
  const advice = help === undefined ? '' : `<br>${bilingual(help)}`
  const place = withLine ? `${at.source.path}:${locate(at).line}` : at.source.path
  return `<tr><th scope="row"><code>${xmlText(code)}</code></th><td class="${severity}">${bilingual(word)}</td><td>${bilingual(message)}${advice}</td><td><code>${xmlText(place)}</code></td></tr>`
}
