import type { Folder } from '../../reading/folder.ts'

/** The statements of a configuration, without `set`, and those below a path. */
export interface Statements {
  readonly all: readonly string[]
  readonly below: (path: string) => readonly string[]
}

export function statementsOf(folder: Folder): Statements {
  const all = [...folder]
    .filter(([name]) => name.endsWith('.set'))
    .flatMap(([, text]) => text.split('\n'))
    .filter(line => line.startsWith('set '))
    .map(line => line.slice(4))
  const seen = new Map<string, readonly string[]>()
  const firstWords = Map.groupBy(all, line => line.split(' ', 2).join(' '))
  return {
    all,
    below: path => {
      const known = seen.get(path)
      if (known !== undefined) return known
      const start = path.split(' ', 2).join(' ')
      const found = (start === path ? (firstWords.get(path) ?? all) : (firstWords.get(start) ?? all))
        .filter(line => line.startsWith(`${path} `))
        .map(line => line.slice(path.length + 1))
      seen.set(path, found)
      return found
    },
  }
}

export function secretIn(text: string | undefined): string | undefined {
  return /^"<secret:([^>]+)>"$/.exec(text ?? '')?.[1]
}

/** First words of lines, in order of their first appearance, each with what follows. */
export function byFirst(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...Map.groupBy(lines, line => line.split(' ', 1)[0] ?? '')].map(([name, own]) => [
      name,
      own.map(line => line.slice(name.length + 1)),
    ]),
  )
}
