import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const traceMeanings = {
  trace: ['nama jejak reflektometer', 'name of the reflectometer trace', 'otdr-utara-1-1-2026-11-02'],
  core: ['kabel dan core di ujung alatnya', 'cable and core at the instrument', 'c-utara-1/7'],
  from: [
    'ODF atau closure tempat alatnya disambung',
    'the ODF or closure at which the instrument was connected',
    'odf-core-1',
  ],
  date: ['hari pengukuran', 'the day on which it was shot', '2026-11-02'],
  wavelengthNm: ['panjang gelombang, nm', 'wavelength, in nm', '1550'],
  groupIndex: [
    'indeks bias yang disetel di alat; kosong: tidak diketahui',
    'group index that the instrument was set to; absent: not known',
    '1.4682',
  ],
  pulseNs: ['lebar pulsa, ns', 'pulse width, in ns', '100'],
  launchM: [
    'panjang serat peluncur di depan port, menurut alatnya, meter',
    'length of the launch lead before the port as the instrument shows it, in metres',
    '500',
  ],
  helixPercent: [
    'faktor heliks yang disetel di alat, persen; 0: sumbunya panjang kaca',
    'helix factor that the instrument was set to, in percent; 0: its axis is glass',
    '0',
  ],
  instrument: ['merek dan model alatnya', 'maker and model of the instrument', 'Contoh UJI-1'],
  file: ['nama berkas alatnya', "name of the instrument's file", 'utara-1-1.sor'],
  sha256: [
    'SHA-256 berkas itu',
    'SHA-256 of that file',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ],
  events: [
    'kejadian yang ditemukan alat',
    'events that the instrument found',
    '[{ at_m: 812.4, kind: loss, loss_db: 0.06 }]',
  ],
  note: common.note,
} as const satisfies Meanings

export const traceEventMeanings = {
  atM: ['jarak menurut alatnya, meter', 'distance as the instrument shows it, in metres', '812.4'],
  kind: [
    'loss: redaman; reflection: pantulan; saturated: pantulan jenuh; end: ujung serat; unknown: kode lain',
    'loss, reflection, saturated (a reflection beyond measure), end (of the fibre) or unknown (another code)',
    'loss',
  ],
  lossDb: [
    'redaman di situ, dB; negatif bila diukur satu arah',
    'loss there, in dB; below zero where measured one way',
    '0.06',
  ],
  reflectanceDb: ['pantulan, dB', 'reflectance, in dB', '-52'],
  note: common.note,
} as const satisfies Meanings

export const powerMeanings = {
  power: ['nama pembacaan daya', 'name of the power reading', 'daya-utara-1-a-2026-11-02'],
  route: ['rute yang diukur', 'the route that was measured', 'utara-1'],
  at: ['router di ujung penerima', 'router at the receiving end', 'core-1'],
  date: ['hari pengukuran', 'the day on which it was read', '2026-11-02'],
  receivedDbm: ['daya terima, dBm', 'power received, in dBm', '-7.8'],
  note: common.note,
} as const satisfies Meanings
