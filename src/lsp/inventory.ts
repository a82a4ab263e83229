import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compile } from '../compile.ts'
import type { Project } from '../editor/project.ts'
import { places } from '../load/kinds.ts'
import { byText } from '../text/order.ts'
import { readInventory } from '../source/read.ts'
import type { Source } from '../source/source.ts'

/** The inventory of a folder that somebody has open: what lies on the disk, under what is typed and not yet saved. */
export interface OpenInventory {
  readonly folder: string
  /** Texts of open files by their path in the inventory. */
  readonly typed: Map<string, string>
  /** Files whose text has not changed since the last compilation stay the same value, so that what was read of them is kept. */
  known: ReadonlyMap<string, Source>
}

/** Where an inventory begins: at the folder, or at `sites` in it. */
export function inventoryIn(folder: string): OpenInventory | undefined {
  const found = [folder, join(folder, 'sites')].find(each => existsSync(join(each, 'network.yaml')))
  return found === undefined ? undefined : { folder: found, typed: new Map(), known: new Map() }
}

/** Compiled anew, as `check` would with these texts on the disk. */
export function projectOf(open: OpenInventory, today: string): Project {
  const read = readInventory(open.folder, places)
  const onDisk = new Map(read.sources.map(source => [source.path, source.text]))
  const texts = new Map([...onDisk, ...open.typed])
  const sources = [...texts].sort(byText(([path]) => path)).map(([path, text]): Source => {
    const before = open.known.get(path)
    return before?.text === text ? before : { path, text }
  })
  open.known = new Map(sources.map(source => [source.path, source]))
  const compilation = compile({
    sources,
    reading: read.diagnostics,
    ledger: read.ledger,
    documents: read.documents,
    today,
    entropy: randomBytes(16),
  })
  return { sources, compilation }
}

/** The path of a file in the inventory; undefined for one that lies elsewhere. */
export function pathOf({ folder }: OpenInventory, uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  const path = relative(folder, fileURLToPath(uri)).split(sep).join('/')
  return path.startsWith('../') || !path.endsWith('.yaml') ? undefined : path
}

export function uriOf({ folder }: OpenInventory, path: string): string {
  return pathToFileURL(join(folder, path)).href
}
