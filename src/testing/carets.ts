/**
 * Expected findings, written where they belong. Below a faulty line stands a comment whose first caret is in the column
 * where the finding begins, followed by the codes that are expected there:
 *
 *     reaches: [internet, government]
 *     #                   ^^^^^^^^^^ SEC001
 *
 * Several such comments may follow one line. A comment begins in column 1 or later, so a finding in column 1 is marked
 * with `<` in its place, and one under the `#` itself cannot be: indent the `#` less.
 *
 *     site: dishub
 *     #<^^^^^^^^^^ LOD021
 */
export interface Expected {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly code: string
}

const caretLine = /^(\s*#)([^^]*?)(<\^*|\^+) +([A-Z]{3}\d{3}(?: +[A-Z]{3}\d{3})*)\s*$/

export function expectedIn(path: string, text: string): Expected[] {
  const expected: Expected[] = []
  let line = 0
  for (const [i, content] of text.split('\n').entries()) {
    const match = caretLine.exec(content)
    if (match === null) {
      line = i + 1
      continue
    }
    const [, before = '', gap = '', carets = '', codes = ''] = match
    const column = carets.startsWith('<') ? 1 : before.length + gap.length + 1
    expected.push(...codes.split(/ +/).map(code => ({ path, line, column, code })))
  }
  return expected
}

/** `routes/ring.yaml:3:9 GEO002`, as tests compare and print it. */
export function expectedText({ path, line, column, code }: Expected): string {
  return `${path}:${line}:${column} ${code}`
}
