import type { From } from '../../../intent/intent.ts'
import type { PracticeId } from '../../../intent/practice.ts'
import { line, type Line } from '../../text/line.ts'
import type { ConfigFile } from '../../renderer.ts'

/** Lines of a section with a blank line before it; nothing where it is empty. */
export function section(name: string, lines: readonly Line[]): Line[] {
  if (lines.length === 0) return []
  return [line([], 'structure')``, line([], 'structure')`[${name}]`, ...lines]
}

/** A unit file whose first section needs no blank line before it. */
export function unitFile(name: string, sections: readonly (readonly Line[])[]): ConfigFile {
  return { name, lines: sections.flat().slice(1) }
}

/** `[Match]` on an interface's name; the practice is for names that the platform gives. */
export function matchSection(name: string, from: From, practice?: PracticeId): Line[] {
  return section('Match', [line(from, practice)`Name=${name}`])
}
