import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { compile, type Compilation, type CompileInput } from '../compile.ts'
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { readCommit, type Base } from './diff/base.ts'
import { places } from '../load/kinds.ts'
import { ledgerName } from '../source/ledger-name.ts'
import { readInventory, type Inventory } from '../source/read.ts'
import { dayFault } from './shell/day-fault.ts'
import { progressOf } from './shell/progress.ts'
import { isRefusal, refuse, type Refusal } from './shell/refusal.ts'
import type { Shell } from './shell/shell.ts'
import { tracesOf, type Life } from './traces.ts'

export interface Asked {
  readonly inventory: string | undefined
  readonly 'as-of': string | undefined
  /** In place of chance, where nothing is kept. */
  readonly entropy?: Uint8Array
  /** The output folder as it was asked for; `out` unless given. */
  readonly out?: string | undefined
  /** Stores of secrets that it names, absolute. */
  readonly stores?: readonly string[]
  /** A revision of Git, in place of the working tree. */
  readonly rev?: string | undefined
  /** The application that the page shall have; without it the page is tables alone. */
  readonly application?: (inventory: Inventory) => CompileInput['application']
  /** Begin anew on purpose, whatever this network had before. */
  readonly 'new-ledger'?: boolean
}

/** An inventory, read and compiled: what every command begins with. */
export interface Compiled {
  readonly folder: string
  /** The folder as seen from the working directory, with forward slashes. */
  readonly base: string
  readonly ledgerPath: string
  readonly inventory: Inventory
  readonly compilation: Compilation
  /** The revision that was asked for. */
  readonly revision?: Base['commit']
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly hasErrors: boolean
}

export function compileInventory(shell: Shell, asked: Asked, progress = progressOf(shell)): Compiled | Refusal {
  const folder = inventoryFolder(shell, asked.inventory)
  if (isRefusal(folder)) return folder
  const asOf = asked['as-of']
  const fault = dayFault('--as-of', asOf)
  if (fault !== undefined) return fault
  const read = readAsked(folder, asked.rev)
  if (isRefusal(read)) return read
  const { inventory } = read
  progress(() => ({
    id: `mengolah ${inventory.sources.length} berkas`,
    en: `compiling ${inventory.sources.length} files`,
  }))
  const application = asked.application?.(inventory)
  const compilation = compile({
    sources: inventory.sources,
    reading: inventory.diagnostics,
    ledger: inventory.ledger,
    documents: inventory.documents,
    today: shell.today,
    entropy: asked.entropy ?? randomBytes(16),
    traces:
      asked['new-ledger'] === true || asked.rev !== undefined
        ? 'none-wanted'
        : network => tracesOf(lifeOf(shell, asked, folder, inventory), network),
    ...(asOf === undefined ? {} : { asOf }),
    ...(application === undefined ? {} : { application }),
  })
  const { diagnostics } = compilation
  return {
    folder,
    base: baseOf(shell, folder),
    ledgerPath: join(folder, ledgerName),
    inventory,
    ...(read.commit === undefined ? {} : { revision: read.commit }),
    compilation,
    diagnostics,
    hasErrors: hasErrors(diagnostics),
  }
}

function readAsked(folder: string, rev: string | undefined): Pick<Base, 'inventory' | 'commit'> | Refusal {
  return rev === undefined ? { inventory: readInventory(folder, places) } : readCommit(folder, rev)
}

function lifeOf({ cwd }: Shell, { out = 'out', stores = [] }: Asked, folder: string, { ledger }: Inventory): Life {
  return { cwd, folder, ledger, outputs: [resolve(cwd, out)], stores }
}

export function inventoryFolder({ cwd }: Shell, asked = 'sites'): string | Refusal {
  const folder = resolve(cwd, asked)
  const known = statSync(folder, { throwIfNoEntry: false })
  if (known?.isDirectory() === true) return folder
  return refuse(
    `folder inventaris ${asked} tidak ada; tunjuk dengan --inventory FOLDER`,
    `there is no inventory folder ${asked}; name one with --inventory FOLDER`,
  )
}

/** A folder as seen from the working directory; absolute where it lies on another drive. */
function baseOf({ cwd }: Shell, folder: string): string {
  return relative(cwd, folder).split(sep).join('/')
}
