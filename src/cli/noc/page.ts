import type { Language } from '../../diagnostic/diagnostic.ts'
import { shown } from '../../text/screen.ts'
import { watchMessages as messages } from './messages.ts'

/** What the terminal says, for a screen on the wall; it asks for itself anew every five seconds. */
export function watchPage(text: string, language: Language): string {
  const body = text.split('\n').map(shown).join('\n')
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>${messages.title[language]}</title><style>body{font:16px monospace;margin:2em}pre{white-space:pre-wrap}</style><main><h1>${messages.title[language]}</h1><pre>${escaped(body)}</pre></main></html>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
