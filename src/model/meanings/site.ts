import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const routerMeanings = {
  platform: ['sistem operasi router', "the router's operating system", 'routeros'],
  model: ['model router menurut pembuatnya', "the maker's name of the model", 'CCR2004-16G-2S+PC'],
  version: ['versi perangkat lunak yang terpasang', 'the version of the software that runs', '"7.22"'],
  serial: ['nomor seri perangkat', 'serial number of the device', 'HE408XXXX'],
  assetRegister: common.assetRegister,
  trunk: [
    'port ke switch akses, membawa semua segmen bertanda VLAN',
    'port to the access switch, which carries every segment tagged',
    'ether8',
  ],
  desks: [
    'port untuk satu meja atau perangkat, tanpa tanda VLAN, dan segmennya',
    'ports for one desk or device each, untagged, and their segment',
    '{ ether5: data }',
  ],
  loopback: [
    'alamat loopback yang harus ini; tanpa kunci ini Serat memilih',
    'a loopback address that must be this one; without it Serat chooses',
    '10.37.255.7',
  ],
  localPort: [
    'port teknisi di tempat; none: hanya konsol',
    'port for a technician on site; none leaves the console alone',
    'ether16',
  ],
  was: common.was,
} as const satisfies Meanings

export const coreMeanings = {
  ...routerMeanings,
  building: ['gedung tempat router inti ini berdiri', 'the building in which this core stands', 'Gedung A'],
} as const satisfies Meanings

export const segmentUseMeanings = {
  hosts: ['jumlah perangkat yang harus muat', 'number of devices that must fit', '40'],
  status: [
    'suspended: alamatnya tetap, layanannya berhenti',
    'suspended: it keeps its addresses and serves nobody',
    'active',
  ],
  tenant: [
    'perangkat daerah yang memakainya sendiri, terpisah dari tetangganya',
    'the agency that alone uses it, apart from its neighbours',
    'dishub',
  ],
  v4: [
    'awalan IPv4 yang harus ini; tanpa kunci ini Serat memilih',
    'an IPv4 prefix that must be this one; without it Serat chooses',
    '10.37.10.0/26',
  ],
  vlan: [
    'VLAN yang harus ini; tanpa kunci ini menurut katalog',
    "a VLAN that must be this one; else the catalogue's",
    '110',
  ],
  dhcp: ['router memberi alamat lewat DHCP', 'the router hands out addresses by DHCP', 'true'],
} as const satisfies Meanings

export const powerMeanings = {
  feeder: [
    'penyulang PLN; situs pada penyulang yang sama padam bersama',
    'the feeder; sites on one feeder lose power together',
    'KLT-03',
  ],
  upsMinutes: ['berapa menit UPS bertahan', 'minutes that the UPS lasts', '30'],
  generator: ['ada genset', 'there is a generator', 'false'],
} as const satisfies Meanings

export const locationMeanings = {
  lat: ['lintang, derajat WGS84', 'latitude in WGS84 degrees', '-7.7080'],
  lon: ['bujur, derajat WGS84', 'longitude in WGS84 degrees', '110.5930'],
  quality: [
    'sourced: dari sumber; approximate: kira-kira; placeholder: belum diketahui',
    'sourced, approximate, or a placeholder where nobody knows yet',
    'sourced',
  ],
  address: ['alamat jalan', 'street address', 'Jl. Pemuda 1'],
  note: [
    'dari mana titik ini, atau mengapa kira-kira',
    'where this point is from, or why it is approximate',
    'peta RBI',
  ],
} as const satisfies Meanings

export const siteMeanings = {
  site: [
    'nama situs; routernya bernama sama, dan berkasnya juga',
    'name of the site; its router and its file are named the same',
    'utara',
  ],
  was: common.was,
  source: common.source,
  name: ['nama kantor, seperti pada papan namanya', 'name of the office, as on its sign', 'Dinas Perhubungan'],
  class: [
    'kelas situs; menentukan ketersediaan yang diminta',
    'class of the site; it decides the availability that is asked for',
    'opd',
  ],
  kecamatan: [
    'kode kecamatan Kemendagri, dalam tanda kutip',
    'code of the kecamatan (Kemendagri), in quotes',
    '"33.10.01"',
  ],
  location: ['di mana situs berada', 'where the site lies', '{ lat: -7.7, lon: 110.6, quality: sourced }'],
  tenants: ['perangkat daerah yang berkantor di sini', 'agencies that have offices here', '[dishub]'],
  costShares: [
    'bobot pembagian biaya sewa antar perangkat daerah; sama rata tanpa kunci ini',
    'weights by which agencies share the cost of a leased site; equal unless given',
    '{ dishub: 2, dinkes: 1 }',
  ],
  router: [
    'router di situs ini',
    'the router of this site',
    '{ platform: routeros, model: L009UiGS-RM, version: "7.22" }',
  ],
  cores: ['router inti; hanya di situs pusat', 'core routers, at the hub only', '{ core-1: { … } }'],
  segments: ['segmen dan jumlah perangkatnya', 'segments and how many devices each holds', '{ data: 40, guest: 60 }'],
  power: ['dari mana listriknya', 'where its power is from', '{ ups_minutes: 30 }'],
  status: common.status,
  since: ['hari situs mulai dipakai', 'the day on which the site came into use', '2024-01-01'],
  until: ['hari terakhir situs dipakai', 'the last day on which the site is used', '2026-12-31'],
  note: common.note,
} as const satisfies Meanings

export const tenantMeanings = {
  tenant: ['nama pendek perangkat daerah', 'short name of the agency', 'dishub'],
  was: common.was,
  name: ['nama lengkap perangkat daerah', 'full name of the agency', 'Dinas Perhubungan'],
  kind: ['jenis perangkat daerah', 'kind of agency', 'dinas'],
  costCentre: ['pusat biaya untuk pembagian tagihan', 'cost centre by which bills are shared', '2.15'],
  publicService: ['melayani warga di loket atau telepon', 'serves citizens at a counter or by phone', 'true'],
} as const satisfies Meanings

export const areaMeanings = {
  area: ['kode kecamatan Kemendagri, dalam tanda kutip', 'code of the kecamatan (Kemendagri), in quotes', '"33.10.01"'],
  name: ['nama kecamatan', 'name of the kecamatan', 'Bayat'],
  centroid: ['titik di dalamnya: [bujur, lintang]', 'a point inside it: [longitude, latitude]', '[110.59, -7.71]'],
  outline: [
    'batas kira-kira, titik demi titik [bujur, lintang]',
    'approximate outline, point by point [longitude, latitude]',
    '[[110.5, -7.7], …]',
  ],
} as const satisfies Meanings
