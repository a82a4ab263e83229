import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const permitMeanings = {
  number: ['nomor izin', 'number of the permit', '123/PUPR/2025'],
  from: common.from,
  until: common.to,
  yearlyRupiah: ['sewa setahun dalam rupiah', 'rent for a year in rupiah', '1500000'],
  budget: [
    'pos anggaran yang membayar; lebih dari satu tahun: satu pos tiap tahun',
    'the budget line that pays; of several years one line for each',
    'jaringan-intra',
  ],
} as const satisfies Meanings
const permit = [
  'izin menumpang atau melintas',
  'leave to stand there, or to cross',
  '{ number: 123/PUPR/2025, from: 2025-01-01, until: 2029-12-31 }',
] as const

export const splitterMeanings = {
  form: [
    'plc: pembagi planar, sama rata; fbt: coupler dua keluaran',
    'plc: planar splitter in equal parts; fbt: fused coupler of two outputs',
    'plc',
  ],
  outputs: ['banyak keluaran', 'number of outputs', '8'],
  tapPercent: [
    'bagian cahaya ke keluaran 2 sebuah coupler, persen; keluaran 1 mendapat sisanya',
    'share of the light for output 2 of a coupler, in percent; output 1 has the rest',
    '10',
  ],
  lossDb: [
    'redaman sisipan terukur atau menurut pembuat, dB',
    "insertion loss, measured or the maker's, in dB",
    '10.2',
  ],
} as const satisfies Meanings

export const multiplexerMeanings = {
  grid: [
    'kisi kanal: CWDM (ITU-T G.694.2) atau DWDM (G.694.1)',
    'grid of the channels: CWDM (ITU-T G.694.2) or DWDM (G.694.1)',
    'cwdm',
  ],
  channelsNm: [
    'panjang gelombang kanal dalam nm; urutannya nomor port pada jalur',
    'wavelengths of the channels in nm; their order is the port number in a path',
    '[1471, 1491, 1511, 1531]',
  ],
  lossDb: ['redaman sisipan tiap kanal, dB', 'insertion loss of each channel, in dB', '1.8'],
} as const satisfies Meanings

export const rentedLossMeanings = {
  nm1310: ['terukur ujung ke ujung pada 1310 nm, dB', 'measured from end to end at 1310 nm, in dB', '3.2'],
  nm1550: ['terukur ujung ke ujung pada 1550 nm, dB', 'measured from end to end at 1550 nm, in dB', '2.1'],
} as const satisfies Meanings

export const structureMeanings = {
  id: ['nama struktur', 'name of the structure', 't-1'],
  source: common.source,
  kind: ['jenis struktur', 'kind of structure', 'pole'],
  at: ['titiknya: [bujur, lintang]', 'its point: [longitude, latitude]', '[110.5926, -7.7105]'],
  atStructure: [
    'struktur tempat ia terpasang: closure pada tiang',
    'the structure that it is on: a closure on a pole',
    't-1',
  ],
  on: ['nama lama at_structure; tulis at_structure', 'the earlier name of at_structure; write that one', 't-1'],
  site: ['situs yang gedungnya memuatnya: sebuah ODF', 'the site in whose building it is: an ODF', 'utara'],
  owner: ['pemkab, atau pihak yang meminjamkan', 'pemkab, or the party that it was leased or borrowed from', 'pemkab'],
  permit,
  ports: ['jumlah port sebuah ODF', 'number of ports of an ODF', '24'],
  trays: ['jumlah tray sambungan sebuah closure', 'number of splice trays of a closure', '4'],
  splicesPerTray: ['sambungan yang muat pada satu tray', 'splices that one tray holds', '12'],
  heightM: ['tinggi tiang, meter', 'height of a pole, in metres', '7'],
  material: ['bahan tiang: besi, beton, kayu', 'what a pole is made of: steel, concrete, wood', 'steel'],
  workingLoadDan: ['beban kerja puncak tiang, daN', 'load that the top of a pole bears, in daN', '200'],
  mostCables: ['kabel terbanyak yang boleh tergantung padanya', 'most cables that may hang on it', '4'],
  splitter: ['pembagi cahaya', 'a splitter of light', '{ form: plc, outputs: 8 }'],
  multiplexer: [
    'penggabung panjang gelombang',
    'a multiplexer of wavelengths',
    '{ grid: cwdm, channels_nm: [1471, 1491] }',
  ],
  status: common.status,
  built: common.built,
  retired: common.retired,
  was: common.was,
} as const satisfies Meanings

