import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { places } from '../../load/kinds.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { readInventory, type Inventory } from '../../source/read.ts'
import { byText } from '../../text/order.ts'
import { git, gitEnvironment } from '../git.ts'

/** An inventory in a commit: `path` is below the repository's top folder, empty for the top itself. */
export interface InCommit {
  readonly top: string
  readonly commit: string
  readonly path: string
}

/**
 * The inventory of a commit, of which only those files are read that Git says differ from the working tree: what is the
 * same is the value that was read already. Undefined where that is not certain: files with faults, links, or many
 * differences.
 */
export function readSince(where: InCommit, now: Inventory): Inventory | undefined {
  if (now.diagnostics.length > 0) return undefined
  const differing = differencesFrom(where)
  if (differing === undefined || differing.all.size > mostDifferences) return undefined
  const old = differing.then.length === 0 ? nothing : readArchived(where, differing.then)
  const isSame = (path: string): boolean => !differing.all.has(path)
  const documents = [...now.documents].filter(([path]) => isSame(`documents/${path}`))
  return {
    sources: [...now.sources.filter(({ path }) => isSame(path)), ...old.sources].sort(byText(({ path }) => path)),
    ledger: isSame(ledgerName) ? now.ledger : old.ledger,
    diagnostics: old.diagnostics,
    documents: new Map([...documents, ...old.documents]),
  }
}

/** Beyond these a whole archive is as quick, and the list of arguments would grow long. */
const mostDifferences = 500
const nothing: Inventory = { sources: [], ledger: '', diagnostics: [], documents: new Map() }

interface Differences {
  /** Paths in the inventory that the commit and the working tree do not have alike. */
  readonly all: ReadonlySet<string>
  /** Those of them that the commit has. */
  readonly then: readonly string[]
}

const link = '120000'
const absent = '000000'

/** Undefined where something is a symbolic link, whose text stands in another file. */
function differencesFrom({ top, commit, path }: InCommit): Differences | undefined {
  const below = path === '' ? '.' : path
  const staged = git(top, 'ls-files', '--stage', '-z', '--', below)
  const raw = git(top, 'diff', '--raw', '-z', '--no-renames', '--no-ext-diff', commit, '--', below)
  const others = git(top, 'ls-files', '--others', '-z', '--', below)
  if (staged === undefined || raw === undefined || others === undefined) return undefined
  if (staged.split('\0').some(entry => entry.startsWith(link))) return undefined
  const inner = (name: string): string => (path === '' ? name : name.slice(path.length + 1))
  const [all, then] = [new Set<string>(), [] as string[]]
  for (const [, before = '', after = '', name = ''] of raw.matchAll(/:(\d+) (\d+) \S+ \S+ \w+\0([^\0]+)\0/g)) {
    if (before === link || after === link) return undefined
    all.add(inner(name))
    if (before !== absent) then.push(inner(name))
  }
  for (const name of others.split('\0')) if (name !== '') all.add(inner(name))
  return { all, then }
}

/**
 * Files of a commit, or all of its inventory, as Git would check them out: by an index of their own, so that neither
 * the working tree nor what a repository leaves out of its archives changes anything.
 */
export function readArchived({ top, commit, path }: InCommit, only?: readonly string[]): Inventory {
  const copy = mkdtempSync(join(tmpdir(), 'serat-base-'))
  const files = join(copy, 'files')
  const run = (args: readonly string[], input = ''): void => {
    const env = { ...gitEnvironment(), GIT_INDEX_FILE: join(copy, 'index') }
    execFileSync('git', args, { cwd: top, env, input, stdio: ['pipe', 'ignore', 'ignore'] })
  }
  try {
    mkdirSync(files)
    run(['read-tree', `${commit}:${path}`])
    const prefix = `--prefix=${files}/`
    if (only === undefined) run(['checkout-index', '--all', prefix])
    else run(['checkout-index', '-z', '--stdin', prefix], only.map(name => `${name}\0`).join(''))
    return readInventory(files, places)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
