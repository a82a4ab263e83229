/** A statement of a configuration, word by word; a text in quotes is one word. */
export type Statement = readonly string[]

export function statementsIn(text: string): Statement[] {
  return text.split('\n').flatMap(line => (line.startsWith('set ') ? [wordsOf(line.slice(4))] : []))
}

export function wordsOf(text: string): string[] {
  return text.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []
}

export function isBelow(statement: Statement, path: Statement): boolean {
  return path.length <= statement.length && path.every((word, i) => word === statement[i])
}
