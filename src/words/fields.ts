import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { classWords, formWords, roleWords, serviceWords, statusWords } from './declared.ts'

const ends = { id: 'di ujung', en: 'at end' }

/** What people call a field, by its steps as files spell them; `*` is a name that somebody has chosen, or an end of a route. */
const fields: Readonly<Record<string, Bilingual>> = {
  name: { id: 'nama', en: 'name' },
  class: { id: 'kelas', en: 'class' },
  kecamatan: { id: 'kecamatan', en: 'kecamatan' },
  status: { id: 'status', en: 'status' },
  since: { id: 'sejak', en: 'since' },
  until: { id: 'sampai', en: 'until' },
  note: { id: 'catatan', en: 'note' },
  notes: { id: 'catatan', en: 'notes' },
  kind: { id: 'jenis', en: 'kind' },
  tenants: { id: 'perangkat daerah', en: 'agencies' },
  cost_centre: { id: 'kode SKPD', en: 'cost centre' },
  'cost_shares.*': { id: 'bagian biaya *', en: 'share of costs of *' },
  'location.lat': { id: 'lintang', en: 'latitude' },
  'location.lon': { id: 'bujur', en: 'longitude' },
  'location.quality': { id: 'mutu titik', en: 'point quality' },
  'location.address': { id: 'alamat kantor', en: 'street address' },
  'power.feeder': { id: 'penyulang listrik', en: 'power feeder' },
  'power.ups_minutes': { id: 'menit UPS', en: 'minutes of UPS' },
  'power.generator': { id: 'genset', en: 'generator' },
  'segments.*': { id: 'host segmen *', en: 'hosts of segment *' },
  'segments.*.hosts': { id: 'host segmen *', en: 'hosts of segment *' },
  'segments.*.status': { id: 'status segmen *', en: 'status of segment *' },
  'segments.*.vlan': { id: 'VLAN segmen *', en: 'VLAN of segment *' },
  'segments.*.dhcp': { id: 'DHCP segmen *', en: 'DHCP of segment *' },
  'segments.*.v4': { id: 'prefiks segmen *', en: 'prefix of segment *' },
  zone: { id: 'zona', en: 'zone' },
  reaches: { id: 'zona yang dicapai', en: 'zones that it reaches' },
  priority: { id: 'prioritas antrean', en: 'queue priority' },
  dhcp: { id: 'DHCP', en: 'DHCP' },
  lease_hours: { id: 'lama sewa DHCP (jam)', en: 'DHCP lease (hours)' },
  v4: { id: 'prefiks IPv4', en: 'IPv4 prefix' },
  v6: { id: 'prefiks IPv6', en: 'IPv6 prefix' },
  'everywhere.hosts': { id: 'host di setiap situs', en: 'hosts at every site' },
  'router.platform': { id: 'platform router', en: 'router platform' },
  'router.model': { id: 'model router', en: 'router model' },
  'router.version': { id: 'versi router', en: 'router version' },
  'router.serial': { id: 'nomor seri router', en: 'serial number of the router' },
  'router.asset_register': { id: 'register aset router', en: 'asset register of the router' },
  'router.trunk': { id: 'port trunk router', en: 'trunk port of the router' },
  'router.loopback': { id: 'loopback router', en: 'loopback of the router' },
  'router.local_port': { id: 'port teknisi', en: "technician's port" },
  'router.desks.*': { id: 'port meja *', en: 'desk port *' },
  'cores.*.platform': { id: 'platform *', en: 'platform of *' },
  'cores.*.model': { id: 'model *', en: 'model of *' },
  'cores.*.version': { id: 'versi *', en: 'version of *' },
  'cores.*.building': { id: 'gedung *', en: 'building of *' },
  platform: { id: 'platform', en: 'platform' },
  model: { id: 'model', en: 'model' },
  version: { id: 'versi', en: 'version' },
  provider: { id: 'penyedia', en: 'provider' },
  provider_ref: { id: 'nomor layanan penyedia', en: "provider's service number" },
  contract: { id: 'kontrak', en: 'contract' },
  service: { id: 'layanan', en: 'service' },
  role: { id: 'peran', en: 'role' },
  tunnel: { id: 'terowongan', en: 'tunnel' },
  bandwidth_mbps: { id: 'bandwidth (Mbit/s)', en: 'bandwidth (Mbit/s)' },
  monthly_rupiah: { id: 'harga sebulan', en: 'monthly price' },
  preference: { id: 'urutan jalur', en: 'preference' },
  'period.from': { id: 'berlaku sejak', en: 'valid from' },
  'period.to': { id: 'berlaku sampai', en: 'valid until' },
  'hub.handoff': { id: 'hand-off', en: 'hand-off' },
  'hub.vlan': { id: 'VLAN di pusat', en: 'VLAN at the hub' },
  'site.id': { id: 'situs', en: 'site' },
  'site.port': { id: 'port di situs', en: 'port at the site' },
  'site.vlan': { id: 'VLAN di situs', en: 'VLAN at the site' },
  'site.address.kind': { id: 'cara beralamat di situs', en: 'way of addressing at the site' },
  'site.address.v4': { id: 'alamat di situs', en: 'address at the site' },
  'site.address.gateway': { id: 'gateway di situs', en: 'gateway at the site' },
  router: { id: 'router', en: 'router' },
  port: { id: 'port', en: 'port' },
  vlan: { id: 'VLAN', en: 'VLAN' },
  mtu: { id: 'MTU', en: 'MTU' },
  'address.v4': { id: 'alamat IPv4', en: 'IPv4 address' },
  'address.v6': { id: 'alamat IPv6', en: 'IPv6 address' },
  'address.gateway': { id: 'gateway IPv4', en: 'IPv4 gateway' },
  'address.gateway_v6': { id: 'gateway IPv6', en: 'IPv6 gateway' },
  nat_pool: { id: 'alamat NAT', en: 'NAT addresses' },
  prefix_v6: { id: 'prefiks IPv6', en: 'IPv6 prefix' },
  'a.router': { id: `router ${ends.id} a`, en: `router ${ends.en} a` },
  'a.port': { id: `port ${ends.id} a`, en: `port ${ends.en} a` },
  'a.optic': { id: `optik ${ends.id} a`, en: `optics ${ends.en} a` },
  'a.attenuator_db': { id: `peredam ${ends.id} a (dB)`, en: `attenuator ${ends.en} a (dB)` },
  'b.router': { id: `router ${ends.id} b`, en: `router ${ends.en} b` },
  'b.port': { id: `port ${ends.id} b`, en: `port ${ends.en} b` },
  'b.optic': { id: `optik ${ends.id} b`, en: `optics ${ends.en} b` },
  'b.attenuator_db': { id: `peredam ${ends.id} b (dB)`, en: `attenuator ${ends.en} b (dB)` },
  speed_mbps: { id: 'kecepatan (Mbit/s)', en: 'speed (Mbit/s)' },
  cost_factor: { id: 'faktor biaya OSPF', en: 'factor of the OSPF cost' },
  path: { id: 'jalur', en: 'path' },
  ring: { id: 'ring', en: 'ring' },
  hub: { id: 'situs pusat', en: 'hub' },
  domain: { id: 'domain', en: 'domain' },
  banner: { id: 'banner', en: 'banner' },
  as_of: { id: 'tanggal pemeriksaan', en: 'date of checks' },
  'management.break_glass.user': { id: 'nama akun darurat', en: 'name of the break-glass account' },
  'management.break_glass.password.secret': { id: 'sandi akun darurat', en: 'password of the break-glass account' },
  'management.read_only.user': { id: 'nama akun baca-saja', en: 'name of the read-only account' },
  'management.radius.server': { id: 'server RADIUS', en: 'RADIUS server' },
  'management.local_access.v4': { id: 'prefiks port teknisi', en: "prefix of technicians' ports" },
  'review.single_points': { id: 'tinjauan titik tunggal', en: 'review of single points' },
  'review.rings': { id: 'tinjauan ring', en: 'review of rings' },
  'review.addresses': { id: 'tinjauan alamat', en: 'review of addresses' },
  'review.budgets': { id: 'tinjauan pagu', en: 'review of budgets' },
  'review.management': { id: 'tinjauan jalan pengelolaan', en: 'review of ways of management' },
  'review.yearly_rupiah': { id: 'batas kenaikan setahun', en: 'limit of a yearly rise' },
  number: { id: 'nomor', en: 'number' },
  title: { id: 'judul', en: 'title' },
  form: { id: 'bentuk', en: 'form' },
  method: { id: 'cara pengadaan', en: 'way of procurement' },
  signed: { id: 'ditandatangani', en: 'signed' },
  'price.excl_ppn_rupiah': { id: 'nilai sebelum PPN', en: 'value without PPN' },
  'price.incl_ppn_rupiah': { id: 'nilai dengan PPN', en: 'value with PPN' },
  'price.ppn_rule': { id: 'aturan PPN', en: 'PPN rule' },
  once_rupiah: { id: 'biaya sekali bayar', en: 'single payment' },
  budget: { id: 'pos anggaran', en: 'budget line' },
  'sla.availability_percent': { id: 'ketersediaan (%)', en: 'availability (%)' },
  'sla.restitution': { id: 'cara restitusi', en: 'way of restitution' },
  'annex.circuits': { id: 'sirkuit pada lampiran', en: 'circuits of the annex' },
  'annex.bandwidth_mbps': { id: 'Mbit/s pada lampiran', en: 'Mbit/s of the annex' },
  lines: { id: 'daftar harga', en: 'price list' },
  addenda: { id: 'adendum', en: 'addenda' },
  documents: { id: 'dokumen', en: 'documents' },
  successor: { id: 'kontrak penerus', en: 'succeeding contract' },
}

/** What people call a field; one without a word of its own is called as files spell it. */
export function fieldName(field: string): Bilingual {
  const own = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (own !== undefined) return own
  const [, day, ofTerm] = /^(\d{4}-\d\d-\d\d)\.(.+)$/.exec(field) ?? []
  if (day !== undefined && ofTerm !== undefined) {
    const { id, en } = fieldName(ofTerm)
    return { id: `${id} sejak ${day}`, en: `${en} from ${day}` }
  }
  const [first, name, ...rest] = field.split('.')
  const pattern = [first, '*', ...rest].join('.')
  const found = Object.hasOwn(fields, pattern) ? fields[pattern] : undefined
  if (name === undefined || found === undefined) return { id: field, en: field }
  return { id: found.id.replace('*', name), en: found.en.replace('*', name) }
}

const valueWords: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  status: statusWords,
  class: classWords,
  service: serviceWords,
  role: roleWords,
  form: formWords,
}

/** What a word that the model offers is called; undefined for whatever somebody has typed freely. */
export function fieldValue(field: string, value: string): Bilingual | undefined {
  const words = valueWords[field.slice(field.lastIndexOf('.') + 1)]
  return words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined
}
