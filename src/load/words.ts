import { own } from '../text/own.ts'
import type { Bilingual } from '../diagnostic/diagnostic.ts'

/** What a scalar of the model must look like, for people; by the name in its `meta`. */
export const scalarWords: Readonly<Record<string, Bilingual>> = {
  id: {
    id: 'nama berhuruf kecil: a-z, 0-9 dan tanda hubung, paling panjang 40 huruf, bukan nama perangkat Windows',
    en: 'a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows',
  },
  text: {
    id: 'satu baris teks, paling panjang 200 huruf, tanpa huruf kendali, tanpa spasi di ujung, tanpa tanda gabung yang lepas dari hurufnya, tanpa tanda `<secret:`',
    en: 'one line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`',
  },
  word: {
    id: 'kata berisi huruf, angka, spasi dan ._+/()#-, paling panjang 80, tanpa `..`',
    en: 'a word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`',
  },
  port: {
    id: 'nama port seperti tercetak pada perangkat: ether1, sfp-sfpplus1',
    en: 'a port name as the device prints it: ether1, sfp-sfpplus1',
  },
  domain: { id: 'nama domain berhuruf kecil', en: 'a domain name in lower case' },
  mail: {
    id: 'alamat surel sebuah meja, bukan orang: noc@contoh.example',
    en: 'a mail address of a desk, not of a person: noc@contoh.example',
  },
  webAddress: {
    id: 'alamat laman: https://serat.contoh.example/',
    en: 'the address of a page: https://serat.contoh.example/',
  },
  month: { id: 'bulan: 2026-03', en: 'a month: 2026-03' },
  moment: {
    id: 'tanggal dan jam setempat dalam tanda kutip: "2026-03-14 08:15"',
    en: 'a day and local time, in quotes: "2026-03-14 08:15"',
  },
  clock: { id: 'jam dalam tanda kutip: "07:30"', en: 'a time of day, in quotes: "07:30"' },
  date: { id: 'tanggal kalender: 2026-12-31', en: 'a calendar date: 2026-12-31' },
  rupiah: {
    id: 'rupiah bulat, tanpa titik dan tanpa desimal: 4500000',
    en: 'whole rupiah without separators: 4500000',
  },
  count: { id: 'bilangan bulat mulai dari 1', en: 'a whole number from 1' },
  positive: { id: 'bilangan lebih dari nol', en: 'a number above zero' },
  nonNegative: { id: 'bilangan nol atau lebih', en: 'a number of zero or more' },
  dbm: { id: 'daya dalam dBm, -60 sampai 30', en: 'a power in dBm, -60 to 30' },
  nanometres: { id: 'panjang gelombang dalam nm, 800 sampai 1700', en: 'a wavelength in nm, 800 to 1700' },
  decibels: { id: 'angka dalam dB, -100 sampai 100', en: 'a number of dB, -100 to 100' },
  groupIndex: { id: 'indeks bias, 1,3 sampai 1,7', en: 'a group index, 1.3 to 1.7' },
  strand: { id: 'satu core kabel: c-utara-1/7', en: 'one core of a cable: c-utara-1/7' },
  percent: { id: 'persentase, 0 sampai 100', en: 'a percentage, 0 to 100' },
  latitude: { id: 'lintang dalam derajat, -90 sampai 90', en: 'a latitude in degrees, -90 to 90' },
  longitude: { id: 'bujur dalam derajat, -180 sampai 180', en: 'a longitude in degrees, -180 to 180' },
  point: { id: 'titik [bujur, lintang] dalam derajat', en: 'a point [longitude, latitude] in degrees' },
  vlan: { id: 'nomor VLAN, 2 sampai 4094', en: 'a VLAN number, 2 to 4094' },
  as: { id: 'nomor AS, 1 sampai 4294967294', en: 'an AS number, 1 to 4294967294' },
  transportPort: { id: 'nomor port, 1 sampai 65535', en: 'a port number, 1 to 65535' },
  sha256: { id: 'SHA-256: 64 angka heksadesimal berhuruf kecil', en: 'a SHA-256: 64 hexadecimal digits in lower case' },
  v4Address: { id: 'alamat IPv4: 10.33.16.53', en: 'an IPv4 address: 10.33.16.53' },
  v4Prefix: { id: 'prefiks IPv4: 10.32.0.0/20', en: 'an IPv4 prefix: 10.32.0.0/20' },
  v6Address: { id: 'alamat IPv6 berhuruf kecil: 2001:db8::1', en: 'an IPv6 address in lower case: 2001:db8::1' },
  v6Prefix: { id: 'prefiks IPv6 berhuruf kecil: 2001:db8::/48', en: 'an IPv6 prefix in lower case: 2001:db8::/48' },
  v6Subnets: {
    id: 'rentang subnet di dalam /48 sendiri, heksadesimal: 1000/52',
    en: 'a range of subnets inside the own /48, in hexadecimal: 1000/52',
  },
  linkPrefix: { id: 'prefiks sambungan IPv4, /30 atau /31', en: 'an IPv4 link prefix, /30 or /31' },
  seratVersion: { id: 'versi Serat: 0.2.0', en: 'a version of Serat: 0.2.0' },
  secretName: { id: 'nama rahasia: ospf/backbone', en: 'the name of a secret: ospf/backbone' },
  version: { id: 'versi sebagai teks dalam tanda kutip: "7.20.6"', en: 'a version as text, in quotes: "7.20.6"' },
  kecamatan: { id: 'kode kecamatan dalam tanda kutip: "33.10.24"', en: 'a kecamatan code in quotes: "33.10.24"' },
  reviewSinglePoints: {
    id: 'refuse: serat diff menolak perubahan yang menambah komponen pemutus situs, kecuali diterima di waivers.yaml (REV001)',
    en: 'refuse: serat diff refuses a change by which more components cut off a site, unless waivers.yaml accepts it (REV001)',
  },
  reviewRings: {
    id: 'refuse: serat diff menolak perubahan yang membuka ring, kecuali diterima di waivers.yaml (REV002)',
    en: 'refuse: serat diff refuses a change that opens a ring, unless waivers.yaml accepts it (REV002)',
  },
  reviewAddresses: {
    id: 'refuse: serat diff menolak alamat atau nomor yang berpindah, kecuali diterima di waivers.yaml (REV003)',
    en: 'refuse: serat diff refuses an address or number that moves, unless waivers.yaml accepts it (REV003)',
  },
  reviewYearlyRupiah: {
    id:
      'rupiah bulat: kenaikan biaya setahun sebelum PPN yang masih boleh; ' +
      'di atasnya serat diff menolak, kecuali diterima di waivers.yaml (REV004)',
    en: 'whole rupiah: by so much yearly cost without PPN may rise; above it serat diff refuses, unless waivers.yaml accepts it (REV004)',
  },
  reviewBudgets: {
    id: 'refuse: serat diff menolak kontrak di atas pagu, kecuali diterima di waivers.yaml (REV005)',
    en: 'refuse: serat diff refuses contracts above their budget line, unless waivers.yaml accepts it (REV005)',
  },
  reviewManagement: {
    id: 'refuse: serat diff menolak perubahan yang melemahkan jalan NOC atau teknisi ke router, kecuali diterima di waivers.yaml (REV006)',
    en: 'refuse: serat diff refuses a change that weakens how the NOC or a technician gets in, unless waivers.yaml accepts it (REV006)',
  },
  strands: {
    id: 'core sebuah kabel, atau rentangnya: c-utara-1/7, c-utara-1/13..24',
    en: 'a core of a cable, or a range of them: c-utara-1/7, c-utara-1/13..24',
  },
  range: {
    id: 'sebuah nama, atau rentang bernomor: sp-utara-001..sp-utara-042',
    en: 'a name, or a numbered range: sp-utara-001..sp-utara-042',
  },
  pathStep: {
    id: 'langkah jalur: port ODF, core kabel, atau closure (odf-pemkab/1, c-utara-1/7, jc-utara-02)',
    en: 'a step of a path: ODF port, core or closure (odf-pemkab/1, c-utara-1/7, jc-utara-02)',
  },
  path: { id: 'jalur berkas relatif tanpa `..`', en: 'a relative file path without `..`' },
  npwp: { id: 'NPWP 16 angka dalam tanda kutip', en: 'an NPWP of 16 digits in quotes' },
  rupId: { id: 'nomor RUP 8 angka dalam tanda kutip', en: 'a RUP number of 8 digits in quotes' },
  subKegiatan: { id: 'kode sub-kegiatan: "2.16.03.1.02.0030"', en: 'a sub-kegiatan code: "2.16.03.1.02.0030"' },
  account: { id: 'kode rekening belanja: "5.1.02.02.001.00063"', en: 'an account code: "5.1.02.02.001.00063"' },
  code: { id: 'kode temuan: GEO003', en: 'the code of a finding: GEO003' },
  thing: {
    id: 'benda sebagai jenis:nama, atau jenis:* (circuit:ckt-kec-bayat-1)',
    en: 'a thing as kind:id, or kind:* (circuit:ckt-kec-bayat-1)',
  },
  priority: { id: 'prioritas 1 sampai 8', en: 'a priority from 1 to 8' },
  preference: { id: 'preferensi 1 sampai 1000', en: 'a preference from 1 to 1000' },
  distance: { id: 'jarak administratif 111 sampai 250', en: 'an administrative distance from 111 to 250' },
  mtu: { id: 'MTU 1280 sampai 9216', en: 'an MTU from 1280 to 9216' },
  year: { id: 'tahun, 2000 sampai 2100', en: 'a year, 2000 to 2100' },
}

const typeWords: Readonly<Record<string, Bilingual>> = {
  string: { id: 'teks', en: 'text' },
  number: { id: 'bilangan', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  object: { id: 'sekelompok kunci', en: 'a group of keys' },
  record: { id: 'sekelompok nama', en: 'a group of names' },
  array: { id: 'daftar', en: 'a list' },
  tuple: { id: 'daftar', en: 'a list' },
  union: { id: 'salah satu bentuk yang dipakai berkas sejenis', en: 'one of the forms that files of this kind use' },
  nothing: { id: 'kosong', en: 'nothing' },
}

export function typeWord(type: string): Bilingual {
  return own(typeWords, type) ?? { id: type, en: type }
}

/** The kind of plain data, in the words of `typeWord`. */
export function typeOfData(data: unknown): string {
  if (data === null || data === undefined) return 'nothing'
  if (Array.isArray(data)) return 'array'
  return typeof data
}
