import type { From } from '../../../intent/intent.ts'
import { line, Quoted, type Line } from '../../text/line.ts'

/** The lines under their menu; one or two carry its path themselves. */
export function menu(path: string, lines: readonly Line[]): Line[] {
  if (lines.length <= 2) return lines.map(item => ({ ...item, parts: [`${path} `, ...item.parts] }))
  return [line([], 'structure')`${new Quoted(path)}`, ...lines]
}

/** Places of several items in order, each once. */
export function places(...froms: readonly From[]): From {
  return [...new Set(froms.flat())]
}
