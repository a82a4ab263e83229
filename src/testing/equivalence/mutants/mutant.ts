import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Folder, PlatformId } from '../../../platforms/reading/folder.ts'

/** A mistake in the text of one router: this line, as it stood, becomes these. */
export interface Mutant {
  readonly id: string
  readonly platform: PlatformId
  readonly class: string
  /** The vendor's syntax allows it. */
  readonly valid: boolean
  readonly router: string
  readonly file: string
  readonly edits: readonly Edit[]
}

export interface Edit {
  /** Number of the line when the mutant was made: tells equal lines apart. */
  readonly number: number
  readonly before: string
  readonly after: readonly string[]
}

/**
 * The list as it was made from its seed; made again, by the same seed and for the same readers, where renderers came to
 * write other lines.
 */
export function readMutants(): readonly Mutant[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8')) as Mutant[]
}

/** The folder with the mistake in it; undefined where the renderer no longer writes such a line. */
export function withMistake(folder: Folder, { file, edits }: Mutant): Folder | undefined {
  const lines: (string | readonly string[])[] = (folder.get(file) ?? '').split('\n')
  for (const { number, before, after } of edits) {
    const at = nearest(lines, number, before)
    if (at < 0) return undefined
    lines[at] = after
  }
  return new Map([...folder, [file, lines.flat().join('\n')]])
}

function nearest(lines: readonly (string | readonly string[])[], number: number, text: string): number {
  let found = -1
  for (const [i, line] of lines.entries())
    if (line === text && (found < 0 || Math.abs(i - number) < Math.abs(found - number))) found = i
  return found
}
