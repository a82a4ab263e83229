import { readFileSync } from 'node:fs'
import type { Call } from './language.ts'

/** Which words a router knows. */
export interface Vocabulary {
  /** What it says of a command that it does not know. */
  readonly faultIn: (call: Call) => string | undefined
}

interface Node {
  readonly _type?: string
  readonly desc?: string
  readonly _completion?: Readonly<Record<string, { readonly style: string }>>
  readonly [word: string]: unknown
}

/** What any row may be asked for beside the words that it is made with. */
const ofAnyRow = new Set([
  'name',
  'default-name',
  'dynamic',
  'disabled',
  'default',
  'running',
  'active',
  'invalid',
  'inactive',
  'comment',
])
const connecting = new Set(['where', 'and', '&&', '||'])

/**
 * The vendor's own tree of commands, as its console tells it; the file lies beside the project and is no part of it.
 */
export function vocabularyOf(treeFile: string): Vocabulary {
  const tree = JSON.parse(readFileSync(treeFile, 'utf8')) as Node
  return { faultIn: call => faultIn(tree, call) }
}

function faultIn(tree: Node, { menu, verb, words }: Call): string | undefined {
  let at = tree
  for (const word of menu.replace(/^\//, '').split(' ')) {
    if (word === '') continue
    const next = below(at, word)
    if (next === undefined || next._type === 'arg') return `bad command name ${word}`
    at = next
  }
  const command = below(at, verb)
  if (command?._type !== 'cmd') return `bad command name ${verb}`
  const isAsking = verb === 'find' || verb === 'print'
  for (const { key, value } of words) {
    const fault = isAsking ? askedFault(at, command, { key, value }) : wordFault(command, verb, { key, value })
    if (fault !== undefined) return `${fault} (${menu} ${verb})`
  }
  return undefined
}

interface Word {
  readonly key: string
  readonly value: string
}

/** What is asked for is what rows are made with, or what they can be asked for. */
function askedFault(menu: Node, command: Node, { key, value }: Word): string | undefined {
  const name = key === '' ? value.replace(/^!/, '') : key
  if (connecting.has(name) || ofAnyRow.has(name) || below(command, name) !== undefined) return undefined
  const made = ['add', 'set'].some(verb => {
    const node = below(menu, verb)
    return node !== undefined && below(node, name) !== undefined
  })
  const get = below(menu, 'get')
  const asked = get === undefined ? undefined : below(get, 'value-name')?._completion
  return made || (asked !== undefined && name in asked) ? undefined : `expected end of command: ${name}`
}

function wordFault(command: Node, verb: string, { key, value }: Word): string | undefined {
  if (key === '') return bareFault(command, verb, value)
  const argument = below(command, key)
  if (argument?._type !== 'arg') return `expected end of command: ${key}`
  const [, least, most] = /^(-?\d+)\.\.(-?\d+)\s+\(integer number\)/.exec(argument.desc ?? '') ?? []
  const isNumber = /^-?\d+$/.test(value)
  if (least !== undefined && isNumber && (Number(value) < Number(least) || Number(value) > Number(most)))
    return `value of ${key} out of range (${least}..${most})`
  const choices = Object.keys(argument._completion ?? {}).sort()
  if (choices.join(' ') === 'no yes' && value !== 'yes' && value !== 'no')
    return `input does not match any value of ${key}`
  return undefined
}

/** A flag, what is unset, or the rows that are meant. */
function bareFault(command: Node, verb: string, value: string): string | undefined {
  if (below(command, value.replace(/^!/, ''))?._type === 'arg') return undefined
  const means = command['numbers'] !== undefined || command['number'] !== undefined || verb === 'get'
  return means ? undefined : `expected end of command: ${value}`
}

function below(node: Node, word: string): Node | undefined {
  const next = Object.hasOwn(node, word) ? node[word] : undefined
  return typeof next === 'object' && next !== null && word[0] !== '_' ? (next as Node) : undefined
}
