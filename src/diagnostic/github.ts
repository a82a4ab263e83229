import type { Bilingual, Diagnostic } from './diagnostic.ts'
import { shown } from '../text/screen.ts'
import { spotOf, type Report } from './spot.ts'

/** GitHub shows this many errors, warnings and notices of a step, and drops the rest without a word. */
const mostShown = 10

/**
 * Workflow commands of GitHub Actions, which become remarks in a pull request: of each severity the first ten, the last
 * of them counting what is left. Nothing of a user's text can end a command or begin another.
 */
export function github({ diagnostics, language, base }: Report): string {
  const bySeverity = Map.groupBy(diagnostics, ({ severity }) => severity)
  return (['error', 'warning'] as const)
    .map(severity => {
      const all = bySeverity.get(severity) ?? []
      const shownOnes = all.length <= mostShown ? all : all.slice(0, mostShown - 1)
      const left = all.length - shownOnes.length
      const rest = left === 0 ? '' : `::${severity} title=serat::${restWords(severity, left)[language]}\n`
      return shownOnes.map(diagnostic => command(diagnostic, language, base)).join('') + rest
    })
    .join('')
}

/** An error at the beginning of a file, by its path in the repository. */
export function remarkAt(file: string, words: string): string {
  return `::error file=${property(file)},line=1,title=serat::${data(words.split('\n').map(shown).join('\n'))}\n`
}

function restWords(severity: 'error' | 'warning', left: number): Bilingual {
  const [id, en] = severity === 'error' ? ['galat', 'errors'] : ['peringatan', 'warnings']
  return {
    id: `${left} ${id} lagi: serat check menampilkan semuanya`,
    en: `${left} more ${en}: serat check shows all of them`,
  }
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
