import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const permitMeanings = {
  number: ['nomor izin', 'number of the permit', '123/PUPR/2025'],
  from: common.from,
  until: common.to,
  yearlyRupiah: ['sewa setahun dalam rupiah', 'rent for a year in rupiah', '1500000'],
} as const satisfies Meanings
const permit = [
  'izin menumpang atau melintas',
  'leave to stand there, or to cross',
  '{ number: 123/PUPR/2025, from: 2025-01-01, until: 2029-12-31 }',
] as const

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
  status: common.status,
  built: common.built,
  retired: common.retired,
  was: common.was,
} as const satisfies Meanings

export const spanMeanings = {
  id: ['nama bentang', 'name of the span', 'sp-1'],
  source: common.source,
  kind: ['udara, pipa, atau tanam langsung', 'aerial, in a duct, or buried', 'aerial'],
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
  surveyed: ['hari diukur', 'the day on which it was measured', '2025-08-01'],
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
  status: common.status,
  built: common.built,
} as const satisfies Meanings

export const lossMeanings = {
  nm1310: ['pada 1310 nm', 'at 1310 nm', '0.36'],
  nm1490: ['pada 1490 nm', 'at 1490 nm', '0.25'],
  nm1550: ['pada 1550 nm', 'at 1550 nm', '0.22'],
} as const satisfies Meanings
export const groupIndexMeanings = {
  nm1310: ['pada 1310 nm', 'at 1310 nm', '1.4676'],
  nm1550: ['pada 1550 nm', 'at 1550 nm', '1.4682'],
} as const satisfies Meanings

export const cableTypeMeanings = {
  id: ['nama jenis kabel', 'name of the cable type', 'adss-12'],
  name: ['sebutannya', 'what people call it', 'ADSS 12 core'],
  cores: ['jumlah core', 'number of cores', '12'],
  coresPerTube: ['core dalam satu tube', 'cores in one tube', '6'],
  colours: ['urutan warna core', 'order of the colours of cores', 'tia598'],
  helixPercent: ['persen serat lebih panjang daripada selubung', 'percent by which glass is longer than sheath', '0.4'],
  installationPercent: [
    'persen selubung lebih panjang daripada garis gambar: andongan dan rute',
    'percent by which sheath is longer than the drawn line: sag and route',
    '2',
  ],
  lossDbPerKm: ['redaman serat, dB tiap km', 'loss of the glass, in dB a km', '{ nm1310: 0.36, nm1550: 0.22 }'],
  datasheet: ['lembar data pembuat', "the maker's data sheet", 'ITU-T G.652.D'],
  longestSpanM: ['bentang terpanjang yang boleh, meter', 'longest span that it may hang over, in metres', '100'],
  smallestAngleDeg: [
    'belokan tertajam pada struktur, derajat; 180 lurus',
    'sharpest turn at a structure, in degrees; 180 is straight on',
    '90',
  ],
  groupIndex: [
    'indeks bias grup serat, untuk OTDR',
    'group index of refraction of the glass, for the OTDR',
    '{ nm1310: 1.4676, nm1550: 1.4682 }',
  ],
} as const satisfies Meanings

export const endsMeanings = {
  start: ['di awal kabel, meter', 'at the beginning of the cable, in metres', '0'],
  end: ['di akhir kabel, meter', 'at the end of the cable, in metres', '1200'],
} as const satisfies Meanings
export const coreStateMeanings = {
  core: ['nomor core, dari 1', 'number of the core, from 1', '7'],
  state: ['dipesan, rusak, atau mati', 'reserved, faulty or dead', 'reserved'],
  note: common.note,
} as const satisfies Meanings
export const repairMeanings = {
  closures: [
    'closure tempat kabel disambung kembali: satu, atau dua dengan potongan baru di antaranya',
    'closure in which the cable was joined again: one, or two with a new piece between them',
    '[jc-utara-05, jc-utara-06]',
  ],
  lengthM: [
    'panjang selubung potongan baru dari closure ke closure, meter',
    'sheath of the new piece from closure to closure, in metres',
    '62',
  ],
  type: ['jenis kabel potongan baru, bila lain', 'cable type of the new piece, where it is another', 'adss-24'],
  marksM: [
    'angka meter pada selubung lama di kedua sisi bagian yang dibuang',
    'marks of the old sheath on both sides of what was cut out',
    '{ start: 512, end: 548 }',
  ],
  date: ['hari perbaikan', 'the day of the repair', '2026-05-03'],
  note: common.note,
} as const satisfies Meanings

