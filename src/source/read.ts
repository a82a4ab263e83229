import { hash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { join, sep } from 'node:path'
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.ts'
import { hiddenSignInLine } from '../text/signs.ts'
import type { Source } from './source.ts'
import { byText } from '../text/order.ts'
import { megabytes } from '../words/figures.ts'
import { fileReason } from '../words/file-errors.ts'

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

export const ledgerName = 'allocations.lock.yaml'
/** Files that contracts, payments and tickets name as evidence. */
const documentsFolder = 'documents/'
const largestDocument = 100_000_000
const largestFile = 2_000_000
const largestLedger = 40_000_000
/** Ten thousand sites have some 20 MB in 11,000 files. */
const largestInventory = 60_000_000
const mostFiles = 20_000
/** Files that mean nothing are named up to this many; the rest is counted. */
const mostStrays = 20

/**
 * The files of an inventory folder. `places` are the files and folders (`opd/`) that mean something; notes (`*.md`) and hidden
 * files may lie beside them, anything else is mentioned. The folder itself must exist.
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
  if (reading.seen.strays++ < mostStrays) reading.diagnostics.push(nowhere(reading, path))
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

function nowhere({ places }: Reading, path: string): Diagnostic {
  const extension = /\.(yml|YAML|YML|json)$/.test(path)
  return fault(
    'LOD004',
    path,
    {
      id: `\`${path}\` tidak dibaca: tempatnya tidak berarti apa-apa`,
      en: `\`${path}\` is not read: its place means nothing`,
    },
    extension
      ? { id: 'nama berkas inventaris berakhir dengan .yaml', en: 'names of inventory files end in .yaml' }
      : { id: `tempat yang dibaca: ${places.join(', ')}`, en: `places that are read: ${places.join(', ')}` },
  )
}

function moreStrays(count: number): Diagnostic {
  return fault(
    'LOD004',
    '',
    {
      id: `dan ${count} berkas atau folder lain yang tempatnya tidak berarti apa-apa`,
      en: `and ${count} more files or folders in places that mean nothing`,
    },
    {
      id: 'periksa apakah --inventory menunjuk folder yang benar',
      en: 'see whether --inventory names the right folder',
    },
  )
}

function tooMany(path: string): Diagnostic {
  return fault(
    'LOD002',
    path,
    {
      id: `folder inventaris berisi lebih dari ${mostFiles} berkas; yang selebihnya tidak dibaca`,
      en: `the inventory folder holds more than ${mostFiles} files; the rest is not read`,
    },
    {
      id: 'gabungkan benda sejenis ke dalam satu berkas sebagai daftar, atau bagi inventarisnya',
      en: 'put things of one kind into one file as a list, or split the inventory',
    },
  )
}

function tooMuch(path: string): Diagnostic {
  const megabytes = largestInventory / 1_000_000
  return fault(
    'LOD002',
    path,
    {
      id: `berkas inventaris bersama-sama lebih dari ${megabytes} MB; dari sini tidak dibaca lagi`,
      en: `the files of the inventory are more than ${megabytes} MB together; from here on they are not read`,
    },
    { id: 'bagi inventarisnya', en: 'split the inventory' },
  )
}

function hiddenInName(path: string, sign: string): Diagnostic {
  return fault(
    'LOD016',
    path,
    {
      id: `nama berkas ini berisi tanda yang tidak terlihat: ${sign}`,
      en: `the name of this file holds a sign that nobody sees: ${sign}`,
    },
    { id: 'beri berkas ini nama lain', en: 'give the file another name' },
  )
}

function tooLarge(path: string, size: number, largest: number): Diagnostic {
  return fault(
    'LOD002',
    path,
    {
      id: `berkas ini ${megabytes(size).id}; paling besar ${megabytes(largest).id}`,
      en: `this file has ${megabytes(size).en}; at most ${megabytes(largest).en} are read`,
    },
    { id: 'bagi menjadi beberapa berkas', en: 'split it into several files' },
  )
}

/** Its text is for showing only: what is no UTF-8 reads `\ufffd` there. */
function notUtf8(path: string, bytes: Buffer): Diagnostic {
  const at = faultyOffset(bytes)
  const text = bytes.toString('utf8')
  const offset = bytes.toString('utf8', 0, at).length
  const finding = fault(
    'LOD003',
    path,
    { id: 'berkas ini bukan UTF-8: di sini ada bita lain', en: 'this file is not UTF-8: other bytes stand here' },
    { id: 'simpan ulang sebagai UTF-8', en: 'save it again as UTF-8' },
  )
  return { ...finding, at: { source: { path, text }, path: [], offsets: [offset, offset + 1] } }
}

/** Where the first sequence stands that is no UTF-8. A line break is never part of a longer sequence, so lines can be looked at one by one. */
function faultyOffset(bytes: Buffer): number {
  let start = 0
  for (let end = endOfLine(bytes, start); isUtf8(bytes.subarray(start, end)); end = endOfLine(bytes, start)) start = end
  const line = bytes.subarray(start, endOfLine(bytes, start))
  // In a broken line what comes before the fault is whole: the longest such beginning, allowing for a sequence that is cut by our own cut.
  let whole = 0
  for (let end = 1; end <= line.length && end - whole <= 4; end++) if (isUtf8(line.subarray(whole, end))) whole = end
  return start + whole
}

function endOfLine(bytes: Buffer, start: number): number {
  const newline = bytes.indexOf(10, start)
  return newline < 0 ? bytes.length : newline + 1
}

function unreadable(path: string, error: unknown): Diagnostic {
  const reason = fileReason(error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN')
  return fault(
    'LOD001',
    path,
    { id: `tidak dapat dibaca: ${reason.id}`, en: `cannot be read: ${reason.en}` },
    { id: 'periksa hak akses berkas ini', en: 'check the permissions of this file' },
  )
}

function fault(
  code: 'LOD001' | 'LOD002' | 'LOD003' | 'LOD004' | 'LOD016',
  path: string,
  message: Bilingual,
  help: Bilingual,
): Diagnostic {
  return {
    code,
    severity: code === 'LOD004' ? 'warning' : 'error',
    message,
    help,
    at: { source: { path, text: '' }, path: [] },
  }
}
