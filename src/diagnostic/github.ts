import type { Diagnostic } from './diagnostic.ts'
import { shown } from '../text/screen.ts'
import { spotOf, type Report } from './spot.ts'

/** Workflow commands of GitHub Actions, which become remarks in a pull request. Nothing of a user's text can end a command or begin another. */
export function github({ diagnostics, language, base }: Report): string {
  return diagnostics.map(diagnostic => command(diagnostic, language, base)).join('')
}

function command(
  { code, severity, message, help, at }: Diagnostic,
  language: Report['language'],
  base: string,
): string {
  const { file, line, column, endLine, endColumn } = spotOf(at, base)
  const properties = { file, line, endLine, col: column, endColumn, title: code }
  const list = Object.entries(properties)
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',')
  const text = [message, ...(help === undefined ? [] : [help])].map(words => shown(words[language])).join('\n')
  return `::${severity} ${list}::${data(text)}\n`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(shown(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
