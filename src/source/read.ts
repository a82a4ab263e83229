import { hash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { join, sep } from 'node:path'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { hiddenSignInLine } from '../text/signs.ts'
import { byText } from '../text/order.ts'
import { largestDocument, largestFile, largestInventory, largestLedger, mostFiles, mostStrays } from './limits.ts'
import {
  fault,
  hiddenInName,
  moreStrays,
  notUtf8,
  nowhere,
  tooLarge,
  tooMany,
  tooMuch,
  unreadable,
} from './read-faults.ts'
import { ledgerName } from './ledger-name.ts'
import type { Source } from './source.ts'

export interface Inventory {
  /** Sorted by path, in code units. */
  readonly sources: readonly Source[]
  /** Text of the ledger; empty where there is none. */
  readonly ledger: string
  /** About files as such: their places have an empty path, and those that could not be read an empty text. */
  readonly diagnostics: readonly Diagnostic[]
  /** SHA-256 of each file in `documents/`, by its path below that folder. */
  readonly documents: ReadonlyMap<string, string>
}

/** Files that contracts, payments and tickets name as evidence. */
export const documentsFolder = 'documents/'

/**
 * The files of an inventory folder. `places` are the files and folders (`opd/`) that mean something; notes (`*.md`) and
 * hidden files may lie beside them, anything else is mentioned. The folder itself must exist.
 */
export function readInventory(folder: string, places: readonly string[]): Inventory {
  const reading: Reading = {
    folder,
    root: realpathSync(folder),
    places,
    sources: [],
    diagnostics: [],
    documents: new Map(),
    seen: { entries: 0, bytes: 0, strays: 0 },
  }
  readFolder(reading, '')
  const { strays } = reading.seen
  if (strays > mostStrays) reading.diagnostics.push(moreStrays(strays - mostStrays))
  const ledger = reading.sources.find(({ path }) => path === ledgerName)?.text ?? ''
  const sources = reading.sources.filter(({ path }) => path !== ledgerName).sort(byText(({ path }) => path))
  return { sources, ledger, diagnostics: reading.diagnostics, documents: reading.documents }
}

interface Reading {
  readonly folder: string
  /** The folder with its symbolic links followed. */
  readonly root: string
  readonly places: readonly string[]
  readonly sources: Source[]
  readonly diagnostics: Diagnostic[]
  readonly documents: Map<string, string>
  readonly seen: { entries: number; bytes: number; strays: number }
}

/** `under` is empty or ends in a slash. */
function readFolder(reading: Reading, under: string): void {
  for (const entry of readdirSync(join(reading.folder, under), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    if (reading.seen.entries++ === mostFiles) reading.diagnostics.push(tooMany(under + entry.name))
    if (reading.seen.entries > mostFiles) return
    try {
      readEntry(reading, under + entry.name, entry)
    } catch (error) {
      reading.diagnostics.push(unreadable(under + entry.name, error))
    }
  }
}

function readEntry(reading: Reading, path: string, entry: Dirent): void {
  const { diagnostics } = reading
  const sign = hiddenSignInLine(entry.name)
  if (sign !== undefined) {
    diagnostics.push(hiddenInName(path, sign))
    return
  }
  if (entry.isSymbolicLink()) {
    const fault = linkFault(reading, path)
    if (fault === undefined) return readFile(reading, path)
    diagnostics.push(fault)
    return
  }
  if (entry.isDirectory()) {
    if ([documentsFolder, ...reading.places].some(place => place.endsWith('/') && `${path}/`.startsWith(place)))
      return readFolder(reading, `${path}/`)
    return addStray(reading, `${path}/`)
  }
  if (entry.isFile()) return readFile(reading, path)
  diagnostics.push(
    fault(
      'LOD001',
      path,
      { id: 'ini bukan berkas biasa', en: 'this is not a regular file' },
      { id: 'hapus dari folder inventaris', en: 'take it out of the inventory folder' },
    ),
  )
}

function readFile(reading: Reading, path: string): void {
  if (path.startsWith(documentsFolder)) return hashDocument(reading, path)
  if (path.endsWith('.md')) return
  if (!isPlace(reading.places, path)) return addStray(reading, path)
  const absolute = join(reading.folder, path)
  const { size } = statSync(absolute)
  const largest = path === ledgerName ? largestLedger : largestFile
  if (size > largest) {
    reading.diagnostics.push(tooLarge(path, size, largest))
    return
  }
  if (path !== ledgerName) reading.seen.bytes += size
  if (reading.seen.bytes > largestInventory) {
    if (reading.seen.bytes - size <= largestInventory) reading.diagnostics.push(tooMuch(path))
    return
  }
  const bytes = readFileSync(absolute)
  if (isUtf8(bytes)) reading.sources.push({ path, text: bytes.toString('utf8') })
  else reading.diagnostics.push(notUtf8(path, bytes))
}

function addStray(reading: Reading, path: string): void {
  if (reading.seen.strays++ < mostStrays) reading.diagnostics.push(nowhere(reading.places, path))
}

/** Evidence is never read as text: what counts is that it is there, and that it is the same. */
function hashDocument({ folder, documents, diagnostics }: Reading, path: string): void {
  const absolute = join(folder, path)
  const { size } = statSync(absolute)
  if (size > largestDocument) diagnostics.push(tooLarge(path, size, largestDocument))
  else documents.set(path.slice(documentsFolder.length), hash('sha256', readFileSync(absolute), 'hex'))
}

function isPlace(places: readonly string[], path: string): boolean {
  if (path === ledgerName) return true
  return path.endsWith('.yaml') && places.some(place => (place.endsWith('/') ? path.startsWith(place) : path === place))
}

/** A link may point at a file inside the inventory folder, and at nothing else: folders could go round in circles. */
function linkFault({ folder, root }: Reading, path: string): Diagnostic | undefined {
  const target = realpathSync(join(folder, path))
  if (!target.startsWith(root + sep)) {
    return fault(
      'LOD001',
      path,
      {
        id: 'tautan simbolis ini menunjuk ke luar folder inventaris',
        en: 'this symbolic link points outside the inventory folder',
      },
      { id: 'simpan berkasnya sendiri di sini', en: 'keep the file itself here' },
    )
  }
  if (statSync(target).isFile()) return undefined
  return fault(
    'LOD001',
    path,
    {
      id: 'tautan simbolis ini menunjuk ke sesuatu yang bukan berkas',
      en: 'this symbolic link points at something that is no file',
    },
    { id: 'simpan foldernya sendiri di sini', en: 'keep the folder itself here' },
  )
}
