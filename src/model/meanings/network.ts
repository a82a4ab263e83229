import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

const v6Subnets = [
  'bagian dari /48 jaringan ini: angka awal dan panjang',
  "part of the network's own /48: its number and length",
  '1000/52',
] as const
export const poolMeanings = { v4: common.v4, v6: v6Subnets } as const satisfies Meanings
export const transferMeanings = { v4: common.v4 } as const
export const zoneMeanings = {
  name: ['sebutan zona', 'what people call the zone', 'Pemerintahan'],
  v4: [
    'awalan IPv4 milik zona ini; semua segmennya di dalamnya',
    'the IPv4 prefix that the zone owns; all of its segments lie in it',
    '10.37.0.0/17',
  ],
  v6: v6Subnets,
  kind: ['jenis zona', 'kind of zone', 'government'],
  reaches: [
    'zona yang boleh dihubungi dari sini; yang lain ditolak',
    'zones that may be reached from here; everything else is dropped',
    '[services]',
  ],
} as const satisfies Meanings
export const everywhereMeanings = {
  hosts: ['jumlah perangkat di tiap situs', 'devices at every site', '10'],
} as const satisfies Meanings
export const segmentMeanings = {
  name: ['sebutan segmen', 'what people call the segment', 'Data kantor'],
  zone: ['zona yang memuatnya', 'the zone that it is part of', 'pemerintah'],
  vlan: common.vlan,
  priority: [
    'urutan layanan saat sirkuit penuh; 1 lebih dahulu',
    'order of service when a circuit is full; 1 goes first',
    '2',
  ],
  dhcp: ['router memberi alamat lewat DHCP', 'the router hands out addresses by DHCP', 'true'],
  leaseHours: ['berapa jam sebuah alamat DHCP dipinjamkan', 'hours for which an address is leased', '8'],
  tftp: [
    'server pengaturan telepon (DHCP opsi 150)',
    'server that phones fetch their settings from (DHCP option 150)',
    '10.37.128.10',
  ],
  everywhere: [
    'ada di setiap situs dengan sekian perangkat',
    'present at every site with so many devices',
    '{ hosts: 10 }',
  ],
  status: [
    'suspended: alamatnya tetap, layanannya berhenti',
    'suspended: it keeps its addresses and serves nobody',
    'active',
  ],
} as const satisfies Meanings
export const handoffPortMeanings = {
  router: ['router inti', 'the core', 'core-1'],
  port: common.port,
} as const satisfies Meanings
export const handoffMeanings = {
  provider: ['penyedia yang menyerahkan sirkuit di sini', 'the provider that hands circuits over here', 'penyedia-a'],
  speedMbps: ['kecepatan trunk, Mbit/s', 'speed of the trunk, in Mbit/s', '1000'],
  ports: [
    'port pada satu atau kedua router inti',
    'its port on one or both cores',
    '[{ router: core-1, port: ether3 }]',
  ],
} as const satisfies Meanings
export const amendedMeanings = {
  dppa: ['nomor DPPA', 'number of the DPPA', 'DPPA/2026/1'],
  date: ['tanggalnya', 'its date', '2026-08-01'],
  ceilingRupiah: ['pagu sejak itu, rupiah', 'ceiling from then on, in rupiah', '500000000'],
} as const satisfies Meanings
export const budgetMeanings = {
  budget: ['nama mata anggaran', 'name of the budget line', 'anggaran-2026'],
  name: ['uraiannya', 'what it is for', 'Belanja sewa jaringan'],
  year: ['tahun anggaran', 'budget year', '2026'],
  subKegiatan: ['kode sub-kegiatan, dalam tanda kutip', 'code of the sub-kegiatan, in quotes', '"2.16.03.1.02.0030"'],
  account: ['kode rekening belanja, dalam tanda kutip', 'account code, in quotes', '"5.1.02.02.001.00063"'],
  ceilingRupiah: ['pagu menurut DPA pertama, rupiah', 'ceiling by the first DPA, in rupiah', '400000000'],
  amended: [
    'pagu sesudahnya, menurut DPPA',
    'later ceilings, by their DPPA',
    '[{ dppa: DPPA/2026/1, date: 2026-08-01, ceiling_rupiah: 500000000 }]',
  ],
  note: common.note,
} as const satisfies Meanings

