import { relative, isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Connection, TextDocuments } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Language } from '../diagnostic/diagnostic.ts'
import {
  inventoriesIn,
  inventoryAround,
  inventoryIn,
  pathOf,
  takeText,
  type OpenInventory,
  type Surroundings,
} from './inventory.ts'

export interface Settings extends Surroundings {
  readonly language: Language
  /** Absolute; where none is given, those in the folders that the editor opened. */
  readonly inventory: string | undefined
}

/** One editor's server, and the inventories that it has found. */
export interface Session extends Settings {
  readonly connection: Connection
  readonly documents: TextDocuments<TextDocument>
  readonly inventories: Set<OpenInventory>
  /** Folders that the editor has open. */
  roots: readonly string[]
  /** Messages about changed texts and files so far. */
  changes: number
  /** The editor says what changes on the disk; otherwise it is read again each time. */
  isWatched: boolean
}

export function sessionOf(settings: Settings, connection: Connection, documents: TextDocuments<TextDocument>): Session {
  return { ...settings, connection, documents, inventories: new Set(), roots: [], changes: 0, isWatched: false }
}

export function foldersOf(uris: readonly string[]): string[] {
  return uris.filter(uri => uri.startsWith('file:')).map(uri => fileURLToPath(uri))
}

/** Looks for inventories in folders that have none yet: one may have been begun, or checked out, since. */
export function discover(session: Session): void {
  const { inventory, inventories, roots } = session
  const asked = inventory === undefined ? roots : [inventory]
  for (const root of asked.filter(root => ![...inventories].some(({ folder }) => isInside(root, folder))))
    for (const open of inventory === undefined ? inventoriesIn(root) : [inventoryIn(root)])
      if (open !== undefined) join(session, open)
}

/** The inventory of a file that is opened by itself, or from a folder further inside. */
export function discoverAround(session: Session, uri: string): OpenInventory | undefined {
  discover(session)
  const known = inventoryWith(session, uri)
  if (known !== undefined || session.inventory !== undefined) return known
  const open = inventoryAround(uri)
  if (open === undefined || pathOf(open, uri) === undefined) return undefined
  join(session, open)
  return open
}

/** With the texts that are open already. */
function join({ inventories, documents }: Session, open: OpenInventory): void {
  inventories.add(open)
  for (const document of documents.all()) takeText(open, document.uri, document.getText())
}

/** The inventory that a file means something in; the innermost. */
export function inventoryWith({ inventories }: Session, uri: string): OpenInventory | undefined {
  return [...inventories]
    .filter(open => pathOf(open, uri) !== undefined)
    .toSorted((a, b) => b.folder.length - a.folder.length)[0]
}

export function isBelow(folder: string, uri: string): boolean {
  return uri.startsWith('file:') && isInside(folder, fileURLToPath(uri))
}

export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}
