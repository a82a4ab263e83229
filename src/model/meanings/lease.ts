import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

const v4Interface = [
  'alamat kita dengan panjang awalannya',
  'our address with the length of its prefix',
  '203.0.113.10/29',
] as const
const gateway = ['alamat gerbang penyedia', "address of the provider's gateway", '203.0.113.9'] as const

export const fixedMeanings = {
  kind: [
    'fixed: alamat tetap; dynamic: dari DHCP; cgnat: di balik NAT penyedia',
    "fixed, dynamic (by DHCP), or cgnat (behind the provider's NAT)",
    'fixed',
  ],
  v4: v4Interface,
  gateway,
} as const satisfies Meanings
export const dynamicMeanings = { kind: fixedMeanings.kind } as const

const bought = {
  was: common.was,
  provider: common.provider,
  providerRef: common.providerRef,
  contract: common.contract,
  bandwidthMbps: common.bandwidthMbps,
  monthlyRupiah: common.monthlyRupiah,
  period: common.period,
  status: common.status,
} as const satisfies Meanings

const change = {
  from: common.from,
  provider: common.provider,
  providerRef: common.providerRef,
  contract: common.contract,
  bandwidthMbps: common.bandwidthMbps,
  monthlyRupiah: common.monthlyRupiah,
  status: common.status,
} as const satisfies Meanings

export const circuitHubMeanings = {
  handoff: ['hand-off penyedia di pusat', "the provider's hand-off at the hub", 'nni-a'],
  vlan: common.vlan,
} as const satisfies Meanings

const siteEnd = {
  port: common.port,
  vlan: common.vlan,
  address: [
    'alamat sirkuit internet di situs',
    'address that an internet circuit has at the site',
    '{ kind: dynamic }',
  ],
} as const satisfies Meanings
export const changedSiteEndMeanings = siteEnd
export const siteEndMeanings = {
  id: ['situs tempat sirkuit berakhir', 'the site at which the circuit ends', 'bukit'],
  ...siteEnd,
} as const satisfies Meanings

const circuitFacts = {
  service: ['jenis layanan yang dibeli', 'kind of service that is bought', 'metro-ethernet'],
  hub: [
    'di mana sirkuit tiba di pusat; sirkuit internet tidak memakainya',
    'where the circuit arrives at the hub; an internet circuit has none',
    '{ handoff: nni-a, vlan: 1001 }',
  ],
  site: ['di mana sirkuit tiba di situs', 'where the circuit arrives at the site', '{ id: bukit, port: ether1 }'],
  role: ['jalan utama situs, atau cadangan', "the site's first way, or its backup", 'primary'],
} as const satisfies Meanings
export const circuitChangeMeanings = { ...change, ...circuitFacts } as const
export const circuitMeanings = {
  circuit: ['nama sirkuit', 'name of the circuit', 'ckt-bukit'],
  ...bought,
  ...circuitFacts,
  changes: [
    'apa yang diubah adendum, perpanjangan atau penyedia lain, masing-masing sejak harinya',
    'what an addendum, a renewal or another provider changes, each from its day on',
    '[{ from: 2026-07-01, bandwidth_mbps: 100 }]',
  ],
  preference: [
    'dari beberapa sirkuit satu situs yang tertinggi dipakai',
    'of several circuits of one site the highest is used',
    '200',
  ],
  tunnel: [
    'jenis terowongan; mengikuti kedua router bila tidak ditulis',
    'kind of tunnel; follows from the two routers unless given',
    'wireguard',
  ],
  mtu: common.mtu,
} as const satisfies Meanings

export const uplinkAddressMeanings = {
  v4: v4Interface,
  gateway,
  v6: ['alamat IPv6 kita dengan panjang awalannya', 'our IPv6 address with the length of its prefix', '2001:db8::2/64'],
  gatewayV6: ['alamat gerbang IPv6 penyedia', "address of the provider's IPv6 gateway", '2001:db8::1'],
} as const satisfies Meanings
const routingKind = [
  'bgp: rute dari penyedia; static: rute bawaan yang diuji',
  "bgp: the provider's routes; static: a default that is probed",
  'static',
] as const
export const bgpMeanings = {
  kind: routingKind,
  as: ['nomor AS penyedia', "the provider's AS number", '64496'],
  ourAs: ['nomor AS kita di hadapan penyedia', 'our AS number towards the provider', '64511'],
  password: ['rahasia sesi BGP', 'secret of the BGP session', '{ secret: bgp/uplink-1 }'],
} as const satisfies Meanings
export const staticMeanings = {
  kind: routingKind,
  probe: [
    'alamat di internet yang menjawab bila uplink hidup',
    'an address on the internet that answers while the uplink works',
    '192.0.2.1',
  ],
} as const satisfies Meanings

const uplinkFacts = {
  port: common.port,
  vlan: common.vlan,
  address: [
    'alamat kita pada uplink ini',
    'our addresses on this uplink',
    '{ v4: 203.0.113.2/30, gateway: 203.0.113.1 }',
  ],
  natPool: [
    'alamat publik tempat sambungan dari dalam diterjemahkan',
    'public addresses that connections from inside are translated to',
    '198.51.100.0/28',
  ],
  prefixV6: [
    'awalan IPv6 yang dirutekan penyedia kepada kita',
    'IPv6 prefix that the provider routes to us',
    '2001:db8:1::/48',
  ],
  routing: [
    'bagaimana rute dipertukarkan dengan penyedia',
    'how routes are exchanged with the provider',
    '{ kind: static, probe: 192.0.2.1 }',
  ],
} as const satisfies Meanings
export const uplinkChangeMeanings = { ...change, ...uplinkFacts } as const
export const uplinkMeanings = {
  uplink: ['nama uplink internet', 'name of the internet uplink', 'uplink-1'],
  ...bought,
  changes: circuitMeanings.changes,
  router: ['router inti tempat uplink tiba', 'the core at which the uplink arrives', 'core-1'],
  ...uplinkFacts,
} as const satisfies Meanings
