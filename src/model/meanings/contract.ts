import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const documentMeanings = {
  kind: ['jenis berkas', 'kind of document', 'kontrak'],
  date: ['tanggal berkas', 'date of the document', '2026-01-02'],
  path: ['tempatnya di bawah documents/', 'where it lies below documents/', 'kontrak/ktr-1.pdf'],
  sha256: ['SHA-256 berkas, 64 angka heksadesimal', 'SHA-256 of the file, 64 hexadecimal digits', 'e3b0c44298fc…'],
} as const satisfies Meanings

export const slaMeanings = {
  availabilityPercent: ['ketersediaan yang dijanjikan, persen', 'availability that is promised, in percent', '99.5'],
  window: ['jangka waktu penghitungannya', 'the time over which it is reckoned', 'calendar-month'],
  minEventSeconds: [
    'gangguan lebih pendek dari ini tidak dihitung, detik',
    'shorter outages do not count, in seconds',
    '300',
  ],
  exclude: ['sebab yang tidak dihitung', 'causes that do not count', '[force-majeure]'],
  restitution: ['rumus uang kembali menurut kontrak', 'formula of the money that comes back', 'prorata'],
} as const satisfies Meanings

export const annexMeanings = {
  circuits: ['jumlah sirkuit pada satu waktu', 'circuits at any one time', '12'],
  bandwidthMbps: ['kecepatan bersama, Mbit/s', 'their bandwidth together, in Mbit/s', '600'],
} as const satisfies Meanings

export const contractLineMeanings = {
  circuit: ['sirkuit atau uplink', 'a circuit or an uplink', 'ckt-bukit'],
  from: common.from,
  to: common.to,
  bandwidthMbps: common.bandwidthMbps,
  monthlyRupiah: common.monthlyRupiah,
} as const satisfies Meanings

export const addendumPriceMeanings = {
  exclPpnRupiah: [
    'nilai seluruh kontrak tanpa PPN, rupiah',
    'price of the whole contract without PPN, in rupiah',
    '120000000',
  ],
  inclPpnRupiah: [
    'nilai seluruh kontrak dengan PPN, rupiah',
    'price of the whole contract with PPN, in rupiah',
    '133200000',
  ],
} as const satisfies Meanings
export const priceMeanings = {
  exclPpnRupiah: addendumPriceMeanings.exclPpnRupiah,
  ppnRule: ['cara menghitung PPN', 'how PPN is computed', 'dpp-11-12-2025'],
  inclPpnRupiah: addendumPriceMeanings.inclPpnRupiah,
} as const satisfies Meanings

const annex = [
  'isi lampiran harga kontrak; diperiksa terhadap sirkuitnya',
  'what the price annex says; held against the circuits',
  '{ circuits: 12, bandwidth_mbps: 600 }',
] as const

export const addendumMeanings = {
  number: ['nomor adendum', 'number of the addendum', 'ADD-1/2026'],
  signed: ['hari ditandatangani', 'the day on which it was signed', '2026-06-20'],
  from: common.from,
  price: [
    'nilai seluruh kontrak sejak itu, termasuk yang sudah dibayar',
    "the whole contract's price from then on, what was paid included",
    '{ excl_ppn_rupiah: 130000000, incl_ppn_rupiah: 144300000 }',
  ],
  to: ['hari terakhir kontrak, bila bergeser', 'last day of the contract, where it moves', '2027-03-31'],
  annex,
  documents: common.documents,
  note: common.note,
} as const satisfies Meanings

