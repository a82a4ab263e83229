import { commandsOf, findOf, type Command } from './commands.ts'
import { apply, itemsMeant, type Applied, type Configuration } from './configuration.ts'

/**
 * What a router holds after a script that checks before it changes: `:if (…) do={…}`, with counts of items joined by
 * `||`, and `:error`, which ends it. Any other word of the script language passes by.
 */
export function run(before: Configuration, script: string): Applied {
  let configuration = before
  for (const command of commandsOf(script)) {
    const next = step(configuration, command)
    if (next.faults.length > 0) return next
    configuration = next.configuration
  }
  return { configuration, faults: [] }
}

/** One command, and what its condition lets run. */
export function step(before: Configuration, command: Command): Applied {
  if (command.verb === ':error') return { configuration: before, faults: [[...command.flags].join(' ')] }
  if (command.verb !== ':if') return apply(before, command)
  const condition = [...command.flags][0] ?? ''
  // Files are no part of a configuration: whether a backup is there is between the script and the router.
  if (condition.startsWith('[:len [/file ')) return { configuration: before, faults: [] }
  const holds = conditionHolds(before, condition)
  if (typeof holds === 'string') return { configuration: before, faults: [holds] }
  return holds
    ? run(before, (command.values.get('do') ?? '').replace(/^\{/, ''))
    : { configuration: before, faults: [] }
}

/** `[:len [/ip route find …]]!=1 || …`; a text where it is something else. */
function conditionHolds(configuration: Configuration, text: string): boolean | string {
  let any = false
  for (const part of text.split(' || ')) {
    const [, menu = '', find = '', operator, count] =
      /^\[:len \[(\/[a-z0-9 -]+?) (find .*)\]\](!?=)(\d+)$/.exec(part) ?? []
    const conditions = findOf(find)
    if (conditions === undefined || count === undefined) return `a condition that is not understood: ${part}`
    const equal = itemsMeant(configuration, menu, { find: conditions }).length === Number(count)
    any ||= equal === (operator === '=')
  }
  return any
}
