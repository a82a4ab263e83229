import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './alive.ts'
import { ownFolder } from './paths.ts'

/**
 * Every path that was ever begun in an output root, written down before the file is. A deployment that was killed
 * leaves files that no state knows; the next one finds them here, and nothing that a person put beside them.
 */
interface Journal {
  readonly note: (path: string) => void
  readonly paths: () => ReadonlySet<string>
  /** Replaces the whole journal. */
  readonly settle: (paths: Iterable<string>) => void
}

const memory = new Map<string, Set<string>>()

export function journalOf(root: string): Journal {
  const folder = join(root, ownFolder)
  const file = join(folder, 'journal')
  return {
    note(path) {
      const known = memory.get(file) ?? readJournal(file)
      memory.set(file, known)
      if (known.has(path)) return
      known.add(path)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      appendFileSync(file, path + '\n')
    },
    paths: () => readJournal(file),
    settle(paths) {
      const kept = new Set(paths)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(
        file + '.new',
        [...kept]
          .sort()
          .map(path => path + '\n')
          .join(''),
      )
      renameSync(file + '.new', file)
      memory.set(file, kept)
    },
  }
}

/** A line without its end was cut by a kill before its file was begun. */
function readJournal(file: string): Set<string> {
  if (!existsSync(file)) return new Set()
  return new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(0, -1)
      .filter(line => line !== ''),
  )
}

/** Names of files that were being written when a process ended; they hold secrets and are taken away first. */
export function clearUnfinished(root: string): void {
  const folder = join(root, ownFolder, 'tmp')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (!isAlive(Number(name.split('.')[0]))) rmSync(join(folder, name), { force: true })
}
