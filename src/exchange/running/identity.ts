import { commandsOf } from '../../platforms/routeros/script/commands.ts'

/** What a configuration calls its router; undefined where it does not say. */
export function identityIn(file: string, text: string): string | undefined {
  if (file.endsWith('.rsc'))
    return commandsOf(text)
      .find(({ menu, values }) => menu === '/system identity' && values.has('name'))
      ?.values.get('name')
  return /^(?:hostname|set system host-name)\s+(\S+)/m.exec(text)?.[1]
}