export const noteMeanings = {
  id: ['dalam bahasa Indonesia', 'in Indonesian', 'Data tersusun, bukan jaringan nyata'],
  en: ['dalam bahasa Inggris', 'in English', 'Composed data, no real network'],
} as const satisfies Meanings
export const labelMeanings = {
  link: [
    'alamat laman hasil yang dibuka oleh kode QR',
    'address of the built page that a QR code opens',
    'https://serat.contoh.example/index.html',
  ],
  say: ['apa yang dikatakan kepada NOC', 'what to tell the NOC', 'Rusak? Telepon NOC dan sebut kode ini.'],
} as const satisfies Meanings
export const addressingMeanings = {
  v4: ['agregat IPv4 seluruh jaringan', 'IPv4 aggregate of the whole network', '10.37.0.0/16'],
  v6: [
    'agregat IPv6; ULA /48 buku alokasi bila tidak ditulis',
    'IPv6 aggregate; the ULA /48 of the ledger unless given',
    'fd12:3456:789a::/48',
  ],
  loopback: ['kolam alamat loopback', 'pool of loopbacks', '{ v4: 10.37.255.0/24, v6: f000/52 }'],
  link: ['kolam link serat', 'pool of fibre links', '{ v4: 10.37.254.0/24, v6: e000/52 }'],
  tunnel: ['kolam terowongan', 'pool of tunnels', '{ v4: 10.37.252.0/23, v6: d000/52 }'],
  transfer: ['kolam link ke penyedia', 'pool of links to providers', '{ v4: 10.37.251.0/24 }'],
} as const satisfies Meanings
const range = {
  from: ['nomor pertama', 'the first number', '1000'],
  to: ['nomor terakhir', 'the last number', '1999'],
} as const satisfies Meanings
export const rangeMeanings = range
export const asNumbersMeanings = {
  hub: ['nomor AS pusat', 'AS number of the hub', '64512'],
  sites: ['rentang nomor AS situs sewa', 'range of AS numbers for leased sites', '{ from: 65000, to: 65500 }'],
} as const satisfies Meanings
export const networkMeanings = {
  network: ['nama pendek jaringan', 'short name of the network', 'klaten'],
  serat: [
    'versi Serat yang bentuk berkasnya dipakai di sini; `serat upgrade` menulisnya',
    'version of Serat whose form these files have; `serat upgrade` writes it',
    '0.2.0',
  ],
  name: ['nama jaringan', 'name of the network', 'Jaringan Kabupaten Klaten'],
  asOf: [
    'tanggal acuan yang dipakukan; hari ini bila tidak ditulis',
    'the day that everything is held against; today unless given',
    '2026-06-15',
  ],
  inServiceSince: [
    'sejak kapan router memakainya; tanpa buku alokasinya tidak ada yang dibuat',
    'since this day routers run by it; without its ledger nothing is built',
    '2026-01-01',
  ],
  hub: ['situs pusat, tempat router inti', 'the hub, where the cores are', 'pusat'],
  fibreRadiusKm: [
    'dalam jarak ini dari pusat serat milik dibangun, km',
    'within this distance of the hub own fibre is built, in km',
    '15',
  ],
  domain: ['nama domain jaringan', 'domain name of the network', 'jaringan.klaten.example'],
  timeZone: ['zona waktu', 'time zone', 'Asia/Jakarta'],
  banner: [
    'peringatan sebelum masuk, baris demi baris',
    'warning before login, line by line',
    '[Hanya untuk yang berhak]',
  ],
  notes: [
    'apa yang harus diketahui pembaca hasil',
    'what a reader of any output must know',
    '[{ id: Data tersusun, en: Composed data }]',
  ],
  labels: [
    'label tiang, closure, port dan kabel',
    'labels of poles, closures, ports and cables',
    '{ link: https://serat.contoh.example/index.html }',
  ],
  licence: [
    'lisensi peta dan tabel: pengenal SPDX atau satu kalimat',
    'licence of maps and tables: an SPDX identifier or a sentence',
    'CC-BY-4.0',
  ],
  csv: [
    'bentuk berkas CSV: `comma` (RFC 4180), atau `semicolon` seperti dibuka Excel Indonesia: titik koma, ' +
      'desimal koma, angka panjang tetap teks',
    'form of CSV files: `comma` (RFC 4180), or `semicolon` as Indonesian Excel opens it: semicolons, ' +
      'decimal commas, long numbers kept as text',
    'semicolon',
  ],
  addressing: ['agregat dan kolam alamat', 'aggregates and pools of addresses', '{ v4: 10.37.0.0/16, … }'],
  asNumbers: ['nomor AS', 'AS numbers', '{ hub: 64512, sites: { from: 65000, to: 65500 } }'],
  tenantVlans: [
    'rentang VLAN segmen satu perangkat daerah',
    'range of VLANs for segments of one agency',
    '{ from: 1000, to: 1999 }',
  ],
  tunnelPorts: ['rentang port UDP terowongan', 'range of UDP ports for tunnels', '{ from: 51000, to: 58999 }'],
  zones: ['zona, menurut namanya', 'zones, by name', '{ pemerintah: { … } }'],
  segments: ['katalog segmen, menurut namanya', 'catalogue of segments, by name', '{ data: { … } }'],
  handoffs: ['hand-off penyedia, menurut namanya', 'hand-offs of providers, by name', '{ nni-a: { … } }'],
  routing: ['routing di dalam jaringan', 'routing inside the network', '{ ospf_key: { secret: ospf/backbone }, … }'],
  services: [
    'layanan jaringan: nama, waktu, log, pemantauan',
    'services of the network: names, time, logs, monitoring',
    '{ dns: { v4: [10.37.128.2] }, … }',
  ],
  management: ['siapa yang boleh masuk ke router', 'who may log in to routers', '{ break_glass: { … }, … }'],
  slaPercent: [
    'ketersediaan terendah sirkuit menurut kelas situs, persen sebulan',
    'lowest availability of circuits by class of site, in percent of a month',
    '{ hub: 99.9, opd: 99.5, kecamatan: 99, field: 98 }',
  ],
  budgets: ['mata anggaran', 'budget lines', '[{ budget: anggaran-2026, … }]'],
  spbe: [
    'fakta untuk evaluasi SPBE',
    'facts for the evaluation of electronic government (SPBE)',
    '{ interconnections: [] }',
  ],
  review: ['apa yang ditolak serat diff', 'what serat diff refuses', '{ rings: refuse }'],
  policy: ['batas yang dipakai aturan', 'limits that rules use', '{ spare_cores: 2 }'],
} as const satisfies Meanings
