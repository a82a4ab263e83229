import { execFileSync, spawnSync } from 'node:child_process'
import { refuse, type Refusal } from './shell/refusal.ts'

/** What Git says, without its last line end; undefined where it refuses or is absent. */
export function git(folder: string, ...args: readonly string[]): string | undefined {
  return gitBytes(folder, ...args)
    ?.toString('utf8')
    .replace(/\n$/, '')
}

/** The same as bytes: the content of a file. */
export function gitBytes(folder: string, ...args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      env: gitEnvironment(),
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

/** Of a hook of Git, whose own repository and index are no matter of an inventory's. */
const ofCaller = ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']

/** Such that Git looks for the repository of the folder that it is asked in. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofCaller.includes(name)))
}

/** Why Git knows no revisions of a folder, and what helps; undefined where it does. */
export function withoutRepository(folder: string): Refusal | undefined {
  const { error, status, stderr } = spawnSync('git', ['rev-parse', '--is-inside-work-tree'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...gitEnvironment(), LC_ALL: 'C' },
  })
  if (status === 0) return undefined
  if (error !== undefined)
    return refuse(
      'program git tidak dapat dijalankan di mesin ini; pasang git',
      'the program git cannot be run on this machine; install git',
    )
  const [remedy] = /git config --global --add safe\.directory .+/.exec(stderr) ?? []
  if (remedy !== undefined)
    return refuse(
      `Git tidak memercayai repositori milik pengguna lain; bila Anda memercayainya: ${remedy}`,
      `Git does not trust a repository that belongs to another user; if you do: ${remedy}`,
    )
  return refuse('folder inventaris ini tidak berada di repositori Git', 'the inventory is in no Git repository')
}

/**
 * Whether Git may be asked for it: branches have names in any script, and `main@{1 week ago}` is a revision; an option
 * is none.
 */
export function isRevision(word: string): boolean {
  return /^(?!-)\P{Cc}{1,200}$/u.test(word)
}
