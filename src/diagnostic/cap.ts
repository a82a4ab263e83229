import type { Diagnostic } from './diagnostic.ts'

/** Findings of one code that are told of a file. */
const mostAlike = 20

/**
 * Of each file at most `mostAlike` findings of one code; the last of them counts the rest. Sorted input stays sorted,
 * and an error stays one.
 */
export function capped(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(diagnostics, ({ code, severity, at }) => `${severity} ${code} ${at.source.path}`)
  const told = new Set<Diagnostic>()
  const counting = new Map<Diagnostic, number>()
  for (const alike of groups.values()) {
    const kept = alike.slice(0, mostAlike)
    for (const diagnostic of kept) told.add(diagnostic)
    const rest = alike.slice(mostAlike)
    const more = [...kept, ...rest].reduce((sum, { more: behind = 0 }) => sum + behind, rest.length)
    const last = kept.at(-1)
    if (more > 0 && last !== undefined) counting.set(last, more)
  }
  return diagnostics.flatMap(diagnostic => {
    if (!told.has(diagnostic)) return []
    const { more: _, ...alone } = diagnostic
    const more = counting.get(diagnostic)
    if (more !== undefined) return [counted(alone, more)]
    return diagnostic.more === undefined ? [diagnostic] : [alone]
  })
}

function counted(diagnostic: Diagnostic, more: number): Diagnostic {
  const { message } = diagnostic
  return {
    ...diagnostic,
    more,
    message: {
      id: `${message.id} (dan ${grouped(more, '.')} lagi di berkas ini)`,
      en: `${message.en} (and ${grouped(more, ',')} more in this file)`,
    },
  }
}

function grouped(count: number, separator: string): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, separator)
}