export const cableMeanings = {
  id: ['nama kabel', 'name of the cable', 'c-1'],
  source: common.source,
  type: ['jenis kabel', 'type of the cable', 'adss-12'],
  spans: [
    'bentang-bentang berurutan, ujung bertemu ujung',
    'ordered spans that join end to end',
    '[sp-utara-001..sp-utara-042]',
  ],
  from: [
    'struktur awal kabel, bila satu bentang saja tidak menentukannya',
    'structure at which it begins, where one span alone leaves it open',
    'odf-pusat',
  ],
  marksM: [
    'angka meter tercetak pada selubung di kedua ujung',
    'metre marks printed on the sheath at both ends',
    '{ start: 0, end: 1200 }',
  ],
  tailsM: [
    'selubung di dalam gedung atau closure di tiap ujung, meter',
    'sheath inside the building or closure at either end, in metres',
    '{ start: 10, end: 10 }',
  ],
  assetRegister: common.assetRegister,
  cores: ['core yang tidak bebas', 'cores that are not free', '[{ core: 7, state: faulty }]'],
  repairs: [
    'perbaikan sesudah kabel putus; nama kabel dan jalur rute tetap',
    'repairs after the cable was cut; its name and the paths over it stay',
    '[{ closures: [jc-utara-05, jc-utara-06], length_m: 62 }]',
  ],
  status: common.status,
  built: common.built,
  retired: common.retired,
  was: common.was,
} as const satisfies Meanings

export const slackMeanings = {
  id: ['nama gulungan cadangan', 'name of the slack coil', 'sl-1'],
  cable: ['kabelnya', 'its cable', 'c-1'],
  at: ['struktur tempat ia tergantung', 'structure at which it hangs', 't-2'],
  lengthM: ['panjangnya dalam meter', 'its length in metres', '20'],
  marksM: cableMeanings.marksM,
} as const satisfies Meanings

export const spliceMeanings = {
  closure: ['closure atau ODF tempatnya', 'the closure or ODF that it is in', 'jc-utara-02'],
  tray: [
    'nomor tray; untuk rentang core, tray pertama yang diisi',
    'number of the tray; of a range of cores the first one to be filled',
    '1',
  ],
  a: ['satu ujung core, atau rentang core', 'one end of a core, or a range of cores', 'c-1/13..24'],
  aSide: [
    'bagian kabel a yang disambung di titik potong: dari awalnya (start) atau ke akhirnya (end)',
    'which part of cable a is joined where it is cut: from its start, or to its end',
    'start',
  ],
  b: [
    'ujung core yang disambungkan kepadanya; rentang sama banyak',
    'the end of a core that is joined to it; a range of as many',
    'c-2/1..12',
  ],
  bSide: ['bagian kabel b yang disambung di titik potong', 'which part of cable b is joined where it is cut', 'end'],
  lossDb: ['redaman terukur, dB', 'measured loss, in dB', '0.05'],
  measured: ['hari diukur', 'the day on which it was measured', '2025-08-01'],
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
  slack: ['gulungan cadangan', 'slack coils', '[{ id: sl-1, cable: c-1, at: t-2 }]'],
  splices: ['sambungan core', 'splices of cores', '[{ closure: jc-1, a: c-1/1, b: c-2/1 }]'],
} as const satisfies Meanings
