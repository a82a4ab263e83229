import type { Machine } from './language.ts'
import { changing } from './menus.ts'

/** What only an account that may write is let do. */
export const needsWrite: ReadonlySet<string> = new Set([
  ...changing,
  'import',
  'execute',
  'save',
  'load',
  'reset-configuration',
  'reboot',
])

const rootVerbs = new Set(['import', 'export', 'execute'])
const verbs = new Set([...needsWrite, ...rootVerbs, 'find', 'get', 'print'])

/** Words of the console, whatever stands in menus. */
export const consoleWords: Pick<Machine, 'isMenu' | 'isVerb'> = {
  isMenu: path => /^\/[a-z0-9-]+( [a-z0-9-]+)*$/.test(path),
  isVerb: (menu, word) => verbs.has(word) && !(menu === '' && !rootVerbs.has(word)),
}
