import { locate } from '../source/locate.ts'
import type { Diagnostic } from './diagnostic.ts'
import { compareText } from '../text/order.ts'

/** Findings by file, line, column and code. Files with one finding are never parsed again for it. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = Map.groupBy(diagnostics, ({ at }) => at.source.path)
  return [...files.keys()].sort(compareText).flatMap(path => sortFile(files.get(path) ?? []))
}

function sortFile(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length === 1) return diagnostics
  const placed = diagnostics.map(diagnostic => ({ diagnostic, ...locate(diagnostic.at) }))
  placed.sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.diagnostic.code, b.diagnostic.code) ||
      compareText(a.diagnostic.message.en, b.diagnostic.message.en),
  )
  return placed.map(({ diagnostic }) => diagnostic)
}
