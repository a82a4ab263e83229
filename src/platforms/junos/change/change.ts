import { stateName } from '../../changing/fingerprint.ts'
import type { ChangeScript, RouterSides } from '../../changing/change-script.ts'
import { longestCommon } from '../../../text/longest-common.ts'
import { elementLength, isChained, isNode } from './nodes.ts'
import { isBelow, statementsIn, type Statement } from './statements.ts'

const confirmMinutes = 15

/**
 * Statements to delete and to set, for one commit. The first line renames the list that the fingerprint names, and a
 * policy asks for it: on a router that holds another configuration that line fails, and Junos refuses to commit a
 * policy that asks for a list that is not there.
 */
export function changeJunos({ router, before, after }: RouterSides): ChangeScript {
  const [old, now] = [folderStatements(before), folderStatements(after)]
  const [from, to] = [fingerprintIn(old), fingerprintIn(now)]
  const sides = { old: old.filter(isNotState), now: now.filter(isNotState) }
  const commands = [...deletions(sides), ...additions(sides), ...insertions(sides)]
  const policy = `policy-options policy-statement ${stateName} from prefix-list`
  const lines = [
    `# ${router}: ${from} -> ${to}`,
    `rename policy-options prefix-list ${from} to prefix-list ${to}`,
    `delete ${policy} ${from}`,
    `set ${policy} ${to}`,
    ...commands,
  ]
  const file = `/var/tmp/${router}.change.set`
  return {
    file: `${router}.set`,
    text: lines.map(text => `${text}\n`).join(''),
    commands,
    withoutWay: [],
    run: [
      { id: `Salin sebagai \`${file}\`.`, en: `Copy it as \`${file}\`.` },
      {
        id:
          `\`configure exclusive\`, lalu \`load set ${file}\`: tanpa satu galat pun; ` +
          `bila ada, router memuat konfigurasi lain: \`rollback 0\`, tidak ada yang berubah.`,
        en:
          `\`configure exclusive\`, then \`load set ${file}\`: without a single error; ` +
          `where there is one the router holds another configuration: \`rollback 0\`, nothing is changed.`,
      },
      {
        id: `\`show | compare\`, lalu \`commit confirmed ${confirmMinutes}\`: semuanya sekaligus.`,
        en: `\`show | compare\`, then \`commit confirmed ${confirmMinutes}\`: all at once.`,
      },
    ],
    confirm: 'commit',
    confirmMinutes,
    backNow: { id: '`rollback 1; commit`', en: '`rollback 1; commit`' },
  }
}

interface Both {
  readonly old: readonly Statement[]
  readonly now: readonly Statement[]
}

function folderStatements(folder: RouterSides['before']): Statement[] {
  return [...folder.values()].flatMap(statementsIn)
}

function fingerprintIn(statements: readonly Statement[]): string {
  return statements.find(words => words[1] === 'prefix-list' && words[2]?.startsWith(`${stateName}-`))?.[2] ?? ''
}

/** The state is written by the script's own lines. */
function isNotState(words: Statement): boolean {
  return words[0] !== 'policy-options' || !(words[2] ?? '').startsWith(stateName)
}

/** Each removal at the highest statement of which nothing is left. */
function deletions({ old, now }: Both): string[] {
  const wanted = new Set(now.map(spoken))
  const again = chainedAgain({ old, now })
  const deleted: Statement[] = []
  for (const statement of old) {
    if (wanted.has(spoken(statement)) && !again.has(chainOf(statement))) continue
    if (deleted.some(path => isBelow(statement, path))) continue
    deleted.push(again.has(chainOf(statement)) ? statement.slice(0, -1) : highest(statement, now))
  }
  return deleted.map(words => `delete ${words.join(' ')}`)
}

function highest(statement: Statement, now: readonly Statement[]): Statement {
  for (let length = 2; length < statement.length; length++) {
    const path = statement.slice(0, length)
    if (isNode(path) && !now.some(other => isBelow(other, path))) return path
  }
  // A router shows another form of a secret than was typed.
  return statement.at(-1)?.includes('<secret:') === true ? statement.slice(0, -1) : statement
}

function additions({ old, now }: Both): string[] {
  const known = new Set(old.map(spoken))
  const again = chainedAgain({ old, now })
  return now
    .filter(statement => !known.has(spoken(statement)) || again.has(chainOf(statement)))
    .map(words => `set ${words.join(' ')}`)
}

function spoken(words: Statement): string {
  return words.join(' ')
}

function chainOf(words: Statement): string {
  return isChained(words) ? words.slice(0, -1).join(' ') : ''
}

/** Chains of values in which one would have to come before another that stays: they are written anew. */
function chainedAgain({ old, now }: Both): ReadonlySet<string> {
  const chains = (list: readonly Statement[]): ReadonlyMap<string, readonly string[]> =>
    new Map([...Map.groupBy(list.filter(isChained), chainOf)].map(([chain, own]) => [chain, own.map(spoken)]))
  const before = chains(old)
  return new Set(
    [...chains(now)].flatMap(([chain, own]) => {
      const stays = (before.get(chain) ?? []).filter(text => own.includes(text))
      return stays.every((text, i) => own[i] === text) ? [] : [chain]
    }),
  )
}

/**
 * What is matched in turn stands, once it is set, behind what was there: each that belongs elsewhere is put behind the
 * one before it.
 */
function insertions({ old, now }: Both): string[] {
  const wanted = new Set(now.map(spoken))
  // One of which every statement goes is gone before it is set again.
  const before = elementsOf(old.filter(statement => wanted.has(spoken(statement))))
  const after = elementsOf(now)
  return [...after].flatMap(([, own]) => {
    const list = own[0]?.slice(0, -1).join(' ') ?? ''
    const shall = own.map(spoken)
    const stood = (before.get(list) ?? []).map(spoken).filter(text => shall.includes(text))
    const stands = [...stood, ...shall.filter(text => !stood.includes(text))]
    const inPlace = longestCommon(stands, shall).after
    const first = own.find((_, i) => inPlace.has(i))
    return own.flatMap((element, i) => {
      if (inPlace.has(i)) return []
      const where = i === 0 ? `before ${lastTwo(first)}` : `after ${lastTwo(own[i - 1])}`
      return [`insert ${element.join(' ')} ${where}`]
    })
  })
}

function lastTwo(element: Statement = []): string {
  return element.slice(-2).join(' ')
}

/** Elements of every list whose order counts, each once, in the order in which they are first named. */
function elementsOf(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const seen = new Set<string>()
  const elements = statements.flatMap((words): Statement[] => {
    const length = elementLength(words)
    const element = length === undefined ? undefined : words.slice(0, length)
    if (element === undefined || seen.has(spoken(element))) return []
    seen.add(spoken(element))
    return [element]
  })
  return Map.groupBy(elements, element => element.slice(0, -1).join(' '))
}
