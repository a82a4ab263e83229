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

export const paperMeanings = {
  number: ['nomornya', 'its number', '00123/SP2D/2026'],
  date: ['tanggalnya', 'its date', '2026-02-20'],
} as const satisfies Meanings
export const invoiceMeanings = {
  number: ['nomor tagihan', 'number of the invoice', 'INV-001'],
  date: ['tanggal tagihan', 'date of the invoice', '2026-02-01'],
  exclPpnRupiah: [
    'jumlah tanpa PPN setelah potongan, rupiah',
    'sum without PPN after deductions, in rupiah',
    '15000000',
  ],
  ppnRupiah: ['PPN, rupiah', 'PPN, in rupiah', '1650000'],
  faktur: ['nomor faktur pajak', 'number of the tax invoice', '0400026000000001'],
} as const satisfies Meanings
export const deductionMeanings = {
  claim: ['klaim restitusi yang dipotongkan', 'the claim for restitution that is taken off', 'klaim-2026-01'],
  rupiah: ['jumlahnya, rupiah tanpa PPN', 'its sum, in rupiah without PPN', '250000'],
} as const satisfies Meanings
export const paymentMeanings = {
  payment: ['nama pembayaran', 'name of the payment', 'bayar-2026-01'],
  contract: ['kontrak yang ditagih', 'the contract that is invoiced', 'ktr-1'],
  covers: [
    'hari layanan yang dibayar: bulan penuh',
    'days of service that it pays for: whole months',
    '{ from: 2026-01-01, to: 2026-01-31 }',
  ],
  invoice: ['tagihan penyedia', "the provider's invoice", '{ number: INV-001, date: 2026-02-01, … }'],
  pphRupiah: ['PPh 23 yang dipotong, rupiah', 'PPh 23 that is withheld, in rupiah', '300000'],
  deductions: [
    'restitusi yang dipotong dari tagihan ini',
    'restitution taken off this invoice',
    '[{ claim: klaim-2026-01, rupiah: 250000 }]',
  ],
  budget: [
    'mata anggaran, bila bukan milik kontrak pada tahun itu',
    "the budget line, where it is not the contract's of that year",
    'anggaran-2027',
  ],
  spp: ['surat permintaan pembayaran', 'request for payment (SPP)', '{ number: 01/SPP, date: 2026-02-10 }'],
  spm: ['surat perintah membayar', 'order to pay (SPM)', '{ number: 01/SPM, date: 2026-02-15 }'],
  sp2d: [
    'surat perintah pencairan dana; tanpa ini belum dibayar',
    'disbursement (SP2D); without it the invoice is unpaid',
    '{ number: 01/SP2D, date: 2026-02-20 }',
  ],
  documents: common.documents,
  note: common.note,
} as const satisfies Meanings

export const evidenceMeanings = {
  source: ['apa yang menunjukkannya', 'what shows it', 'nms'],
  reference: ['nomor atau nama catatannya', 'number or name of the record', 'ALERT-123'],
} as const satisfies Meanings
export const ticketMeanings = {
  ticket: ['nama tiket gangguan', 'name of the ticket', 'tkt-2026-01'],
  circuit: ['sirkuit atau uplink yang terganggu', 'the circuit or uplink that was down', 'ckt-bukit'],
  from: ['saat gangguan mulai, jam setempat', 'when it began, local time', '2026-01-10 08:00'],
  to: ['saat pulih, jam setempat', 'when it ended, local time', '2026-01-10 11:30'],
  cause: ['sebab gangguan', 'what caused it', 'cable-cut'],
  evidence: ['apa yang menunjukkannya', 'what shows it', '{ source: nms, reference: ALERT-123 }'],
  documents: common.documents,
  note: common.note,
} as const satisfies Meanings
export const claimMeanings = {
  claim: ['nama klaim', 'name of the claim', 'klaim-2026-01'],
  contract: ['kontrak yang diklaim', 'the contract that it is about', 'ktr-1'],
  month: ['bulan layanan', 'the month of service', '2026-01'],
  number: ['nomor surat', 'number of the letter', '005/45/2026'],
  date: ['tanggal surat', 'date of the letter', '2026-02-03'],
  signatory: ['yang menandatangani, menurut jabatannya', 'who signs, by role', 'PPK Diskominfo'],
  rupiah: ['jumlah yang diminta, rupiah tanpa PPN', 'the sum that is claimed, in rupiah without PPN', '250000'],
  documents: common.documents,
} as const satisfies Meanings
