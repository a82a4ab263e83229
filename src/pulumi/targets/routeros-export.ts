import { findText, valueText } from '../../platforms/routeros/change/find.ts'
import { liveOf } from '../../platforms/routeros/change/live.ts'
import { commandsOf, type Command } from '../../platforms/routeros/script/commands.ts'
import { itemsOf, type Configuration } from '../../platforms/routeros/script/configuration.ts'

/**
 * Of an export what either file speaks of: its menus, and of what a router has whatever a file says of it, as a port or
 * its clock, the values that one of them sets; beside that the users of the earlier file, whom no export names.
 */
export function spokenOf(exported: string, text: string, old: string): string {
  const files = [text, old].map(file => liveOf(file).configuration)
  const menus = new Set([text, old].flatMap(file => commandsOf(file).map(({ menu }) => menu)))
  const kept = commandsOf(exported)
    .filter(({ menu }) => menus.has(menu))
    .flatMap(command => (command.verb === 'set' ? ownSetting(command, files) : [commandText(command)]))
  return [...kept, ...usersIn(old)].join('\n')
}

function usersIn(file: string): string[] {
  let here = ''
  return file.split('\n').filter(line => {
    if (line.startsWith('/')) here = line
    return /^\/user( |$)/.test(here) && !/^\/user (group|aaa)/.test(here) && !/\bremove\b/.test(line)
  })
}

/** Without what no file says of this item: the factory's, or that of somebody whom it does not concern. */
function ownSetting(command: Command, files: readonly Configuration[]): string[] {
  const keys = new Set(files.flatMap(file => keysOf(command, file)))
  const values = new Map([...command.values].filter(([key]) => keys.has(key)))
  return values.size === 0 ? [] : [commandText({ ...command, values })]
}

function keysOf({ menu, target }: Command, file: Configuration): string[] {
  const conditions = target !== undefined && 'find' in target ? target.find : []
  return itemsOf(file, menu)
    .filter(({ values }) => conditions.every(({ key, value }) => values.get(key) === value))
    .flatMap(({ values }) => [...values.keys()])
}

function commandText({ menu, verb, target, values, flags }: Command): string {
  const whom = target === undefined ? [] : 'find' in target ? [`[${findText(target.find)}]`] : [target.names.join(',')]
  return [menu, verb, ...whom, ...[...values].map(([key, value]) => `${key}=${valueText(value)}`), ...flags].join(' ')
}
