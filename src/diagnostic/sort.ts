import { locate } from '../source/yaml.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Findings by file, line, column and code. Files with one finding are never parsed again for it. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const path = diagnostic.at.source.path
    const file = files.get(path)
    if (file === undefined) files.set(path, [diagnostic])
    else file.push(diagnostic)
  }
  return [...files.keys()].sort(byCodeUnits).flatMap(path => sortFile(files.get(path) ?? []))
}

function sortFile(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length === 1) return diagnostics
  const placed = diagnostics.map(diagnostic => ({ diagnostic, ...locate(diagnostic.at) }))
  placed.sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      byCodeUnits(a.diagnostic.code, b.diagnostic.code) ||
      byCodeUnits(a.diagnostic.message.en, b.diagnostic.message.en),
  )
  return placed.map(({ diagnostic }) => diagnostic)
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
