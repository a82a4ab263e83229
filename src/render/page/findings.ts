import type { Bilingual, Diagnostic } from '../../diagnostic/diagnostic.ts'
import { bilingual } from '../tables/bilingual.ts'
import { xmlText } from '../text/escape.ts'
import { grouped } from '../text/numbers.ts'
import { messages } from './messages.ts'
import { mostRows } from './section.ts'
import { byText } from '../../text/order.ts'

/**
 * Findings as a table; a message stands in both languages. Each names its file and the things that it is about: lines
 * change with every edit above them, and belong to whoever has the file open.
 */
export function findingsHtml(caption: Bilingual, diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return `<p>${bilingual(caption)}: ${bilingual(messages.none)}</p>\n`
  const shown = [...diagnostics].sort(byThing).slice(0, mostRows)
  const rest = diagnostics.length - shown.length
  const more = rest === 0 ? '' : `<p>${bilingual(messages.moreFindings({ left: rest }))}</p>\n`
  return `<div class="wide" tabindex="0" role="region" aria-label="${xmlText(caption.id)}"><table><caption>${bilingual(caption)} (${grouped(diagnostics.length)})</caption>
<thead><tr>${[messages.code, messages.severity, messages.finding, messages.place].map(words => `<th scope="col">${bilingual(words)}</th>`).join('')}</tr></thead>
<tbody>
${shown.map(row).join('\n')}
</tbody></table></div>
${more}`
}

const byThing = byText(({ code, at, message }: Diagnostic) => `${code} ${at.source.path} ${message.en}`)

function row({ code, severity, message, help, at, about = [] }: Diagnostic): string {
  const word = severity === 'error' ? { id: 'galat', en: 'error' } : { id: 'peringatan', en: 'warning' }
  const advice = help === undefined ? '' : `<br>${bilingual(help)}`
  const places = [at.source.path, ...about].map(place => `<code>${xmlText(place)}</code>`).join('<br>')
  return `<tr><th scope="row"><code>${xmlText(code)}</code></th><td class="${severity}">${bilingual(word)}</td><td>${bilingual(message)}${advice}</td><td>${places}</td></tr>`
}
