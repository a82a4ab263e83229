import type { Bilingual, Diagnostic, Related, Severity } from './diagnostic.ts'
import { jsonText } from '../text/screen.ts'
import { count, spotJson, spotOf, type JsonSpot, type Report } from './spot.ts'

/** The shape of `check --format json`; both languages, so `--lang` changes nothing. */
export interface JsonReport {
  readonly diagnostics: readonly JsonDiagnostic[]
  readonly errors: number
  readonly warnings: number
}

export interface JsonDiagnostic extends JsonSpot {
  readonly code: string
  readonly severity: Severity
  readonly message: Bilingual
  readonly related: readonly JsonRelated[]
  readonly help?: Bilingual
}

export interface JsonRelated {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: Bilingual
}

export function json({ diagnostics, base }: Report): string {
  const report: JsonReport = {
    diagnostics: diagnostics.map(diagnostic => entry(diagnostic, base)),
    ...count(diagnostics),
  }
  return jsonText(report)
}

function entry({ code, severity, message, at, related = [], help }: Diagnostic, base: string): JsonDiagnostic {
  return {
    code,
    severity,
    message,
    ...spotJson(at, base),
    related: related.map(other => relatedEntry(other, base)),
    ...(help === undefined ? {} : { help }),
  }
}

function relatedEntry({ at, message }: Related, base: string): JsonRelated {
  const { file, line, column } = spotOf(at, base)
  return { file, line, column, message }
}
