import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

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
  fineRupiah: [
    'denda keterlambatan serah terima yang dipotong dari yang dibayarkan, rupiah',
    'fine for late delivery that is taken off what is paid, in rupiah',
    '1500000',
  ],
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
