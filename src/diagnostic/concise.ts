import { shown } from '../text/screen.ts'
import { spotOf, type Report } from './spot.ts'

/** One line a finding, as editors and `grep` read them: `FILE:LINE:COLUMN: error[CODE]: message`. */
export function concise({ diagnostics, language, base }: Report): string {
  return diagnostics
    .map(({ code, severity, message, at }) => {
      const { file, line, column } = spotOf(at, base)
      return `${shown(file)}:${line}:${column}: ${severity}[${code}]: ${shown(message[language])}\n`
    })
    .join('')
}
