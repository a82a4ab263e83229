/** One line of a configuration that says something, with the block that it stands in. */
export interface Entry {
  readonly file: string
  /** RouterOS: the menu; FRR: the block; nftables: the chain or set; a unit: its section. `#` for comments. */
  readonly menu: string
  readonly text: string
  /** RouterOS: the arguments, without quotes. */
  readonly words: ReadonlyMap<string, string>
}

const none: ReadonlyMap<string, string> = new Map()

/** The lines of a script, each in its menu. */
export function routerosEntries(file: string, lines: readonly string[]): Entry[] {
  let menu = ''
  return lines.flatMap((line): Entry[] => {
    if (line.startsWith('#')) return [{ file, menu: '#', text: line, words: none }]
    if (line.startsWith(':')) return [{ file, menu: ':', text: line, words: none }]
    const [, path, command] = /^(\/[a-z0-9 -]+?)(?: ((?:add|set|remove) .*))?$/.exec(line) ?? [
      undefined,
      undefined,
      line,
    ]
    if (path !== undefined) menu = path
    return command === undefined ? [] : [{ file, menu, text: command, words: wordsOf(command) }]
  })
}

function wordsOf(command: string): ReadonlyMap<string, string> {
  return new Map(
    [...command.matchAll(/(?<=[\s[])([a-z0-9.-]+)=("(?:[^"\\]|\\.)*"|\S+)/g)].map(([, key = '', value = '']) => [
      key,
      value.replace(/^"|"$/g, ''),
    ]),
  )
}
