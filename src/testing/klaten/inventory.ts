import { join } from 'node:path'
import { compile, type Compilation } from '../../compile.ts'
import { hasErrors } from '../../diagnostic/diagnostic.ts'
import { places } from '../../load/kinds.ts'
import { heldLines } from '../../platforms/text/unresolved.ts'
import type { Line } from '../../platforms/text/line.ts'
import { readInventory } from '../../source/read.ts'
import type { Source } from '../../source/source.ts'

/** The real inventory, for tests: what is in `sites/` now. */

export const root = join(import.meta.dirname, '../../..')
export const sitesFolder = join(root, 'sites')

export interface Files {
  readonly sources: readonly Source[]
  readonly ledger: string
}

export function readKlaten(): Files {
  const { sources, ledger } = readInventory(sitesFolder, places)
  return { sources, ledger }
}

export function compiled({ sources, ledger }: Files, today = '2026-11-02'): Compilation {
  return compile({ sources, ledger, today, entropy: new Uint8Array(16) })
}

export function errorsOf(compilation: Compilation): string[] {
  if (!hasErrors(compilation.diagnostics)) return []
  return compilation.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, at }) => `${at.source.path} ${code} ${message.en}`)
}

/** Lines that every router is meant to hold, by path. */
export function configurations(compilation: Compilation): Map<string, readonly Line[]> {
  return new Map(
    [...compilation.artifacts].flatMap(({ path, lines }) =>
      lines === undefined ? [] : [[path, heldLines(lines())] as const],
    ),
  )
}

export function textOf({ sources }: Files, path: string): string {
  const source = sources.find(one => one.path === path)
  if (source === undefined) throw new Error(`no ${path} in sites/`)
  return source.text
}

/** The files with one text replaced, or added where there was none. */
export function withText(files: Files, path: string, text: string): Files {
  const others = files.sources.filter(source => source.path !== path)
  return { ...files, sources: [...others, { path, text }].sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

export function edited(files: Files, path: string, edit: (text: string) => string): Files {
  const before = textOf(files, path)
  const after = edit(before)
  if (after === before) throw new Error(`the edit of ${path} changes nothing`)
  return withText(files, path, after)
}

/** Every file's text in one go. */
export function everywhere({ sources, ledger }: Files, edit: (text: string, path: string) => string): Files {
  return { ledger, sources: sources.map(({ path, text }) => ({ path, text: edit(text, path) })) }
}
