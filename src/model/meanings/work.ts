import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const workMeanings = {
  work: ['nama pekerjaan terencana', 'name of the planned work', 'krj-2026-12-utara'],
  components: [
    'apa yang dimatikan atau diputus selama pekerjaan',
    'what is taken down or cut while the work lasts',
    '{ spans: [sp-utara-012] }',
  ],
  from: ['saat pekerjaan mulai, jam setempat', 'when the work begins, local time', '2026-12-05 22:00'],
  until: ['saat pekerjaan selesai, jam setempat', 'when the work ends, local time', '2026-12-06 02:00'],
  ticket: ['nomor tiket perubahan', 'number of the change ticket', 'CHG-2026-041'],
  approvedBy: [
    'yang menyetujui, menurut jabatannya',
    'who approved it, by role',
    'Kepala Bidang Infrastruktur Informatika',
  ],
  announcedOn: [
    'hari pengguna diberi tahu; kosong: belum diberitahukan',
    'the day on which users were told; absent: not told yet',
    '2026-11-26',
  ],
  reason: ['apa yang dikerjakan dan mengapa', 'what is done, and why', 'Pemindahan kabel untuk pelebaran jalan'],
  note: common.note,
} as const satisfies Meanings
export const workComponentMeanings = {
  spans: ['bentang, atau rentang bentang', 'spans, or ranges of spans', '[sp-utara-012..sp-utara-014]'],
  structures: [
    'tiang, handhole, closure, ODF atau gedung',
    'poles, handholes, closures, ODFs or buildings',
    '[p-utara-004]',
  ],
  cables: ['kabel', 'cables', '[c-utara-1]'],
  routes: ['rute serat', 'fibre routes', '[utara-1]'],
  circuits: ['sirkuit sewa', 'leased circuits', '[ckt-bukit]'],
  uplinks: ['uplink internet', 'internet uplinks', '[uplink-1]'],
  handoffs: ['titik serah penyedia', 'hand-offs of providers', '[penyedia-a]'],
  providers: ['penyedia, dengan semua sirkuitnya', 'providers, with all of their circuits', '[penyedia-a]'],
  routers: ['router', 'routers', '[core-1]'],
  feeders: ['penyulang listrik, seperti di power: situs', 'power feeders, as in power: of a site', '[KLT-03]'],
} as const satisfies Meanings
export const worksPolicyMeanings = {
  announcedDays: [
    'pekerjaan yang memutus layanan diberitahukan paling lambat sekian hari sebelumnya',
    'work that takes somebody out of service is announced at least so many days before',
    '5',
  ],
  openFrom: ['jam layanan warga dibuka', 'when services for citizens open', "'07:00'"],
  openUntil: ['jam layanan warga ditutup', 'when services for citizens close', "'16:00'"],
  openDays: ['hari layanan warga dibuka', 'days on which services for citizens are open', '[mon, tue, wed, thu, fri]'],
} as const satisfies Meanings
