import { expectedText } from '../carets.ts'

/**
 * Where a golden case expects its findings: carets as in `testing/carets.ts`, and beside them tildes for the other
 * party of a conflict.
 *
 *     id: sp-1
 *     #   ^^^^ LOD021
 *     id: sp-1
 *     #   ~~~~ LOD021
 *
 * A finding without a comment to stand in is written in `expected.txt`: `opd/besar.yaml:1:1 LOD002`.
 */
export interface Marks {
  /** `FILE:LINE:COLUMN CODE`, sorted. */
  readonly findings: readonly string[]
  readonly related: readonly string[]
}

interface Mark {
  readonly sign: '^' | '~'
  readonly place: string
}

const markLine = /^(\s*#)([^^~]*?)(<?)([\^~]+) +([A-Z]{3}\d{3}(?: +[A-Z]{3}\d{3})*)\s*$/

export function marksOf(files: ReadonlyMap<string, string>, unmarked: string): Marks {
  const marks = [...files].flatMap(([path, text]) => marksIn(path, text))
  const placesOf = (sign: Mark['sign']): string[] => marks.filter(mark => mark.sign === sign).map(({ place }) => place)
  const written = unmarked.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return { findings: [...placesOf('^'), ...written].sort(), related: placesOf('~').sort() }
}

function marksIn(path: string, text: string): Mark[] {
  const marks: Mark[] = []
  let line = 0
  for (const [i, content] of text.split('\n').entries()) {
    const match = markLine.exec(content)
    if (match === null) {
      line = i + 1
      continue
    }
    const [, before = '', gap = '', edge, signs = '', codes = ''] = match
    const column = edge === '<' ? 1 : before.length + gap.length + 1
    for (const code of codes.split(/ +/))
      marks.push({ sign: signs.startsWith('^') ? '^' : '~', place: expectedText({ path, line, column, code }) })
  }
  return marks
}
