import { stateName } from '../../platforms/changing/fingerprint.ts'
import type { MakeScript, RouterSides } from '../../platforms/changing/change-script.ts'
import { changeJunos } from '../../platforms/junos/change/change.ts'
import { elementLength, isChained } from '../../platforms/junos/change/nodes.ts'
import { isBelow, statementsIn, wordsOf, type Statement } from '../../platforms/junos/change/statements.ts'
import { readJunos } from '../../platforms/junos/read/read.ts'
import { nocGetsInEitherWay } from './noc-gets-in.ts'
import type { Verdict } from './verdict.ts'

const same = (a: Statement, b: Statement): boolean => a.length === b.length && isBelow(a, b)

interface Loaded {
  readonly statements: readonly Statement[]
  readonly faults: readonly string[]
}

/**
 * What `load set` makes of a candidate: `set` adds at the end, `delete` takes all below, `rename` and `insert` need
 * what they name.
 */
export function loadedSet(before: readonly Statement[], text: string): Loaded {
  let statements = before
  const faults: string[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [verb = '', ...words] = wordsOf(line)
    const next = verbs[verb]?.(statements, words)
    if (next === undefined) faults.push(`not found: ${line}`)
    else statements = next
  }
  return { statements, faults }
}

const verbs: Readonly<
  Record<string, (all: readonly Statement[], words: readonly string[]) => readonly Statement[] | undefined>
> = {
  set: (all, words) => {
    if (all.some(one => same(one, words))) return all
    const element = words.slice(0, elementLength(words) ?? words.length)
    const at = all.findLastIndex(one => isBelow(one, element))
    return at < 0 ? [...all, words] : all.toSpliced(at + 1, 0, words)
  },
  delete: (all, words) => (all.some(one => isBelow(one, words)) ? all.filter(one => !isBelow(one, words)) : undefined),
  rename: (all, words) => {
    const at = words.indexOf('to')
    const [from, key] = [words.slice(0, at), words.at(-1) ?? '']
    const renamed = (one: Statement): Statement => [...from.slice(0, -1), key, ...one.slice(from.length)]
    return all.some(one => isBelow(one, from)) ? all.map(one => (isBelow(one, from) ? renamed(one) : one)) : undefined
  },
  insert: (all, words) => {
    const at = words.findLastIndex(word => word === 'before' || word === 'after')
    const element = words.slice(0, at)
    const beside = [...element.slice(0, -2), ...words.slice(at + 1)]
    const [moving, rest] = [all.filter(one => isBelow(one, element)), all.filter(one => !isBelow(one, element))]
    const first = rest.findIndex(one => isBelow(one, beside))
    const last = rest.findLastIndex(one => isBelow(one, beside))
    return moving.length === 0 || first < 0
      ? undefined
      : rest.toSpliced(words[at] === 'before' ? first : last + 1, 0, ...moving)
  },
}

/** What it says, whatever the order of statements; and the order where it counts. */
function said(statements: readonly Statement[]): string {
  const lists = statements.flatMap(words => {
    const length = elementLength(words)
    return length === undefined ? (isChained(words) ? [words.join(' ')] : []) : [words.slice(0, length).join(' ')]
  })
  const byList = Map.groupBy(new Set(lists), text => wordsOf(text).slice(0, -1).join(' '))
  const orders = [...byList].map(([list, own]) => `${list}: ${own.join(', ')}`).sort()
  return [...new Set(statements.map(words => words.join(' '))), ...orders].sort().join('\n')
}

/** Junos refuses to commit a policy that asks for a list that is not there. */
function commitFaults(statements: readonly Statement[]): string[] {
  const lists = new Set(statements.flatMap(words => (words[1] === 'prefix-list' ? [words[2]] : [])))
  return statements.flatMap(words =>
    words[2] === stateName && words[4] === 'prefix-list' && !lists.has(words[5]) ? [`no list ${words[5]}`] : [],
  )
}

export function checkJunos(sides: RouterSides, make: MakeScript = changeJunos): Verdict {
  const back = { ...sides, before: sides.after, after: sides.before }
  const [script, undo] = [make(sides), make(back)]
  if ('refused' in script || 'refused' in undo) return { kind: 'refused', why: 'refused' }
  const [old, next] = [sides.before, sides.after].map(folder => [...folder.values()].flatMap(statementsIn))
  if (old === undefined || next === undefined) throw new Error('no sides')
  const there = loadedSet(old, script.text)
  const again = loadedSet(there.statements, undo.text)
  const other = old.map(words => words.map(word => (word.startsWith(`${stateName}-`) ? `${stateName}-0` : word)))
  const elsewhere = loadedSet(other, script.text)
  return {
    kind: 'made',
    texts: [script.text, undo.text],
    commands: script.commands.length,
    withoutWay: statesWithoutWay(sides, [old, there.statements, again.statements]),
    faults: [
      ...there.faults,
      ...again.faults,
      ...firstDifference('script', said(there.statements), said(next)),
      ...firstDifference('undo', said(again.statements), said(old)),
      ...commitFaults(there.statements),
      ...(elsewhere.faults.length === 0 || commitFaults(elsewhere.statements).length === 0
        ? ['another configuration could be committed']
        : []),
    ],
  }
}

/** A commit is one step: what a router holds before it, behind it, and once it is taken back. */
function statesWithoutWay({ ways }: RouterSides, states: readonly (readonly Statement[])[]): number {
  const open = states.map(statements => {
    const text = statements.map(words => `set ${words.join(' ')}\n`).join('')
    return nocGetsInEitherWay(readJunos(new Map([['router.set', text]])), ways)
  })
  return open[0] === true ? open.filter(each => !each).length : 0
}

function firstDifference(what: string, is: string, shall: string): string[] {
  if (is === shall) return []
  const [a, b] = [is.split('\n'), shall.split('\n')]
  const extra = a.find(text => !b.includes(text))
  const missing = b.find(text => !a.includes(text))
  return [`${what}: "${extra ?? ''}" for "${missing ?? ''}"`]
}

/**
 * Lines as the vendor's tree checks them: it knows `set` and `delete`, and an element that is moved as one that could
 * be deleted.
 */
export function treeLines(text: string): string {
  return text
    .split('\n')
    .flatMap(line => {
      const words = wordsOf(line)
      if (words[0] === 'insert')
        return [
          `delete ${words
            .slice(
              1,
              words.findLastIndex(word => /^(before|after)$/.test(word)),
            )
            .join(' ')}`,
        ]
      return words[0] === 'rename' ? [`delete ${words.slice(1, words.indexOf('to')).join(' ')}`] : [line]
    })
    .join('\n')
}
