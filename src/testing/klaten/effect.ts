import { lineText, type Line } from '../../platforms/text/line.ts'

/** What a change did to the file of one line. */
export interface Effect {
  /** The line stands there less often than before. */
  readonly changed: boolean
  /** Share of the file's other lines that are still there. */
  readonly kept: number
  readonly lost: readonly string[]
}

/** Blank lines, comments and braces say nothing of their own. */
export function counts(text: string): boolean {
  return !/^\s*([#!].*|[{}]*)$/.test(text)
}

export function effectOn(text: string, before: readonly Line[], after: readonly Line[]): Effect {
  const left = new Map<string, number>()
  for (const line of after) left.set(lineText(line), (left.get(lineText(line)) ?? 0) + 1)
  const had = before.filter(line => lineText(line) === text).length
  const changed = (left.get(text) ?? 0) < had
  const others = before.map(lineText).filter(counts)
  others.splice(others.indexOf(text), counts(text) ? 1 : 0)
  const lost = others.filter(other => {
    const count = left.get(other) ?? 0
    left.set(other, count - 1)
    return count <= 0
  })
  return { changed, kept: others.length === 0 ? 1 : 1 - lost.length / others.length, lost }
}
