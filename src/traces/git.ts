import { execFileSync } from 'node:child_process'
import { relative, resolve, sep } from 'node:path'
import { parseLedger } from '../plan/ledger.ts'
import { hasAllocations, type Trace } from '../plan/lost-allocations.ts'
import { ledgerName } from '../source/ledger-name.ts'

/** A bad commit may be the last one: so the one before it counts too. */
const versionsCompared = 2
/** How far back a ledger with entries is looked for. */
const commitsSearched = 20

/**
 * The last two ledgers with entries that Git has of the inventory in a folder; commands are for whoever stands in
 * `cwd`.
 */
export function committedLedgers(cwd: string, folder: string): Trace[] {
  const commits = git(folder, 'log', `-n${commitsSearched}`, '--format=%h', '--', ledgerName)
    .split('\n')
    .filter(Boolean)
  const found: Trace[] = []
  const file = relative(cwd, resolve(folder, ledgerName)).split(sep).join('/')
  for (const commit of commits) {
    if (found.length === versionsCompared) break
    const ledger = parseLedger(git(folder, 'show', `${commit}:./${ledgerName}`)).value
    if (!hasAllocations(ledger)) continue
    const count = ledger.entries.size
    found.push({
      words: { id: `Git mencatat ${count} alokasi pada ${commit}`, en: `Git has ${count} allocations at ${commit}` },
      ledger,
      remedy: {
        id: `Ambil kembali: git checkout ${commit} -- ${file}`,
        en: `Take it back: git checkout ${commit} -- ${file}`,
      },
    })
  }
  return found
}

/** Empty where Git is absent, or this is no working tree of it, or it has no such thing. */
function git(folder: string, ...args: readonly string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}
