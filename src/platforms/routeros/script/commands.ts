import { statements, type Statement, type Word } from './tokens.ts'

/** One command of a script, in its menu, with its values as RouterOS would hold them. */
export interface Command {
  /** Line of the script, from 1. */
  readonly line: number
  /** `/ip firewall filter`; empty for a word of the script language such as `:delay`. */
  readonly menu: string
  /** `add`, `set`, `remove`, `disable` …; with its colon for a word of the script language. */
  readonly verb: string
  /** Items that it acts on; undefined where it names none. */
  readonly target: Target | undefined
  readonly values: ReadonlyMap<string, string>
  /** Arguments without a value (`passive`), and those taken back (`!keepalive`) with their sign. */
  readonly flags: ReadonlySet<string>
  readonly faults: readonly string[]
}

export type Target = { readonly find: readonly Condition[] } | { readonly names: readonly string[] }

export interface Condition {
  readonly key: string
  readonly operator: '=' | '!=' | '~'
  readonly value: string
}

const itemVerbs = new Set(['add', 'set', 'remove', 'disable', 'enable', 'move', 'unset', 'comment', 'print', 'export'])
/** Verbs of menus that hold no items. */
const acts = new Set([
  'save',
  'load',
  'info',
  'warning',
  'error',
  'reset-configuration',
  'reboot',
  'import',
  'generate',
  'reset',
])

/** The commands of a script in order. A line that is a menu alone is where the commands below it stand. */
export function commandsOf(script: string): Command[] {
  let here = ''
  return statements(script).flatMap(statement => {
    const { menu, verb, rest } = placed(statement.words, here)
    if (menu !== '' || verb === undefined) here = menu === '' ? here : menu
    if (verb === undefined) {
      if (rest.length === 0 && statement.faults.length === 0) return []
      return [command({ ...statement, faults: [...statement.faults, 'no command that is known'] }, here, '', rest)]
    }
    return [command(statement, menu, verb, rest)]
  })
}

interface Placed {
  readonly menu: string
  readonly verb: string | undefined
  readonly rest: readonly Word[]
}

/**
 * Which words are the menu, which is the verb, and what stands behind. `/ip/address/add` and `/ip address add` are one.
 */
function placed(words: readonly Word[], here: string): Placed {
  const first = words[0]?.value ?? ''
  if (first.startsWith(':')) return { menu: '', verb: first, rest: words.slice(1) }
  const path = first.startsWith('/') ? [] : here.split(' ').filter(part => part !== '')
  let used = 0
  for (const word of words) {
    if (word.operator !== '' || word.bracket !== '' || word.quoted) break
    const parts = word.value.split('/').filter(part => part !== '')
    const verb = parts.findIndex(part => itemVerbs.has(part) || acts.has(part))
    used++
    path.push(...(verb < 0 ? parts : parts.slice(0, verb)))
    if (verb >= 0) return { menu: menuText(path), verb: parts[verb], rest: words.slice(used) }
  }
  return { menu: menuText(path), verb: undefined, rest: words.slice(used) }
}

function menuText(path: readonly string[]): string {
  if (path.length === 0) return '/'
  return `/${path.join(' ')}`.replace(/^\/\//, '/')
}

function command({ line, faults }: Statement, menu: string, verb: string, rest: readonly Word[]): Command {
  const values = new Map<string, string>()
  const flags = new Set<string>()
  const found: string[] = [...faults]
  let target: Target | undefined
  let group = ''
  for (const [index, written] of rest.entries()) {
    // An export shortens `remote.address=… remote.as=…` to `remote.address=… .as=…`.
    const word = written.key.startsWith('.') ? { ...written, key: group + written.key } : written
    if (word.key.includes('.')) group = word.key.slice(0, word.key.indexOf('.'))
    if (word.operator === '=' && word.bracket === '') {
      if (values.has(word.key)) found.push(`\`${word.key}\` is given twice`)
      values.set(word.key, word.value)
    } else if (word.operator === '=') values.set(word.key, `${word.bracket}${word.value}`)
    else if (index === 0 && verb !== 'add' && !verb.startsWith(':')) target = targetOf(word, found)
    else flags.add(word.value)
  }
  return { line, menu, verb, target, values, flags, faults: found }
}

function targetOf(word: Word, faults: string[]): Target {
  if (word.bracket === '') return { names: word.value.split(',') }
  const find = findOf(word.value)
  if (find === undefined) faults.push('a selector that is no `find`')
  return { find: find ?? [] }
}

/** Conditions of `find …` as they stand between the brackets; undefined where it is something else. */
export function findOf(text: string): readonly Condition[] | undefined {
  const [first, ...rest] = statements(text)[0]?.words ?? []
  if (first?.value !== 'find') return undefined
  const words = rest.filter(
    ({ value, operator }) => operator !== '' || (value !== 'where' && value !== 'and' && value !== '&&'),
  )
  return words.map(({ key, operator, value }): Condition => {
    if (operator === '=' || operator === '!=' || operator === '~') return { key, operator, value }
    return value.startsWith('!')
      ? { key: value.slice(1), operator: '=', value: 'no' }
      : { key: value, operator: '=', value: 'yes' }
  })
}
