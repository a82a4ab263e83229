import { bilingual } from '../../words/catalogue.ts'
import { number } from '../../words/figures.ts'

/** What single views say. */
const indonesian = {
  state: 'Keadaan',
  before: 'Semula',
  after: 'Menjadi',
  failTogether: 'Gagal bersama-sama',
  addComponent: 'Tambah komponen (kode)',
  add: 'Tambah',
  remove: ({ name }: NamedThing) => `buang ${name}`,
  clear: 'Kosongkan',
  noChange: 'Tidak ada situs yang berubah layanannya.',
  sitesHit: 'Situs yang berubah',
  tenantsHit: 'Perangkat daerah tanpa layanan',
  publicHit: 'Layanan warga di antaranya',
  unusable: 'Dibayar, tidak terpakai',
  aMonth: 'sebulan, tanpa PPN',
  way: 'Jalan sekarang',
  pickExample: 'Pilih komponen di peta, di halaman sebuah benda, atau ketik kodenya di atas.',
  worst: 'Yang terburuk bila gagal sendiri',
  edit: 'Ubah berkas inventaris',
  editHint: 'Perubahan hanya ada di halaman ini; tidak ada yang dikirim. Ambil hasilnya sebagai tambalan (patch).',
  chooseFile: 'Berkas',
  reset: 'Kembalikan semula',
  takePatch: 'Ambil tambalan (.patch)',
  patch: 'Tambalan',
  applyPatch: 'Pasang dengan: git apply NAMA.patch, di folder yang memuat folder inventaris sites/.',
  unchanged: 'Belum ada perubahan.',
  effect: 'Akibatnya',
  newFindings: 'Temuan berkas ini',
  elsewhere: 'Temuan di berkas lain',
  compiling: 'menghitung …',
  edited: 'Halaman ini memuat perubahan percobaan.',
  opening: ({ count }: Files) => `Mengolah ${number(count).id} berkas inventaris di peramban ini …`,
  openHint: ({ count }: Files) =>
    `Inventaris ini besar: ${number(count).id} berkas. ` +
    'Mengolahnya di peramban ini memakan waktu sampai beberapa menit dan beberapa gigabita memori.',
  openHere: 'Olah dan buka',
  promised: 'Ketersediaan yang dijanjikan',
  slaWindow: 'Jendela',
  losses: 'Redaman dan panjang',
  lossesOfAll: 'Redaman semua rute',
  minutesAllowed: 'Menit yang boleh hilang',
  minutesUsed: 'Menit terpakai',
  minutesLeft: 'Menit tersisa',
  connections: ({ owned, leased }: Connections) =>
    `${number(owned).id} situs pada serat milik, ${number(leased).id} hanya pada sirkuit sewa.`,
  listOf: ({ id }: InBoth) => `semua ${id} yang memuatnya`,
  sorted: ({ id }: InBoth) => `${id} menurut urutannya`,
  fieldOf: ({ id }: InBoth) => `setiap ${id} dengan isian ini`,
  saidBy: ({ count, all }: Said) => `${number(count).id} dari ${number(all).id} mengisinya:`,
  inFiles: 'Isi berkas',
  linesIn: 'baris inventaris dan berkas hasil yang memuatnya',
  linesWith: ({ count, files }: Lines) => `${number(count).id} baris dalam ${number(files).id} berkas.`,
  firstLines: 'Selebihnya tidak ditampilkan.',
  stillReading: 'Masih membaca …',
  checks: 'Pemeriksaan',
  foundNothing: 'Aturan ini diperiksa, dan tidak menemukan apa-apa.',
  axis: 'Menurut',
  timeline: 'Jadwal kontrak',
  timelineHint: ({ count }: Files) =>
    `Batang: masa kontrak. Garis merah: hari acuan. Arsir: ${number(count).id} hari sebelum berakhir, saat penggantinya harus disiapkan.`,
  endsSoon: 'Berakhir dalam triwulan ini',
  ends: 'Berakhir',
  gap: 'celah tanpa kontrak',
  perMbps: 'Rp per Mbit/s',
  total: 'Jumlah',
  postings: 'Rinciannya',
  month: 'Bulan',
  amount: 'Jumlah dengan PPN',
  postingKind: 'Jenis',
  committed: 'terikat',
  paid: 'dibayar',
  layers: 'Lapisan',
  areas: 'Batas kecamatan (perkiraan)',
  limit: 'Batas serat milik',
  cables: 'Kabel',
  routesLayer: 'Rute serat',
  leased: 'Sirkuit sewa (lurus, bukan jalan penyedia)',
  sitesLayer: 'Situs',
  spansLayer: 'Bentang: pipa, galian, tanam, udara, sewa (bila dekat)',
  structuresLayer: 'Tiang, closure, ODF (bila dekat)',
  mapList: 'Yang terlihat di peta',
  quality: 'Mutu letak',
  legend: 'Keterangan',
  hub: 'pusat',
  onFibre: 'dengan serat milik',
  onLease: 'dengan sirkuit sewa',
  backup: 'cadangan',
  ring: 'ring',
  spur: 'cabang',
}

