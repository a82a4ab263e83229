import { execFileSync } from 'node:child_process'
import { relative, resolve, sep } from 'node:path'
import type { Network } from '../model/network.ts'
import { parseLedger } from '../plan/ledger.ts'
import { fromBackup, hasAllocations, type Trace } from '../plan/lost-allocations.ts'
import { ledgerName } from '../source/read.ts'
import { readManifest } from './disk/manifest-file.ts'

/** Where an inventory lies, and what was made of it. */
interface Life {
  readonly cwd: string
  readonly folder: string
  /** Output folders that may be this network's. */
  readonly outputs: readonly string[]
}

/** Earlier ledgers of a network: the last two that Git has, and an output folder that was made from it. */
export function tracesOf({ cwd, folder, outputs }: Life, network: Network): Trace[] {
  return [...committed(cwd, folder), ...outputs.flatMap(out => outputTrace(cwd, out, network))]
}

/** A bad commit may be the last one: so the one before it counts too. */
const versionsCompared = 2
/** How far back a ledger with entries is looked for. */
const commitsSearched = 20

function committed(cwd: string, folder: string): Trace[] {
  const commits = git(folder, 'log', `-n${commitsSearched}`, '--format=%h', '--', ledgerName)
    .split('\n')
    .filter(Boolean)
  const found: Trace[] = []
  const file = shownPath(cwd, resolve(folder, ledgerName))
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

function outputTrace(cwd: string, out: string, network: Network): Trace[] {
  const manifest = readManifest(out)
  const known = manifest?.artifacts.some(({ path }) => network.routers.has(/^routers\/([^/]+)\//.exec(path)?.[1] ?? ''))
  if (manifest === undefined || known !== true) return []
  const shown = shownPath(cwd, out)
  return [
    {
      words: {
        id: `${shown} dibuat darinya pada ${manifest.asOf}`,
        en: `${shown} was made from it on ${manifest.asOf}`,
      },
      ledger: undefined,
      remedy: fromBackup,
    },
  ]
}

function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/')
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
