import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { tableKinds } from '../../show/kinds.ts'
import type { FilledTable } from '../../show/table.ts'
import { things } from '../../words/things.ts'
import type { World } from '../world/world.ts'
import { lossesOf } from './losses.ts'

type TableName = keyof typeof tableKinds

/** What a table is called, what else people call it, and which table of `serat show` it is, where it is one. */
interface Listed {
  readonly words: Bilingual
  readonly more: string
  readonly table?: TableName
  /** A table of its own, of which `serat show` has none. */
  readonly filled?: (world: World) => FilledTable
}

function ofKind(kind: keyof typeof things, more: string, table?: TableName): Listed {
  const { id, many } = things[kind]
  return { words: { id, en: many }, more, ...(table === undefined ? {} : { table }) }
}

/** Every table by its address below `list/`: kinds of things, and what is there, taken or free. */
export const listWords: Readonly<Record<string, Listed>> = {
  site: ofKind('site', 'daftar list kantor offices', 'sites'),
  tenant: ofKind('tenant', 'daftar list opd instansi public services layanan publik', 'tenants'),
  router: ofKind('router', 'daftar list devices perangkat version versi model serial', 'routers'),
  circuit: ofKind('circuit', 'daftar list leased sewa bandwidth', 'circuits'),
  uplink: ofKind('uplink', 'daftar list internet', 'uplinks'),
  contract: ofKind('contract', 'daftar list', 'contracts'),
  provider: ofKind('provider', 'daftar list npwp'),
  budget: ofKind('budget', 'daftar list pagu ceiling rekening dpa'),
  payment: ofKind('payment', 'daftar list sp2d bayar'),
  ticket: ofKind('ticket', 'daftar list gangguan outage downtime sla'),
  claim: ofKind('claim', 'daftar list restitusi restitution'),
  work: ofKind('work', 'daftar list maintenance pemeliharaan jadwal'),
  waiver: ofKind('waiver', 'daftar list diterima accepted', 'waivers'),
  area: ofKind('area', 'daftar list wilayah district'),
  route: ofKind('route', 'daftar list fibre serat loss redaman', 'routes'),
  cable: ofKind('cable', 'daftar list fibre serat panjang length'),
  structure: ofKind('structure', 'daftar list tiang poles closures odf handhole'),
  span: ofKind('span', 'daftar list'),
  zone: ofKind('zone', 'daftar list', 'zones'),
  prefix: { words: { id: 'prefiks', en: 'prefixes' }, more: 'daftar list alamat addresses ip', table: 'prefixes' },
  ports: { words: { id: 'port router', en: 'router ports' }, more: 'free kosong used dipakai', table: 'ports' },
  odf: { words: { id: 'port ODF', en: 'ODF ports' }, more: 'free kosong splitter', table: 'odf' },
  cores: { words: { id: 'core kabel', en: 'cable cores' }, more: 'free kosong lit serat fibre', table: 'cores' },
  spare: { words: { id: 'suku cadang', en: 'spares' }, more: 'spare cadangan gudang', table: 'spare' },
  optics: { words: { id: 'kelas optik', en: 'optics classes' }, more: 'sfp budget', table: 'optics' },
  models: { words: { id: 'model router', en: 'router models' }, more: 'platform', table: 'models' },
  losses: {
    words: { id: 'redaman rute', en: 'losses of routes' },
    more: 'loss margin budget anggaran daya db dbm serat panjang length',
    filled: lossesOf,
  },
  measurements: {
    words: { id: 'pengukuran', en: 'measurements' },
    more: 'otdr trace power jejak daya',
    table: 'measurements',
  },
  calibration: { words: { id: 'kalibrasi', en: 'calibration' }, more: 'otdr index', table: 'calibration' },
  'build-or-lease': {
    words: { id: 'bangun atau sewa', en: 'build or lease' },
    more: 'cost biaya',
    table: 'build-or-lease',
  },
}

export function isListed(kind: string): boolean {
  return Object.hasOwn(listWords, kind)
}
