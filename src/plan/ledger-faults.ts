import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { loadCodes, type LoadCodeId } from '../load/codes.ts'
import type { Place } from '../source/source.ts'

/** What can be wrong with the lines of a ledger. */

/** With more faults of one code nobody reads on. */
const mostTold = 1_000

/** The first faults of each code, and how many stand behind them, of which nothing is kept. */
export type LineFaults = Map<LoadCodeId, { readonly first: Diagnostic[]; more: number }>

export function tell(faults: LineFaults, code: LoadCodeId, fault: () => Diagnostic): void {
  const known = faults.get(code) ?? { first: [], more: 0 }
  if (known.first.length < mostTold) known.first.push(fault())
  else known.more++
  faults.set(code, known)
}

/** The last of each code counts those behind it. */
export function toldOf(faults: LineFaults): Diagnostic[] {
  return [...faults.values()].flatMap(({ first, more }) =>
    first.map((fault, i) => (more > 0 && i === first.length - 1 ? { ...fault, more } : fault)),
  )
}

function ledgerFault(
  code: LoadCodeId,
  at: Place,
  message: Diagnostic['message'],
  help: Diagnostic['message'],
): Diagnostic {
  return { code, severity: loadCodes[code].severity, at, message, help }
}

export function unreadable(at: Place, line: string): Diagnostic {
  const shown = line.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)
  return ledgerFault(
    'LOD030',
    at,
    { id: `baris buku alokasi tidak dapat dibaca: ${shown}`, en: `a line of the ledger cannot be read: ${shown}` },
    {
      id: 'ambil kembali berkas ini dari Git; buku ini ditulis oleh serat',
      en: 'take this file back from Git; it is written by serat',
    },
  )
}

export function tooNew(at: Place, line: string, newestFormat: number): Diagnostic {
  return ledgerFault(
    'LOD030',
    at,
    {
      id: `buku alokasi ditulis oleh Serat yang lebih baru (${line}; Serat ini membaca format ${newestFormat})`,
      en: `the ledger was written by a newer Serat (${line}; this one reads format ${newestFormat})`,
    },
    {
      id: 'pasang Serat yang lebih baru; jangan mengubah buku ini dengan tangan',
      en: 'install the newer Serat; do not change the ledger by hand',
    },
  )
}

export function conflictMarker(at: Place): Diagnostic {
  return ledgerFault(
    'LOD031',
    at,
    { id: 'buku alokasi berisi tanda konflik Git', en: 'the ledger holds conflict markers of Git' },
    {
      id: 'jalankan: serat repair --base <cabang tujuan>',
      en: 'run: serat repair --base <target branch>',
    },
  )
}

export function heldTwice(at: Place, key: string, first: Place): Diagnostic {
  const related = [{ at: first, message: { id: 'yang pertama di sini', en: 'the first one is here' } }]
  return {
    ...ledgerFault(
      'LOD032',
      at,
      { id: `kunci ${key} tercatat dua kali`, en: `the key ${key} is recorded twice` },
      {
        id: 'jalankan: serat repair --base <cabang tujuan>',
        en: 'run: serat repair --base <target branch>',
      },
    ),
    related,
  }
}
