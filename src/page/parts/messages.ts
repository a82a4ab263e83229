import { bilingual } from '../../words/catalogue.ts'
import { number } from '../../words/figures.ts'

/** What stands around every view, in tables, and on the page of a thing. */
const indonesian = {
  home: 'Ringkasan',
  map: 'Peta',
  network: 'Jaringan',
  money: 'Uang',
  findings: 'Temuan',
  risk: 'Risiko',
  evidence: 'Bukti',
  tryChange: 'Coba ubah',
  whatIf: 'Bagaimana bila',
  lists: 'Daftar',
  files: 'Berkas',
  skip: 'Langsung ke isi',
  views: 'Bagian halaman',
  search: 'Cari nama, kode, alamat IP, nomor …',
  searchHint: 'Tekan / untuk mencari',
  results: 'Hasil pencarian',
  noResults: 'Tidak ada yang cocok.',
  resultsCount: ({ count }: Counted) => `${number(count).id} hasil`,
  language: 'Bahasa',
  theme: 'Tampilan',
  light: 'terang',
  dark: 'gelap',
  print: 'Cetak',
  asOf: ({ day }: OfDay) => `Keadaan per ${day}`,
  title: ({ network }: Named) => `Jaringan Pemerintah ${network}`,
  errorsCount: ({ count }: Counted) => `${number(count).id} galat`,
  openCount: ({ count }: Counted) => `${number(count).id} peringatan terbuka`,
  acceptedCount: ({ count }: Counted) => `${number(count).id} diterima tertulis`,
  open: 'Terbuka',
  accepted: 'Diterima tertulis',
  openFindings: 'Temuan terbuka',
  acceptedFindings: 'Temuan yang diterima',
  none: 'Tidak ada.',
  nothing: 'tidak ada',
  aboutData: 'Tentang data ini',
  composed: 'rekaan',
  left: ({ count }: Counted) => `${number(count).id} hari lagi`,
  reason: 'Alasan',
  decidedBy: 'Diputuskan oleh',
  until: 'Sampai',
  daysLeft: 'Sisa hari',
  code: 'Kode',
  severity: 'Tingkat',
  error: 'galat',
  warning: 'peringatan',
  message: 'Temuan',
  advice: 'Saran',
  about: 'Tentang',
  place: 'Tempat',
  line: 'baris',
  facts: 'Fakta',
  links: 'Yang bersangkutan',
  source: 'Sumber',
  sourceOf: ({ file, line }: AtLine) => `${file}, baris ${line}`,
  ledger: 'Buku alokasi',
  artifacts: 'Berkas hasil',
  service: 'Layanan',
  failing: 'Bila ini gagal',
  failsAlone: 'Bila gagal sendiri',
  askWhatIf: 'Bagaimana bila ini gagal?',
  addWhatIf: 'Tambahkan ke pertanyaan',
  tryHere: 'Coba ubah di sini',
  showOnMap: 'Tunjukkan di peta',
  openFile: 'Buka berkas',
  rows: ({ shown, all }: Rows) => `${number(shown).id} dari ${number(all).id} baris`,
  more: 'Tampilkan lagi',
  filter: 'Saring',
  sortBy: ({ column }: OfColumn) => `urutkan menurut ${column}`,
  unknownThing: ({ name }: NamedThing) => `Tidak ada “${name}” di halaman ini.`,
  notLoaded: 'Inventaris tidak dapat dimuat; temuan di bawah mengatakan sebabnya.',
}

const english: typeof indonesian = {
  home: 'Overview',
  map: 'Map',
  network: 'Network',
  money: 'Money',
  findings: 'Findings',
  risk: 'Risk',
  evidence: 'Evidence',
  tryChange: 'Try a change',
  whatIf: 'What if',
  lists: 'Lists',
  files: 'Files',
  skip: 'Skip to content',
  views: 'Views',
  search: 'Search names, ids, IP addresses, numbers …',
  searchHint: 'Press / to search',
  results: 'Search results',
  noResults: 'Nothing matches.',
  resultsCount: ({ count }) => `${number(count).en} results`,
  language: 'Language',
  theme: 'Appearance',
  light: 'light',
  dark: 'dark',
  print: 'Print',
  asOf: ({ day }) => `As of ${day}`,
  title: ({ network }) => `The government network of ${network}`,
  errorsCount: ({ count }) => `${number(count).en} errors`,
  openCount: ({ count }) => `${number(count).en} open warnings`,
  acceptedCount: ({ count }) => `${number(count).en} accepted in writing`,
  open: 'Open',
  accepted: 'Accepted in writing',
  openFindings: 'Open findings',
  acceptedFindings: 'Accepted findings',
  none: 'None.',
  nothing: 'none',
  aboutData: 'About these data',
  composed: 'composed',
  left: ({ count }) => `${number(count).en} days left`,
  reason: 'Reason',
  decidedBy: 'Decided by',
  until: 'Until',
  daysLeft: 'Days left',
  code: 'Code',
  severity: 'Severity',
  error: 'error',
  warning: 'warning',
  message: 'Finding',
  advice: 'Advice',
  about: 'About',
  place: 'Place',
  line: 'line',
  facts: 'Facts',
  links: 'Connected with',
  source: 'Source',
  sourceOf: ({ file, line }) => `${file}, line ${line}`,
  ledger: 'Ledger',
  artifacts: 'Output files',
  service: 'Service',
  failing: 'If this fails',
  failsAlone: 'Failing alone',
  askWhatIf: 'What if this fails?',
  addWhatIf: 'Add to the question',
  tryHere: 'Try a change here',
  showOnMap: 'Show on the map',
  openFile: 'Open the file',
  rows: ({ shown, all }) => `${number(shown).en} of ${number(all).en} rows`,
  more: 'Show more',
  filter: 'Filter',
  sortBy: ({ column }) => `sort by ${column}`,
  unknownThing: ({ name }) => `There is no “${name}” in this page.`,
  notLoaded: 'The inventory cannot be loaded; the findings below say why.',
}

interface Counted {
  readonly count: number
}

interface OfDay {
  readonly day: string
}

interface Named {
  readonly network: string
}

interface NamedThing {
  readonly name: string
}

interface AtLine {
  readonly file: string
  readonly line: number
}

interface Rows {
  readonly shown: number
  readonly all: number
}

interface OfColumn {
  readonly column: string
}

export const messages = bilingual(indonesian, english)
