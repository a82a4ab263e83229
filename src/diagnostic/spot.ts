import { locate } from '../source/locate.ts'
import type { Place, Range } from '../source/source.ts'
import type { Diagnostic, Language } from './diagnostic.ts'

/** What a printer prints, and for whom. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[]
  readonly language: Language
  /** The inventory folder as seen from the working directory, with forward slashes; empty where they are the same. */
  readonly base: string
}

/** Where a place stands: its file as seen from the working directory, and its range. */
export interface Spot extends Range {
  readonly file: string
}

export function spotOf(place: Place, base: string): Spot {
  return { file: fileOf(place, base), ...locate(place) }
}

/** The same in JSON, whose keys are spelt as in the files of an inventory. */
export interface JsonSpot {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly end_line: number
  readonly end_column: number
}

export function spotJson(place: Place, base: string): JsonSpot {
  const { file, line, column, endLine, endColumn } = spotOf(place, base)
  return { file, line, column, end_line: endLine, end_column: endColumn }
}

function fileOf({ source }: Place, base: string): string {
  return base === '' ? source.path : `${base}/${source.path}`
}

export function count(diagnostics: readonly Diagnostic[]): { readonly errors: number; readonly warnings: number } {
  const counts = { error: 0, warning: 0 }
  for (const { severity, more = 0 } of diagnostics) counts[severity] += 1 + more
  return { errors: counts.error, warnings: counts.warning }
}