const english: typeof indonesian = {
  state: 'State',
  before: 'Before',
  after: 'After',
  failTogether: 'Failing together',
  addComponent: 'Add a component (id)',
  add: 'Add',
  remove: ({ name }) => `remove ${name}`,
  clear: 'Clear',
  noChange: 'The service of no site changes.',
  sitesHit: 'Sites that change',
  tenantsHit: 'Agencies without service',
  publicHit: 'Public services among them',
  unusable: 'Paid and not usable',
  aMonth: 'a month, without PPN',
  way: 'Way now',
  pickExample: 'Pick a component on the map or on the page of a thing, or type its id above.',
  worst: 'The worst when failing alone',
  edit: 'Edit an inventory file',
  editHint: 'Changes live in this page alone; nothing is sent. Take the result away as a patch.',
  chooseFile: 'File',
  reset: 'Undo everything',
  takePatch: 'Take the patch (.patch)',
  patch: 'Patch',
  applyPatch: 'Apply it with: git apply NAME.patch, in the folder that holds the inventory folder sites/.',
  unchanged: 'Nothing has been changed yet.',
  effect: 'What it does',
  newFindings: 'Findings of this file',
  elsewhere: 'Findings of other files',
  compiling: 'compiling …',
  edited: 'This page holds changes that are being tried.',
  opening: ({ count }) => `Compiling ${number(count).en} files of the inventory in this browser …`,
  openHint: ({ count }) =>
    `This inventory is large: ${number(count).en} files. ` +
    'Compiling it in this browser takes up to some minutes and some gigabytes of memory.',
  openHere: 'Compile and open',
  promised: 'Availability that was promised',
  slaWindow: 'Window',
  losses: 'Loss and length',
  lossesOfAll: 'Losses of all routes',
  minutesAllowed: 'Minutes that may be lost',
  minutesUsed: 'Minutes used',
  minutesLeft: 'Minutes left',
  connections: ({ owned, leased }) =>
    `${number(owned).en} sites on owned fibre, ${number(leased).en} on leased circuits alone.`,
  listOf: ({ en }) => `all ${en} that hold it`,
  sorted: ({ en }) => `${en} in that order`,
  fieldOf: ({ en }) => `all ${en} with what they say there`,
  saidBy: ({ count, all }) => `${number(count).en} of ${number(all).en} say it:`,
  inFiles: 'In the files',
  linesIn: 'lines of the inventory and of output files that hold it',
  linesWith: ({ count, files }) =>
    `${number(count).en} ${count === 1 ? 'line' : 'lines'} in ${number(files).en} ${files === 1 ? 'file' : 'files'}.`,
  firstLines: 'The rest is not shown.',
  stillReading: 'Still reading …',
  checks: 'Checks',
  foundNothing: 'This rule was checked, and found nothing.',
  axis: 'By',
  timeline: 'Contracts over time',
  timelineHint: ({ count }) =>
    'Bars: the period of a contract. Red line: the day. ' +
    `Hatched: the ${number(count).en} days before its end, in which its successor is to be prepared.`,
  endsSoon: 'Ends in this quarter',
  ends: 'Ends',
  gap: 'gap without a contract',
  perMbps: 'Rp per Mbit/s',
  total: 'Total',
  postings: 'What it is made of',
  month: 'Month',
  amount: 'Amount with PPN',
  postingKind: 'Kind',
  committed: 'committed',
  paid: 'paid',
  layers: 'Layers',
  areas: 'Kecamatan (approximate)',
  limit: 'Limit of owned fibre',
  cables: 'Cables',
  routesLayer: 'Fibre routes',
  leased: "Leased circuits (straight, not the provider's way)",
  sitesLayer: 'Sites',
  spansLayer: 'Spans: duct, trench, buried, aerial, rented (when near)',
  structuresLayer: 'Poles, closures, ODFs (when near)',
  mapList: 'What the map shows',
  quality: 'Quality of the point',
  legend: 'Legend',
  hub: 'hub',
  onFibre: 'on owned fibre',
  onLease: 'on a leased circuit',
  backup: 'backup',
  ring: 'ring',
  spur: 'spur',
}

interface Said {
  readonly count: number
  readonly all: number
}

interface Lines {
  readonly count: number
  readonly files: number
}

interface InBoth {
  readonly id: string
  readonly en: string
}

interface Connections {
  readonly owned: number
  readonly leased: number
}

interface Files {
  readonly count: number
}

interface NamedThing {
  readonly name: string
}

export const messages = bilingual(indonesian, english)
