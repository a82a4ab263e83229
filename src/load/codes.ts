import type { Bilingual, Severity } from '../diagnostic/diagnostic.ts'

export interface LoadCode {
  readonly severity: Severity
  readonly title: Bilingual
}

/** Everything that can be wrong before there is a network. Numbers are never reused. */
export const loadCodes = {
  LOD001: { severity: 'error', title: { id: 'Berkas tidak dapat dibaca', en: 'A file cannot be read' } },
  LOD002: { severity: 'error', title: { id: 'Berkas terlalu besar', en: 'A file is too large' } },
  LOD003: { severity: 'error', title: { id: 'Berkas bukan UTF-8', en: 'A file is not UTF-8' } },
  LOD004: {
    severity: 'warning',
    title: { id: 'Berkas di tempat yang tidak berarti apa-apa', en: 'A file in a place that means nothing' },
  },
  LOD005: { severity: 'error', title: { id: 'YAML tidak dapat diurai', en: 'The YAML does not parse' } },
  LOD006: { severity: 'error', title: { id: 'Kunci ditulis dua kali', en: 'A key is written twice' } },
  LOD007: { severity: 'error', title: { id: 'Jangkar, alias, atau tag YAML', en: 'A YAML anchor, alias or tag' } },
  LOD008: {
    severity: 'error',
    title: { id: 'Susunan terlalu dalam, atau kunci bukan kata', en: 'Nested too deep, or a key that is no word' },
  },
  LOD009: { severity: 'error', title: { id: 'Berkas kosong', en: 'An empty file' } },
  LOD010: { severity: 'error', title: { id: 'Kunci tidak dikenal', en: 'An unknown key' } },
  LOD011: { severity: 'error', title: { id: 'Kunci wajib tidak ada', en: 'A required key is missing' } },
  LOD012: { severity: 'error', title: { id: 'Jenis nilai keliru', en: 'A value of the wrong type' } },
  LOD013: {
    severity: 'error',
    title: { id: 'Nilai tidak sesuai bentuknya', en: 'A value that does not fit its form' },
  },
  LOD014: {
    severity: 'error',
    title: { id: 'Pilihan tidak ada dalam daftar', en: 'A choice that is not on the list' },
  },
  LOD015: { severity: 'error', title: { id: 'Rahasia tertulis apa adanya', en: 'A secret in clear text' } },
  LOD016: {
    severity: 'error',
    title: { id: 'Tanda yang tidak terlihat', en: 'A sign that nobody sees' },
  },
  LOD020: { severity: 'error', title: { id: 'Nama tidak dikenal', en: 'An unknown name' } },
  LOD021: { severity: 'error', title: { id: 'Dua benda dengan satu nama', en: 'Two things with one name' } },
  LOD022: { severity: 'error', title: { id: 'network.yaml tidak ada', en: 'network.yaml is missing' } },
  LOD023: {
    severity: 'warning',
    title: { id: 'Nama berkas lain dari nama isinya', en: 'A file named otherwise than what it holds' },
  },
  LOD024: {
    severity: 'error',
    title: { id: 'Platform, model, atau versi tidak dikenal', en: 'An unknown platform, model or version' },
  },
  LOD025: { severity: 'error', title: { id: 'Pusat jaringan tidak lengkap', en: 'The hub is not complete' } },
  LOD026: { severity: 'error', title: { id: 'Nama lama masih hidup', en: 'An earlier name that is still alive' } },
  LOD027: { severity: 'warning', title: { id: '`was` sudah selesai tugasnya', en: '`was` has done its work' } },
  LOD028: { severity: 'warning', title: { id: 'Nama kunci yang lama', en: 'An earlier name of a key' } },
  LOD029: {
    severity: 'error',
    title: { id: 'Inventaris dari Serat yang lebih baru', en: 'An inventory of a newer Serat' },
  },
  LOD030: { severity: 'error', title: { id: 'Buku alokasi tidak dapat dibaca', en: 'The ledger cannot be read' } },
  LOD031: {
    severity: 'error',
    title: { id: 'Buku alokasi berisi tanda konflik', en: 'Conflict markers in the ledger' },
  },
  LOD032: {
    severity: 'error',
    title: { id: 'Buku alokasi mencatat satu kunci dua kali', en: 'The ledger holds a key twice' },
  },
  LOD033: {
    severity: 'error',
    title: { id: 'Buku alokasi hilang', en: 'The ledger is lost' },
  },
  LOD034: {
    severity: 'error',
    title: {
      id: 'Buku alokasi terpotong, atau milik jaringan lain',
      en: 'The ledger is cut off, or belongs to another network',
    },
  },
  LOD035: {
    severity: 'error',
    title: { id: 'Tanggal acuan di luar semua masa', en: 'The pinned day lies outside every period' },
  },
} as const satisfies Record<string, LoadCode>

export type LoadCodeId = keyof typeof loadCodes