export const contractMeanings = {
  contract: ['nama pendek kontrak', 'short name of the contract', 'ktr-1'],
  was: common.was,
  number: ['nomor kontrak', 'number of the contract', '027/SPK/2026'],
  title: ['judul kontrak', 'title of the contract', 'Sewa jaringan 2026'],
  form: ['bentuk kontrak (Perpres 16/2018)', 'form of the contract (Perpres 16/2018)', 'spk'],
  method: ['cara pemilihan penyedia', 'how the provider was chosen', 'e-purchasing'],
  rupId: ['nomor RUP, 8 angka dalam tanda kutip', 'RUP number, 8 digits in quotes', '"51234567"'],
  ppk: ['pejabat pembuat komitmen, menurut jabatannya', 'the committing officer (PPK), by role', 'PPK Diskominfo'],
  signed: ['hari ditandatangani', 'the day on which it was signed', '2025-12-20'],
  period: common.period,
  price: [
    'nilai kontrak',
    'price of the contract',
    '{ excl_ppn_rupiah: 120000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 133200000 }',
  ],
  onceRupiah: [
    'biaya sekali bayar dalam rupiah, tanpa PPN; bagian dari nilai',
    'what is asked once, in rupiah without PPN; part of the price',
    '5000000',
  ],
  budget: [
    'mata anggaran yang membayar; kontrak tahun jamak satu tiap tahun',
    'the budget line that pays; one a year for several years',
    'anggaran-2026',
  ],
  delivery: [
    'serah terima yang disepakati; keterlambatannya didenda',
    'the hand-over that was agreed; a late one is fined',
    '{ due: 2026-01-05 }',
  ],
  sla: ['tingkat layanan yang dijanjikan', 'the service level that is promised', '{ availability_percent: 99.5 }'],
  annex,
  lines: [
    'daftar harga: satu baris tiap sirkuit dan masa',
    'price list: a line for each circuit and period',
    '[{ circuit: ckt-bukit, bandwidth_mbps: 50, monthly_rupiah: 5000000 }]',
  ],
  addenda: [
    'adendum, urut penandatanganan',
    'addenda, in the order of signing',
    '[{ number: ADD-1/2026, signed: 2026-06-20, from: 2026-07-01 }]',
  ],
  multiYearApproval: ['nomor persetujuan tahun jamak', 'number of the approval for several years', '900/12/2025'],
  documents: common.documents,
  successor: ['kontrak yang melanjutkannya', 'the contract that follows it', 'ktr-2'],
  note: common.note,
} as const satisfies Meanings

export const deliveryMeanings = {
  due: [
    'hari terakhir serah terima (BAST); setiap hari sesudahnya sepermil dari nilainya, tanpa PPN (Perpres 16/2018 Pasal 79)',
    'the last day of hand-over (BAST); each day after it costs a thousandth of the price, without PPN (Perpres 16/2018 Pasal 79)',
    '2026-01-05',
  ],
  partExclPpnRupiah: [
    'nilai bagian yang diserahterimakan, rupiah tanpa PPN; bila tidak ditulis, seluruh kontrak',
    'price of the part that is handed over, in rupiah without PPN; the whole contract unless given',
    '36000000',
  ],
} as const satisfies Meanings

export const nocMeanings = {
  role: ['siapa yang dihubungi, menurut jabatannya', 'whom to call, by role', 'NOC Penyedia A'],
  mail: ['alamat surel', 'mail address', 'noc@penyedia.example'],
  hours: ['jam layanan', 'hours of service', '24x7'],
} as const satisfies Meanings
export const escalationMeanings = {
  level: ['tingkat, dari 1', 'level, from 1', '1'],
  role: ['siapa, menurut jabatannya', 'who, by role', 'Manajer layanan'],
  afterMinutes: ['setelah berapa menit gangguan', 'after so many minutes of an outage', '120'],
} as const satisfies Meanings
export const providerMeanings = {
  provider: ['nama pendek penyedia', 'short name of the provider', 'penyedia-a'],
  was: common.was,
  name: ['nama perusahaan', 'name of the company', 'PT Penyedia A'],
  npwp: [
    'NPWP 16 angka dalam tanda kutip (PMK 112/2022)',
    'tax number of 16 digits in quotes (PMK 112/2022)',
    '"0123456789012345"',
  ],
  noc: ['ke mana gangguan dilaporkan', 'where outages are reported', '{ role: NOC Penyedia A }'],
  escalation: [
    'kepada siapa bila belum pulih',
    'whom to turn to while it lasts',
    '[{ level: 1, role: Manajer, after_minutes: 120 }]',
  ],
  contracts: ['kontrak dengan penyedia ini', 'contracts with this provider', '[{ contract: ktr-1, … }]'],
} as const satisfies Meanings

export const waiverMeanings = {
  waiver: ['nama pengecualian', 'name of the waiver', 'tanpa-ups'],
  code: ['kode temuan yang diterima', 'code of the finding that is accepted', 'GEO003'],
  things: ['benda yang dicakup, jenis:nama atau jenis:*', 'things that it covers, kind:id or kind:*', '[site:utara]'],
  under: ['berkas atau folder yang dicakup', 'a file or folder that it covers', 'opd/utara.yaml'],
  reason: ['mengapa diterima', 'why it is accepted', 'UPS menunggu anggaran 2027'],
  decidedBy: ['siapa yang memutuskan, menurut jabatannya', 'who decided, by role', 'Kepala Bidang'],
  until: ['hari terakhir pengecualian berlaku', 'the last day of the waiver', '2026-12-31'],
} as const satisfies Meanings
