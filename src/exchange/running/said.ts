import { stateName } from '../../platforms/changing/fingerprint.ts'
import { isOrderedMenu, sentencesOf } from '../../platforms/reading/sentences.ts'
import type { Sentence } from '../../platforms/reading/sentence.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import { apply, nothing, type Configuration, type Item } from '../../platforms/routeros/script/configuration.ts'
import { anything, isSecretArgument, withoutSecrets } from './secrets.ts'

/** What a running configuration, or ours, says: sentences without secrets, and what could not be read. */
interface Said {
  readonly sentences: readonly Sentence[]
  readonly unread: readonly string[]
}

/**
 * One file of a router by its name. Of RouterOS it is what the script leaves behind, so that an export and a script
 * that make the same say the same.
 */
export function saidIn(name: string, text: string): Said {
  if (name.endsWith('.rsc')) return routerosSaid(text)
  const plain = text.replace(/\r\n?/g, '\n')
  return {
    sentences: sentencesOf(name, plain).map(each => ({
      ...each,
      block: withoutSecrets(each.block),
      text: withoutSecrets(each.text),
    })),
    unread: [],
  }
}

function routerosSaid(script: string): Said {
  let configuration: Configuration = nothing
  const unread: string[] = []
  for (const command of commandsOf(script)) {
    const next = apply(configuration, command)
    if (next.faults.length > 0) unread.push(`line ${command.line}: ${next.faults.join('; ')}`)
    configuration = next.configuration
  }
  const sentences = [...configuration.menus].flatMap(([menu, items]) =>
    items.flatMap((item): Sentence[] => {
      const text = itemText(menu, item)
      return text === '' ? [] : [{ block: menu, text, isOrdered: isOrderedMenu(menu) }]
    }),
  )
  return {
    sentences: sentences.filter(
      ({ block, text }) => !(block === '/system script' && text.split(' ').includes(`name=${stateName}`)),
    ),
    unread,
  }
}

/**
 * Arguments in the order of their names. An address says its network itself. What is not disabled says so by saying
 * nothing; a comment does nothing.
 */
function itemText(menu: string, { values, flags }: Item): string {
  // Of SNMP 1 and 2c the name of a community is its password; with a security of version 3 it is a user.
  const isOpen = menu === '/snmp community' && !values.has('security')
  const words = [...values]
    .filter(
      ([key, value]) =>
        key !== 'comment' && !(key === 'disabled' && value === 'no') && !(menu === '/ip address' && key === 'network'),
    )
    .map(([key, value]) => `${key}=${shownValue(menu, key, value, isOpen)}`)
  return [...words, ...flags].sort().join(' ')
}

function shownValue(menu: string, key: string, value: string, isOpen: boolean): string {
  if (isSecretArgument(key) || (isOpen && key === 'name') || (menu === '/snmp' && key === 'trap-community'))
    return anything
  if (menu === '/ip address' && key === 'address' && !value.includes('/')) return `${value}/32`
  return withoutSecrets(/\s/.test(value) ? `"${value}"` : value)
}
