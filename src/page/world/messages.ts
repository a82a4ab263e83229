import { bilingual } from '../../words/catalogue.ts'
import { number } from '../../words/figures.ts'

/** What is said of proof, of files, and on paper. */
const indonesian = {
  origin: 'Asal halaman ini',
  inventoryHash: 'Hash inventaris',
  commit: 'Commit Git',
  uncommitted: 'tidak diketahui: inventaris di luar Git, atau berubah sejak commit terakhir',
  day: 'Hari acuan',
  daySetBy: 'Ditetapkan oleh',
  byCommand: 'perintah (--as-of)',
  byNetwork: 'as_of di network.yaml',
  byCalendar: 'kalender pada hari pembuatan',
  version: 'Versi Serat',
  checkHere: 'Periksa di sini',
  checking: ({ done, all }: Progress) => `memeriksa: ${number(done).id} dari ${number(all).id} berkas`,
  checkedAll: ({ equal }: Equal) =>
    `${number(equal).id} berkas dibuat ulang di halaman ini; semuanya sama dengan hash di manifes.`,
  checkedSome: ({ equal, different }: Different) =>
    `${number(equal).id} berkas sama dengan manifes, ${number(different).id} berbeda.`,
  checkedPart: ({ equal, different }: Different) =>
    `${number(equal).id} berkas dibuat ulang dan sama dengan manifes; ` +
    `${number(different).id} tidak dapat diperiksa di sini, karena sebagian inventaris tidak ikut.`,
  withoutFiles: 'Yang tidak ikut di halaman ini',
  withoutBanner: ({ count }: Count) =>
    `${number(count).id} berkas inventaris tidak ikut di halaman ini: angka dan temuan di sini dihitung tanpa itu.`,
  withoutNote:
    'Temuan tentang apa yang menyebut berkas itu berasal dari ketiadaannya di sini; ' +
    'berkas hasil yang dibuat darinya tidak dapat diperiksa di halaman ini, hanya dengan perintah di atas.',
  howToVerify: 'Cara memeriksa sendiri',
  verifyNote: 'Perintah di bawah membuat ulang semuanya dari inventaris, tanpa mempercayai halaman ini.',
  manifest: 'Manifes',
  path: 'Berkas',
  bytes: 'Bita',
  hash: 'SHA-256',
  waivers: 'Pengecualian',
  contractsPapers: 'Kontrak dan dokumennya',
  documents: 'Dokumen',
  documentChecked: 'hash cocok',
  documentUnchecked: 'tanpa berkas atau hash: tidak diperiksa',
  documentDiffers: 'hash tidak cocok',
  ledgerHistory: 'Isi buku alokasi',
  retired: 'berakhir',
  explain: 'Asal baris ini',
  explainHint: 'Pilih sebuah baris untuk melihat asalnya.',
  practice: 'Praktik',
  madeFrom: 'Dibuat dari',
  binary: 'Berkas ini bukan teks; simpan untuk membukanya.',
  save: 'Simpan',
  otherHit: 'Juga',
  networkHint: 'Susunan logis: pusat, ring, cabang dan sirkuit sewa. Bukan letak di lapangan.',
  signature: 'Tanda tangan',
  checkedBy: 'Diperiksa oleh',
  knownBy: 'Mengetahui',
  nothingSent: 'Semua dihitung di peramban ini; tidak ada yang dikirim.',
  address: 'Alamat',
  inPrefix: ({ address }: OfAddress) => `memuat ${address}`,
  tryResult: ({ what }: What) => `Coba: ${what}`,
  protection: 'Perlindungan yang hilang',
  protectionNote: 'Situs ini masih dilayani, tetapi satu kegagalan lagi kini memutusnya.',
  components: 'Komponen',
  isolated: 'Terputus',
  withoutInternet: 'Tanpa internet',
  onBackup: 'Lewat cadangan',
  agencies: 'Perangkat daerah',
  details: 'Rincian',
  backToTop: 'Ke atas',
  declaredAs: 'Sebagaimana tertulis',
  register: 'Daftar kontrak',
}

const english: typeof indonesian = {
  origin: 'What this page was made of',
  inventoryHash: 'Hash of the inventory',
  commit: 'Git commit',
  uncommitted: 'not known: the inventory is outside Git, or has changed since its last commit',
  day: 'Day',
  daySetBy: 'Set by',
  byCommand: 'the command (--as-of)',
  byNetwork: 'as_of of network.yaml',
  byCalendar: 'the calendar on the day of the build',
  version: 'Version of Serat',
  checkHere: 'Checked here',
  checking: ({ done, all }) => `checking: ${number(done).en} of ${number(all).en} files`,
  checkedAll: ({ equal }) =>
    `${number(equal).en} files were made again in this page; all have the hash of the manifest.`,
  checkedSome: ({ equal, different }) =>
    `${number(equal).en} files equal the manifest, ${number(different).en} differ.`,
  checkedPart: ({ equal, different }) =>
    `${number(equal).en} files were made again and equal the manifest; ` +
    `${number(different).en} cannot be checked here, since a part of the inventory is not in this page.`,
  withoutFiles: 'What this page does not carry',
  withoutBanner: ({ count }) =>
    `${number(count).en} files of the inventory are not in this page: numbers and findings here are computed without them.`,
  withoutNote:
    'Findings about what names those files come from their absence here; ' +
    'output files that are made from them cannot be checked in this page, only by the commands above.',
  howToVerify: 'How to check for yourself',
  verifyNote: 'These commands make everything again from the inventory, without trusting this page.',
  manifest: 'Manifest',
  path: 'File',
  bytes: 'Bytes',
  hash: 'SHA-256',
  waivers: 'Waivers',
  contractsPapers: 'Contracts and their documents',
  documents: 'Documents',
  documentChecked: 'hash matches',
  documentUnchecked: 'without file or hash: not checked',
  documentDiffers: 'hash differs',
  ledgerHistory: 'What the ledger holds',
  retired: 'retired',
  explain: 'Where this line comes from',
  explainHint: 'Choose a line to see where it comes from.',
  practice: 'Practice',
  madeFrom: 'Made from',
  binary: 'This file is no text; save it to open it.',
  save: 'Save',
  otherHit: 'Also',
  networkHint: 'The logical arrangement: hub, rings, spurs and leased circuits. Not where things lie.',
  signature: 'Signature',
  checkedBy: 'Checked by',
  knownBy: 'Seen by',
  nothingSent: 'Everything is computed in this browser; nothing is sent.',
  address: 'Address',
  inPrefix: ({ address }) => `holds ${address}`,
  tryResult: ({ what }) => `Try: ${what}`,
  protection: 'Protection that is lost',
  protectionNote: 'These sites stay in service, but one more failure now takes them out.',
  components: 'Components',
  isolated: 'Isolated',
  withoutInternet: 'Without internet',
  onBackup: 'On backup',
  agencies: 'Agencies',
  details: 'Details',
  backToTop: 'To the top',
  declaredAs: 'As it is written',
  register: 'Register of contracts',
}

interface Progress {
  readonly done: number
  readonly all: number
}

interface Count {
  readonly count: number
}

interface Equal {
  readonly equal: number
}

interface Different extends Equal {
  readonly different: number
}

interface OfAddress {
  readonly address: string
}

interface What {
  readonly what: string
}

export const messages = bilingual(indonesian, english)
