import type { Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const portRowMeanings = {
  prefix: ['awal nama port', 'what the names of the ports begin with', 'ether'],
  first: ['nomor port pertama', 'number of the first port', '1'],
  last: ['nomor port terakhir', 'number of the last port', '8'],
  speedMbps: ['kecepatan tiap port, Mbit/s', 'speed of each port, in Mbit/s', '1000'],
  medium: ['tembaga, atau lubang modulnya', 'copper, or the cage for a module', 'copper'],
} as const satisfies Meanings

export const modelMeanings = {
  model: ['nama model yang belum ada di katalog', 'name of a model that the catalogue lacks', 'CCR2099'],
  platform: ['sistem operasi yang dipakainya', 'the operating system that it runs', 'routeros'],
  ports: [
    'port-portnya, sebaris untuk yang serupa',
    'its ports, a row for those that are alike',
    '[{ prefix: ether, first: 1, last: 8, speed_mbps: 1000, medium: copper }]',
  ],
  trunk: [
    'port ke switch akses bila situs tidak menyebut lain',
    'port to the access switch unless a site names another',
    'ether8',
  ],
  console: ['punya konsol serial atau layar', 'has a serial or screen console', 'true'],
  lastingFolder: ['folder yang tetap ada setelah mulai ulang', 'the folder that lasts through a restart', 'flash'],
  source: ['di mana port dan kecepatan ini dibaca', 'where ports and speeds were read', 'lembar data pembuat'],
} as const satisfies Meanings

export const transmitDbmMeanings = {
  min: ['daya kirim paling lemah, dBm', 'weakest transmit power, in dBm', '-9'],
  max: ['daya kirim paling kuat, dBm', 'strongest transmit power, in dBm', '-3'],
} as const satisfies Meanings

export const receiveDbmMeanings = {
  sensitivity: ['daya terlemah yang masih terbaca, dBm', 'weakest power that is still received, in dBm', '-22'],
  overload: ['daya yang merusak penerima, dBm', 'power that burns the receiver, in dBm', '-3'],
} as const satisfies Meanings

export const opticMeanings = {
  optic: ['nama kelas optik yang belum ada di katalog', 'name of a class that the catalogue lacks', 'bx80-contoh-u'],
  speedMbps: ['kecepatan, Mbit/s', 'speed, in Mbit/s', '1000'],
  strands: ['jumlah core yang dipakai: 1 atau 2', 'how many cores it lights: 1 or 2', '1'],
  transmitNm: ['panjang gelombang kirim, nm', 'wavelength that it sends, in nm', '1490'],
  receiveNm: ['panjang gelombang terima, nm', 'wavelength that it receives, in nm', '1550'],
  transmitDbm: ['daya kirim menurut lembar data', 'transmit power by the data sheet', '{ min: -3, max: 2 }'],
  receiveDbm: [
    'daya terima menurut lembar data',
    'receive power by the data sheet',
    '{ sensitivity: -26, overload: -3 }',
  ],
  budgetDb: [
    'anggaran daya, dB; penalti belum dikurangkan',
    'power budget, in dB; penalties are not yet taken from it',
    '23',
  ],
  penaltyDb: ['penalti yang dikurangkan dari anggaran, dB', 'penalties to take from the budget, in dB', '1'],
  insertionLossDb: [
    'redaman kanal yang boleh ada, dB; sebagai ganti budget_db',
    'loss that the channel may have, in dB; in place of budget_db',
    '6.2',
  ],
  leastLossDb: ['redaman paling sedikit, dB', 'least loss that it needs, in dB', '8'],
  reachKm: ['jangkauan, km', 'reach, in km', '80'],
  mate: ['kelas di ujung lain; bawaan: kelas ini', 'the class at the other end; this one by default', 'bx80-contoh-d'],
  source: ['di mana angka-angka ini dibaca', 'where these figures were read', 'lembar data pembuat'],
  verified: ['sumbernya sudah dibaca sendiri', 'somebody has read the source itself', 'true'],
} as const satisfies Meanings
