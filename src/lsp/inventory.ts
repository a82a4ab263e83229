import { existsSync, readdirSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Compilation, CompileInput } from '../compile.ts'
import type { Project } from '../editor/project.ts'
import { kindsAt, places } from '../load/kinds.ts'
import type { Network } from '../model/network.ts'
import type { Trace } from '../plan/lost-allocations.ts'
import { recompiler } from '../recompile.ts'
import { largestFile } from '../source/limits.ts'
import { ledgerName } from '../source/ledger-name.ts'
import { readInventory, type Inventory } from '../source/read.ts'
import type { Source } from '../source/source.ts'
import { byText } from '../text/order.ts'

/** The inventory of a folder that somebody has open: what lies on the disk, under what is typed and not yet saved. */
export interface OpenInventory {
  readonly folder: string
  /** The folder that Git and outputs are looked for in. */
  readonly cwd: string
  /** Texts of open files by their path in the inventory. */
  readonly typed: Map<string, string>
  /** What was read from the disk; undefined where it may have changed since. */
  disk: Inventory | undefined
  /**
   * Files whose text has not changed since the last compilation stay the same value, so that what was read of them is
   * kept.
   */
  known: ReadonlyMap<string, Source>
  /** Does not do again what stands. */
  readonly compile: (input: CompileInput) => Compilation
  /** The last network of which nothing was missing. */
  whole: Network | undefined
  /** Earlier ledgers, as they were found for this ledger. */
  traces: { readonly ledger: string; readonly found: readonly Trace[] } | undefined
  /** The last compilation; undefined where something was typed or changed since. */
  project: Project | undefined
  /** Files that findings were told of. */
  told: ReadonlySet<string>
  /** The compilation that they were told of. */
  toldOf: Project | undefined
  /** Changes on its disk wake the server. */
  isWatched: boolean
}

function opened(folder: string, cwd: string): OpenInventory {
  return {
    folder,
    cwd,
    typed: new Map(),
    disk: undefined,
    known: new Map(),
    compile: recompiler(),
    whole: undefined,
    traces: undefined,
    project: undefined,
    told: new Set(),
    toldOf: undefined,
    isWatched: false,
  }
}

/** Where an inventory begins: at the folder, or at `sites` in it. */
export function inventoryIn(cwd: string): OpenInventory | undefined {
  const isInventory = (folder: string): boolean => places.some(place => existsSync(join(folder, place)))
  const sites = join(cwd, 'sites')
  const isThere = statSync(sites, { throwIfNoEntry: false })?.isDirectory() === true
  const folder = isInventory(cwd) ? cwd : isThere ? sites : undefined
  return folder === undefined ? undefined : opened(folder, cwd)
}

/** The inventories of a folder that somebody opened: its own, or one in each of the folders below. */
export function inventoriesIn(root: string): OpenInventory[] {
  const own = inventoryIn(root)
  if (own !== undefined) return [own]
  const entries = existsSync(root) ? readdirSync(root, { withFileTypes: true }) : []
  return entries.flatMap(entry => {
    const below = join(root, entry.name)
    const isBegun = [below, join(below, 'sites')].some(folder => existsSync(join(folder, 'network.yaml')))
    return entry.isDirectory() && isBegun ? (inventoryIn(below) ?? []) : []
  })
}

/** The inventory that a file stands in, which nobody opened as a folder. */
export function inventoryAround(uri: string): OpenInventory | undefined {
  if (!uri.startsWith('file:')) return undefined
  let folder = dirname(fileURLToPath(uri))
  while (folder !== dirname(folder)) {
    if (existsSync(join(folder, 'network.yaml')))
      return opened(folder, basename(folder) === 'sites' ? dirname(folder) : folder)
    folder = dirname(folder)
  }
  return undefined
}

/** What a compilation takes from outside the inventory. */
export interface Surroundings {
  /** The day of the machine. */
  readonly today: () => string
  /** The day that was asked for. */
  readonly asOf: string | undefined
  /** Earlier ledgers of a network, in Git, outputs and secret stores. */
  readonly traces: (open: OpenInventory, ledger: string, network: Network) => readonly Trace[]
}

/**
 * Compiled anew, as `check` would with these texts on the disk; what each file says by itself is read again only where
 * its text is another.
 */
export function projectOf(open: OpenInventory, around: Surroundings): Project {
  const { today, asOf } = around
  open.disk ??= readInventory(open.folder, places)
  const { documents, diagnostics: reading, sources: onDisk, ledger: savedLedger } = open.disk
  const texts = new Map(onDisk.map(source => [source.path, source.text]))
  for (const [path, text] of open.typed) if (path !== ledgerName) texts.set(path, text)
  const sources = [...texts]
    .map(([path, text]): Source => {
      const before = open.known.get(path)
      return before?.text === text ? before : { path, text }
    })
    .sort(byText(({ path }) => path))
  open.known = new Map(sources.map(source => [source.path, source]))
  const ledger = open.typed.get(ledgerName) ?? savedLedger
  const compilation = open.compile({
    sources,
    reading: reading.filter(({ at }) => !open.typed.has(at.source.path)),
    ledger,
    documents,
    today: today(),
    entropy: randomBytes(16),
    traces: network => tracesFor(open, around, ledger, network),
    ...(asOf === undefined ? {} : { asOf }),
  })
  if (compilation.network?.missing.size === 0) open.whole = compilation.network
  return { sources, compilation, recorded: ledger, whole: open.whole }
}

/** Git and secret stores are asked once for a ledger, not at every key. */
function tracesFor(open: OpenInventory, { traces }: Surroundings, ledger: string, network: Network): readonly Trace[] {
  if (open.traces?.ledger !== ledger) open.traces = { ledger, found: traces(open, ledger, network) }
  return open.traces.found
}

/** Takes what is typed in a file of the inventory; false for a file that is none, or larger than any may be. */
export function takeText(open: OpenInventory, uri: string, text: string): boolean {
  const path = pathOf(open, uri)
  if (path === undefined || text.length > largestFile) return false
  open.typed.set(path, text)
  return true
}

/** The path of a file that means something in the inventory; undefined for any other. */
export function pathOf({ folder }: OpenInventory, uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  const path = relative(folder, fileURLToPath(uri)).split(sep).join('/')
  return path === ledgerName || (path.endsWith('.yaml') && kindsAt(path).length > 0) ? path : undefined
}

/** A file as it is typed, or as it lies on the disk; the ledger too. */
export function sourceAt(open: OpenInventory, { sources }: Project, uri: string): Source | undefined {
  const path = pathOf(open, uri)
  if (path === ledgerName) return { path, text: open.typed.get(path) ?? open.disk?.ledger ?? '' }
  return sources.find(source => source.path === path)
}

export function uriOf({ folder }: OpenInventory, path: string): string {
  return pathToFileURL(join(folder, path)).href
}
