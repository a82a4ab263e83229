import type { Place } from '../source/source.ts'

/** A sentence for people, in Indonesian and in English. */
export interface Bilingual {
  readonly id: string
  readonly en: string
}

export type Language = keyof Bilingual
export type Severity = 'error' | 'warning'

export interface Related {
  readonly at: Place
  readonly message: Bilingual
}

export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: Bilingual
  readonly at: Place
  readonly help?: Bilingual
  readonly related?: readonly Related[]
  /** The declared things that it is about, as `kind:id`; a waiver can name them. */
  readonly about?: readonly string[]
  /** So many more of its code in its file are told by this one alone. */
  readonly more?: number
  /**
   * The line holds what nobody should read again, a secret in clear text: printers show its place and not its words.
   */
  readonly confidential?: true
}

/** A value together with what there is to say about it. The user's mistakes are values; only our own bugs throw. */
export interface Checked<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(diagnostic => diagnostic.severity === 'error')
}
