/** What a scaffold does to the code, as a value: `new.ts` writes it to disk, the tests look at it. */
export interface Scaffold {
  /** Whole texts of new and changed files, by path inside `src`. */
  readonly files: Readonly<Record<string, string>>
  /** Tests of the thing, as arguments of vitest. */
  readonly tests: readonly string[]
  /** Tests that write golden data when `SERAT_UPDATE=1`, as arguments of vitest. */
  readonly golden: readonly string[]
  /** What is left to do, in order. */
  readonly next: readonly string[]
}

/** Why nothing can be made. */
export interface Misuse {
  readonly misuse: string
}

/** The code as it is: the text of a file inside `src`, undefined where there is none. */
export type Tree = (path: string) => string | undefined

export type Scaffolder = (tree: Tree, args: readonly string[]) => Scaffold | Misuse

export function isMisuse(made: Scaffold | Misuse): made is Misuse {
  return 'misuse' in made
}

export const hyphenated = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** `mast-too-tall` as a constant: `mastTooTall`. */
export function constantName(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `mast-too-tall` as words. */
export function wordsOf(name: string): string {
  return name.replaceAll('-', ' ')
}

/** The text with one more import, in order of path among those of the same kind. */
export function withImport(text: string, name: string, path: string): string {
  const lines = text.split('\n')
  const line = `import { ${name} } from '${path}'`
  const pathOf = (other: string): string => /^import .*from '(\.[^']+)'/.exec(other)?.[1] ?? ''
  const later = lines.findIndex(other => pathOf(other) !== '' && depthOf(pathOf(other), path) && pathOf(other) > path)
  lines.splice(later < 0 ? lines.findLastIndex(other => other.startsWith('import ')) + 1 : later, 0, line)
  return lines.join('\n')
}

/** Only imports as far up as the new one are a measure for its place. */
function depthOf(a: string, b: string): boolean {
  return a.startsWith('../') === b.startsWith('../')
}

/**
 * The text with `added` before the first `closing` that follows `opening`; undefined where the two do not stand there.
 */
export function insertedBefore(text: string, opening: string, closing: string, added: string): string | undefined {
  const start = text.indexOf(opening)
  const end = start < 0 ? -1 : text.indexOf(closing, start)
  return end < 0 ? undefined : text.slice(0, end) + added + text.slice(end)
}
