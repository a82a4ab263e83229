import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

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
  lossMeasured: ['redaman itu hasil ukur, bukan lembar data', 'that loss was measured, and is no data sheet', 'true'],
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
