import { common, secretMeanings, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

const server = ['alamat server IPv4', 'IPv4 addresses of the servers', '[10.37.128.2]'] as const
export const dnsMeanings = {
  v4: server,
  v6: ['alamat server IPv6', 'IPv6 addresses of the servers', '[fd12::2]'],
} as const satisfies Meanings
export const ntpMeanings = { v4: server } as const
export const syslogMeanings = {
  v4: ['alamat penerima log', 'address that logs go to', '10.37.128.5'],
  port: ['port UDP penerima log', 'UDP port that logs go to', '514'],
} as const satisfies Meanings
export const snmpMeanings = {
  user: ['nama pengguna SNMPv3', 'user of SNMPv3', 'nms'],
  contact: ['surel penanggung jawab', 'mail address of whoever is responsible', 'noc@klaten.example'],
  trapTarget: ['alamat penerima trap', 'address that traps go to', '10.37.128.6'],
  authentication: ['rahasia autentikasi', 'secret of authentication', '{ secret: snmp/auth }'],
  privacy: ['rahasia penyandian', 'secret of privacy', '{ secret: snmp/priv }'],
} as const satisfies Meanings
export const servicesMeanings = {
  dns: ['server nama', 'name servers', '{ v4: [10.37.128.2] }'],
  ntp: ['server waktu', 'time servers', '{ v4: [10.37.128.3] }'],
  syslog: ['penerima log', 'where logs go', '{ v4: 10.37.128.5 }'],
  snmp: ['pemantauan SNMPv3', 'monitoring by SNMPv3', '{ user: nms, … }'],
} as const satisfies Meanings
export const accessPortMeanings = {
  model: ['model router', 'model of the router', 'CCR2004-16G-2S+PC'],
  port: common.port,
} as const satisfies Meanings
export const localAccessMeanings = {
  v4: [
    'awalan yang tidak dipakai di tempat lain; router alamat pertama',
    'a prefix that is nowhere else; the router has its first address',
    '192.168.88.0/30',
  ],
  ports: [
    'port teknisi menurut model',
    'the port for a technician, by model',
    '[{ model: L009UiGS-RM, port: ether8 }]',
  ],
} as const satisfies Meanings
export const accountMeanings = {
  user: ['nama akun', 'name of the account', 'darurat'],
  password: ['rahasianya', 'its secret', '{ secret: login/darurat }'],
} as const satisfies Meanings
export const radiusMeanings = {
  server: ['alamat server RADIUS', 'address of the RADIUS server', '10.37.128.7'],
  secret: ['rahasia bersama', 'shared secret', '{ secret: radius/shared }'],
} as const satisfies Meanings
export const managementMeanings = {
  localAccess: ['jalan masuk teknisi di tempat', 'how a technician gets in on the spot', '{ v4: 192.168.88.0/30 }'],
  breakGlass: [
    'akun darurat saat RADIUS mati',
    'account for the day that RADIUS is down',
    '{ user: darurat, password: { secret: login/darurat } }',
  ],
  readOnly: ['akun yang hanya membaca', 'account that only reads', '{ user: baca, password: { secret: login/baca } }'],
  radius: ['server akun', 'server of accounts', '{ server: 10.37.128.7, secret: { secret: radius/shared } }'],
} as const satisfies Meanings
export const bfdMeanings = {
  intervalMs: ['jarak antar pesan, milidetik', 'time between messages, in milliseconds', '300'],
  multiplier: [
    'pesan hilang berturut-turut sebelum link dianggap putus',
    'messages lost in a row until the link counts as down',
    '3',
  ],
} as const satisfies Meanings
export const nextKeyMeanings = {
  secret: [
    'nama rahasia yang akan menggantikannya; nomornya satu lebih tinggi',
    'name of the secret that takes its place; its number is one higher',
    'ospf/backbone-2',
  ],
  step: [
    'accept: keduanya diterima, yang lama dikirim; send: keduanya diterima, yang baru dikirim',
    'accept: both are taken and the old one is sent; send: both are taken and the new one is sent',
    'accept',
  ],
} as const satisfies Meanings
export const rotatedKeyMeanings = {
  ...secretMeanings,
  keyId: ['nomor kunci di dalam paket, 1 sampai 255', 'number of the key in packets, 1 to 255', '1'],
  next: [
    'kunci pengganti selama rotasi; `serat secrets --rotate` yang menulisnya',
    'the key that takes its place, during a rotation; `serat secrets --rotate` writes it',
    '{ secret: ospf/backbone-2, step: accept }',
  ],
} as const satisfies Meanings
export const routingMeanings = {
  ospfKey: ['rahasia autentikasi OSPF', 'secret of OSPF authentication', '{ secret: ospf/backbone }'],
  bgpKey: ['rahasia sesi BGP situs sewa', 'secret of BGP sessions with leased sites', '{ secret: bgp/sites }'],
  referenceMbps: [
    'kecepatan acuan OSPF, Mbit/s: biaya link adalah ini dibagi kecepatannya',
    'reference bandwidth of OSPF, in Mbit/s: the cost of a link is this over its speed',
    '100000',
  ],
  leasedDistance: [
    'jarak administratif rute sewa; di atas 110 agar serat menang',
    'administrative distance of leased routes; above 110, so that fibre wins',
    '150',
  ],
  maximumPrefixes: [
    'awalan terbanyak yang boleh diumumkan situs sewa, tiap keluarga',
    'most prefixes that a leased site may announce, in each family',
    '32',
  ],
  fibreBfd: ['deteksi putus pada serat', 'failure detection on fibre', '{ interval_ms: 300, multiplier: 3 }'],
  leasedBfd: ['deteksi putus pada sirkuit', 'failure detection on circuits', '{ interval_ms: 1000, multiplier: 5 }'],
} as const satisfies Meanings
export const interconnectionMeanings = {
  name: ['jaringan yang terhubung', 'the network that it is connected with', 'JIP'],
  since: ['sejak kapan', 'since when', '2025-01-01'],
} as const satisfies Meanings
export const spbeReviewMeanings = {
  date: ['hari reviu', 'day of the review', '2026-03-01'],
  by: ['siapa yang mereviu, menurut jabatannya', 'who reviewed, by role', 'Inspektorat'],
  actions: ['tindak lanjut yang disepakati', 'actions that were agreed', '5'],
  done: ['yang sudah selesai', 'how many of them are done', '3'],
} as const satisfies Meanings
export const spbeMeanings = {
  interconnections: [
    'jaringan lain yang terhubung',
    'networks that this one is connected with',
    '[{ name: JIP, since: 2025-01-01 }]',
  ],
  reviews: ['reviu layanan', 'reviews of the service', '[{ date: 2026-03-01, by: Inspektorat, actions: 5, done: 3 }]'],
} as const satisfies Meanings
