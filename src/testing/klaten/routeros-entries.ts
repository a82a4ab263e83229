import { commandsOf, type Command } from '../../platforms/routeros/script/commands.ts'
import type { Entry } from './entry.ts'

/** The lines of a script, each in its menu. */
export function routerosEntries(file: string, lines: readonly string[]): Entry[] {
  const commands = new Map(commandsOf(lines.join('\n')).map(command => [command.line, command]))
  return lines.flatMap((text, i): Entry[] => {
    if (text.startsWith('#')) return [{ file, menu: '#', text, words: new Map() }]
    const command = commands.get(i + 1)
    if (command === undefined) return []
    const { menu, verb } = command
    if (verb.startsWith(':')) return [{ file, menu: ':', text, words: new Map() }]
    return [{ file, menu, text: text.startsWith('/') ? text.slice(menu.length + 1) : text, words: wordsOf(command) }]
  })
}

function wordsOf({ target, values }: Command): ReadonlyMap<string, string> {
  if (target === undefined || !('find' in target)) return values
  return new Map([...target.find.map(({ key, value }): [string, string] => [key, value]), ...values])
}
