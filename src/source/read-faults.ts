import { isUtf8 } from 'node:buffer'
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.ts'
import { fileReason } from '../words/file-errors.ts'
import { megabytes } from '../words/figures.ts'
import { largestInventory, mostFiles } from './limits.ts'

export function nowhere(places: readonly string[], path: string): Diagnostic {
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

export function moreStrays(count: number): Diagnostic {
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

export function tooMany(path: string): Diagnostic {
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

export function tooMuch(path: string): Diagnostic {
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

export function hiddenInName(path: string, sign: string): Diagnostic {
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

export function tooLarge(path: string, size: number, largest: number): Diagnostic {
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
export function notUtf8(path: string, bytes: Buffer): Diagnostic {
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

/**
 * Where the first sequence stands that is no UTF-8. A line break is never part of a longer sequence, so lines can be
 * looked at one by one.
 */
function faultyOffset(bytes: Buffer): number {
  let start = 0
  for (let end = endOfLine(bytes, start); isUtf8(bytes.subarray(start, end)); end = endOfLine(bytes, start)) start = end
  const line = bytes.subarray(start, endOfLine(bytes, start))
  // In a broken line what comes before the fault is whole: the longest such beginning, allowing for a sequence that is
  // cut by our own cut.
  let whole = 0
  for (let end = 1; end <= line.length && end - whole <= 4; end++) if (isUtf8(line.subarray(whole, end))) whole = end
  return start + whole
}

function endOfLine(bytes: Buffer, start: number): number {
  const newline = bytes.indexOf(10, start)
  return newline < 0 ? bytes.length : newline + 1
}

export function unreadable(path: string, error: unknown): Diagnostic {
  const reason = fileReason(error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN')
  return fault(
    'LOD001',
    path,
    { id: `tidak dapat dibaca: ${reason.id}`, en: `cannot be read: ${reason.en}` },
    { id: 'periksa hak akses berkas ini', en: 'check the permissions of this file' },
  )
}

export function fault(
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