export const spanMeanings = {
  id: ['nama bentang', 'name of the span', 'sp-1'],
  source: common.source,
  kind: [
    'udara, pipa, tanam langsung, atau sewaan (isinya tidak diketahui)',
    'aerial, in a duct, buried, or rented (its inside is not known)',
    'aerial',
  ],
  from: ['struktur di satu ujung', 'the structure at one end', 't-1'],
  to: ['struktur di ujung lain', 'the structure at the other end', 't-2'],
  via: [
    'belokan di antaranya, berurutan: [bujur, lintang]',
    'bends in between, in order: [longitude, latitude]',
    '[[110.59, -7.71]]',
  ],
  lengthM: [
    'panjang terukur dalam meter; mengalahkan panjang gambar',
    'measured length in metres; wins over the drawn one',
    '48.5',
  ],
  owner: [
    'pemilik pipa atau jalur, bila pihak lain',
    'owner of the duct or way, where it is another',
    'penyedia-serat',
  ],
  surveyed: ['hari diukur', 'the day on which it was measured', '2025-08-01'],
  duct: ['pipa tempatnya', 'the duct that it lies in', 'pipa-alun-alun'],
  subduct: ['nomor subduct di dalam pipa itu', 'number of the subduct in that duct', '2'],
  depthM: ['dalamnya di bawah muka tanah, meter', 'depth under the ground, in metres', '1.2'],
  trench: [
    'galian bersama; yang merusaknya memutus semua bentang di dalamnya',
    'the digging that it shares; what opens it cuts all spans in it',
    'galian-1',
  ],
  crossing: ['apa yang dilintasi', 'what it crosses', 'road'],
  permit,
  status: common.status,
  built: common.built,
  retired: common.retired,
  was: common.was,
} as const satisfies Meanings

export const runMeanings = {
  spans: [
    'rentang nama bentang yang dibuatnya',
    'range of the names of the spans that it makes',
    'sp-utara-001..sp-utara-019',
  ],
  kind: spanMeanings.kind,
  along: [
    'struktur-struktur berurutan; satu lebih banyak daripada bentang',
    'the structures in order; one more than spans',
    '[odf-core-1, p-utara-001..p-utara-018, odf-bpkd]',
  ],
  owner: spanMeanings.owner,
  duct: spanMeanings.duct,
  subduct: spanMeanings.subduct,
  depthM: spanMeanings.depthM,
  trench: spanMeanings.trench,
  status: common.status,
  built: common.built,
} as const satisfies Meanings

export const darkFibreMeanings = {
  id: ['nama serat sewaan', 'name of the rented fibre', 'df-1'],
  owner: ['pemilik serat', 'who owns the fibre', 'penyedia-serat'],
  permit: [
    'kontrak sewa: nomor, masa, sewa setahun',
    'the lease: number, period, rent for a year',
    '{ number: SF/12/2026, from: 2026-01-01, until: 2028-12-31, yearly_rupiah: 24000000 }',
  ],
  from: ['titik serah di satu ujung: ODF atau closure', 'handover point at one end: an ODF or closure', 'odf-a'],
  to: ['titik serah di ujung lain', 'handover point at the other end', 'odf-b'],
  cores: ['core yang disewa', 'cores that are rented', '2'],
  lengthM: ['panjang serat terukur (OTDR), meter', 'length of the glass as measured (OTDR), in metres', '7400'],
  lossDb: [
    'redaman terukur ujung ke ujung, dB',
    'loss as measured from end to end, in dB',
    '{ nm1310: 3.2, nm1550: 2.1 }',
  ],
  measured: ['hari diukur', 'the day on which it was measured', '2026-01-12'],
  status: common.status,
  built: common.built,
  retired: common.retired,
  was: common.was,
} as const satisfies Meanings

export const plantMeanings = {
  plant: ['nama area jaringan serat', 'name of the plant area', 'ring'],
  name: ['sebutannya', 'what people call it', 'Ring kota'],
  note: common.note,
  cableTypes: ['jenis-jenis kabel', 'types of cable', '[{ id: adss-12, … }]'],
  structures: [
    'tiang, handhole, closure, ODF',
    'poles, handholes, closures, ODFs',
    '[{ id: t-1, kind: pole, at: [110.6, -7.7] }]',
  ],
  spans: [
    'bentang antara dua struktur',
    'stretches between two structures',
    '[{ id: sp-1, kind: aerial, from: t-1, to: t-2 }]',
  ],
  runs: [
    'deretan bentang dalam satu baris',
    'spans one after the other in one line',
    '[{ spans: sp-001..sp-019, kind: aerial, along: [t-001..t-020] }]',
  ],
  cables: ['kabel yang melalui bentang', 'cables along spans', '[{ id: c-1, type: adss-12, spans: [sp-1, sp-2] }]'],
  darkFibres: [
    'serat gelap sewaan',
    'rented dark fibre',
    '[{ id: df-1, owner: penyedia-serat, from: odf-a, to: odf-b, length_m: 7400, loss_db: { nm1310: 3.2, nm1550: 2.1 } }]',
  ],
  slack: ['gulungan cadangan', 'slack coils', '[{ id: sl-1, cable: c-1, at: t-2 }]'],
  splices: ['sambungan core', 'splices of cores', '[{ closure: jc-1, a: c-1/1, b: c-2/1 }]'],
} as const satisfies Meanings
