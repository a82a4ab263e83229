import type { Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const slaPercentMeanings = {
  hub: ['untuk situs pusat', 'for the hub', '99.9'],
  opd: ['untuk kantor perangkat daerah', 'for offices of agencies', '99.5'],
  kecamatan: ['untuk kantor kecamatan', 'for kecamatan offices', '99'],
  field: ['untuk situs lapangan', 'for field sites', '98'],
} as const satisfies Meanings
export const reviewMeanings = {
  singlePoints: [
    'tolak perubahan yang menambah titik gagal tunggal',
    'refuse changes that add single points of failure',
    'refuse',
  ],
  rings: ['tolak perubahan yang membuka ring', 'refuse changes that open a ring', 'refuse'],
  addresses: ['tolak perubahan yang memindahkan alamat', 'refuse changes that move an address', 'refuse'],
  budgets: ['tolak kontrak di atas pagu', 'refuse contracts above their ceiling', 'refuse'],
  management: [
    'tolak perubahan yang melemahkan jalan masuk pengelola',
    'refuse changes that weaken how managers get in',
    'refuse',
  ],
  yearlyRupiah: [
    'kenaikan biaya setahun yang boleh, rupiah tanpa PPN',
    'by so much yearly cost may rise, in rupiah without PPN',
    '50000000',
  ],
} as const satisfies Meanings
export const longestSpanMeanings = {
  aerial: ['di udara', 'in the air', '100'],
  duct: ['dalam pipa', 'in a duct', '1000'],
  buried: ['tertanam', 'buried', '4000'],
} as const satisfies Meanings
export const fibreCostMeanings = {
  rupiahPerKm: [
    'kabel terpasang tiap kilometer, rupiah tanpa PPN',
    'cable, laid, in rupiah a km without PPN',
    '45000000',
  ],
  poleRupiah: ['satu tiang baru terpasang, rupiah', 'one new pole, set, in rupiah', '1500000'],
  poleEveryM: ['jarak antartiang, meter', 'distance between poles, in metres', '50'],
  opticsRupiah: [
    'optik kedua ujung dan terminasi tiap situs, rupiah',
    'optics of both ends and termination for a site, in rupiah',
    '8000000',
  ],
  detourPercent: [
    'jalan lebih panjang sekian persen daripada garis lurus',
    'by this percentage the way is longer than the straight line',
    '30',
  ],
  upkeepPercent: [
    'pemeliharaan setahun, persen dari biaya membangun',
    'upkeep of a year, in percent of what building costs',
    '5',
  ],
} as const satisfies Meanings
export const policyMeanings = {
  nocSites: [
    'situs selain pusat yang boleh memberi alamat NOC',
    'sites beside the hub that may hand out NOC addresses',
    '[diskominfo]',
  ],
  poolFullPercent: [
    'kolam disebut hampir penuh mulai sekian persen',
    'a pool is nearly full from this percentage on',
    '80',
  ],
  spareCores: ['core yang harus tetap bebas pada tiap kabel', 'cores that every cable keeps free', '2'],
  slackEveryM: [
    'pada ring harus ada cadangan tiap sekian meter',
    'rings must have slack within so many metres',
    '1000',
  ],
  expiryDays: [
    'berapa hari sebelum kontrak berakhir disebut',
    "days before a contract's end at which it is mentioned",
    '[90, 60, 30]',
  ],
  unpaidDays: [
    'berapa hari setelah bulannya tagihan harus terbayar',
    'days after a month in which its invoice is to be paid',
    '60',
  ],
  outlineToleranceKm: [
    'jarak titik situs di luar batas kecamatan yang masih boleh, km',
    "how far a site may lie outside its kecamatan's outline, in km",
    '2',
  ],
  longestSpanM: ['bentang terpanjang tiap jenis, meter', 'longest span of each kind, in metres', '{ aerial: 100 }'],
  smallestAngleDeg: [
    'belokan kabel tertajam, derajat; 180 lurus',
    'sharpest turn of a cable, in degrees; 180 is straight on',
    '30',
  ],
  splicesPerTray: [
    'sambungan tiap tray bila closure tidak menyebutnya',
    'splices a tray holds where its closure does not say',
    '12',
  ],
  works: [
    'kapan pekerjaan terencana boleh memutus layanan, dan berapa hari sebelumnya diumumkan',
    'when planned work may take somebody out of service, and how many days before it is announced',
    '{ announced_days: 5 }',
  ],
  designMarginDb: ['cadangan redaman rancangan, dB', 'margin of the loss budget, in dB', '3'],
  fibreCost: [
    'biaya membangun serat, pembanding bagi sewa',
    'what building fibre costs, to compare leases with',
    '{ rupiah_per_km: 45000000, pole_rupiah: 1500000 }',
  ],
} as const satisfies Meanings
