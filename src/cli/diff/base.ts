import { statSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { places } from '../../load/kinds.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { readInventory, type Inventory } from '../../source/read.ts'
import { git, isRevision, withoutRepository } from '../git.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { readArchived, readSince } from './since.ts'

/** The state that a diff begins with. */
export interface Base {
  readonly name: string
  readonly inventory: Inventory
  /** Where the inventory lay elsewhere then: its path in the revision. */
  readonly movedFrom?: string
  /** The commit and the inventory's path in it; absent for a folder. */
  readonly commit?: { readonly id: string; readonly path: string }
}

/** What stands now, of which a state before is asked for. */
interface Standing {
  readonly folder: string
  readonly inventory: Inventory
  readonly revision?: Base['commit']
}

/**
 * A folder, or a revision of Git; without a word, where the branch left the default one. Nothing of the working tree is
 * touched.
 */
export function readBase(
  { cwd }: Shell,
  { folder, inventory, revision }: Standing,
  word: string | undefined,
): Base | Refusal {
  if (word !== undefined && statSync(resolve(cwd, word), { throwIfNoEntry: false })?.isDirectory() === true)
    return { name: word, inventory: readInventory(resolve(cwd, word), places) }
  const without = withoutRepository(folder)
  if (without !== undefined)
    return refuse(
      `${without.refused.id}; atau sebut folder keadaan lama: serat diff FOLDER`,
      `${without.refused.en}; or name a folder with the old state: serat diff FOLDER`,
    )
  const commit = word === undefined ? mergeBase(folder) : commitOf(folder, word)
  return isRefusal(commit) ? commit : readRevision(folder, commit, revision === undefined ? inventory : undefined)
}

/** The inventory as it was at a revision of Git. */
export function readCommit(folder: string, word: string): Base | Refusal {
  const without = withoutRepository(folder)
  if (without !== undefined)
    return refuse(`--rev ${word}: ${without.refused.id}`, `--rev ${word}: ${without.refused.en}`)
  const commit = commitOf(folder, word)
  return isRefusal(commit) ? commit : readRevision(folder, commit)
}

function commitOf(folder: string, word: string): string | Refusal {
  const commit = isRevision(word) ? git(folder, 'rev-parse', '--verify', '--quiet', `${word}^{commit}`) : undefined
  if (commit !== undefined) return commit
  const { id, en } = shallowHint(folder)
  return refuse(`${word}: bukan revisi Git maupun folder${id}`, `${word}: neither a Git revision nor a folder${en}`)
}

/** Why a revision may be absent, and what brings it; empty where the clone is whole. */
function shallowHint(folder: string): Bilingual {
  if (git(folder, 'rev-parse', '--is-shallow-repository') !== 'true') return { id: '', en: '' }
  return {
    id: '; klon ini dangkal, ambil dahulu: git fetch --unshallow',
    en: '; this clone is shallow, fetch first: git fetch --unshallow',
  }
}

/** Where this branch left the default one: `origin/HEAD`, else `main` or `master`. */
function mergeBase(folder: string): string | Refusal {
  const remote = git(folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')
  const names = [...(remote === undefined ? [] : [remote]), 'origin/main', 'origin/master', 'main', 'master']
  const branch = names.find(name => git(folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`) !== undefined)
  if (branch === undefined) {
    const { id, en } = shallowHint(folder)
    return refuse(
      `cabang utama tidak ditemukan; sebut revisinya: serat diff REVISI${id}`,
      `the default branch is not found; name the revision: serat diff REVISION${en}`,
    )
  }
  const found = git(folder, 'merge-base', 'HEAD', branch)
  if (found !== undefined) return found
  return refuse(
    `HEAD dan ${branch} tidak berpangkal sama di klon ini; bila klonnya dangkal: git fetch --unshallow`,
    `HEAD and ${branch} have no common ancestor in this clone; where it is shallow: git fetch --unshallow`,
  )
}

/** `now`: the inventory as it lies in the working tree. */
function readRevision(folder: string, commit: string, now?: Inventory): Base | Refusal {
  const prefix = (git(folder, 'rev-parse', '--show-prefix') ?? '').replace(/\/$/, '')
  const top = git(folder, 'rev-parse', '--show-toplevel') ?? folder
  const path = pathIn(top, commit, prefix)
  const name = commit.slice(0, 10)
  if (path === undefined)
    return refuse(
      `pada ${name} tidak ada inventaris di ${prefix === '' ? '.' : prefix}, dan tidak tepat satu network.yaml di tempat lain`,
      `at ${name} there is no inventory in ${prefix === '' ? '.' : prefix}, and not exactly one network.yaml elsewhere`,
    )
  const where = { top, commit, path }
  const inventory = (now !== undefined && path === prefix ? readSince(where, now) : undefined) ?? readArchived(where)
  const base = { name, inventory, commit: { id: commit, path } }
  return path === prefix ? base : { ...base, movedFrom: path }
}

/** The inventory's path in a revision: the same as now, else where the one `network.yaml` lies. */
function pathIn(top: string, commit: string, prefix: string): string | undefined {
  const inner = prefix === '' ? 'network.yaml' : `${prefix}/network.yaml`
  if (git(top, 'cat-file', '-e', `${commit}:${inner}`) !== undefined) return prefix
  const all = (git(top, 'ls-tree', '-r', '-z', '--name-only', commit) ?? '').split('\0')
  const [one, ...more] = all.filter(path => posix.basename(path) === 'network.yaml')
  if (one === undefined || more.length > 0) return undefined
  return one === 'network.yaml' ? '' : posix.dirname(one)
}
