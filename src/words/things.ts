import type { Bilingual } from '../diagnostic/diagnostic.ts'

/** What a kind of thing is called; Indonesian has no plural. */
export interface Noun extends Bilingual {
  /** The English plural. */
  readonly many: string
}

/**
 * The names of all kinds of things, as the field says them.
 *
 * - *sirkuit*, not *sirkit* or *sirkuit sewa*: what is leased is said where it stands against *serat milik*, as in a
 *   heading.
 * - *hand-off*, as technicians and providers say it: *serah terima* is the law's word for accepting a delivery (BAST).
 * - *bentang* (PLN: from pole to pole), not *bentangan*; *rute* for a route of light, since *jalur* is the way that
 *   it takes.
 * - *situs*, not *lokasi*, which is where it lies; *perangkat daerah*, the law's word, not *penyewa*: agencies rent
 *   nothing.
 */
export const things = {
  network: { id: 'jaringan', en: 'network', many: 'networks' },
  site: { id: 'situs', en: 'site', many: 'sites' },
  tenant: { id: 'perangkat daerah', en: 'agency', many: 'agencies' },
  area: { id: 'kecamatan', en: 'kecamatan', many: 'kecamatan' },
  building: { id: 'gedung', en: 'building', many: 'buildings' },
  feeder: { id: 'penyulang listrik', en: 'power feeder', many: 'power feeders' },
  router: { id: 'router', en: 'router', many: 'routers' },
  port: { id: 'port router', en: 'router port', many: 'router ports' },
  link: { id: 'link', en: 'link', many: 'links' },
  tunnel: { id: 'terowongan', en: 'tunnel', many: 'tunnels' },
  zone: { id: 'zona', en: 'zone', many: 'zones' },
  segment: { id: 'segmen', en: 'segment', many: 'segments' },
  host: { id: 'host', en: 'host', many: 'hosts' },
  plant: { id: 'area jaringan serat', en: 'plant area', many: 'plant areas' },
  route: { id: 'rute', en: 'route', many: 'routes' },
  structure: { id: 'struktur', en: 'structure', many: 'structures' },
  closure: { id: 'closure/ODF', en: 'closure/ODF', many: 'closures/ODFs' },
  trench: { id: 'galian', en: 'trench', many: 'trenches' },
  span: { id: 'bentang', en: 'span', many: 'spans' },
  cable: { id: 'kabel', en: 'cable', many: 'cables' },
  darkfibre: { id: 'serat sewa', en: 'rented fibre', many: 'rented fibres' },
  cabletype: { id: 'jenis kabel', en: 'cable type', many: 'cable types' },
  core: { id: 'core kabel', en: 'cable core', many: 'cable cores' },
  splice: { id: 'sambungan', en: 'splice', many: 'splices' },
  slack: { id: 'gulungan cadangan', en: 'slack coil', many: 'slack coils' },
  run: { id: 'deretan bentang', en: 'run of spans', many: 'runs of spans' },
  optic: { id: 'kelas optik', en: 'optics class', many: 'optics classes' },
  circuit: { id: 'sirkuit', en: 'circuit', many: 'circuits' },
  handoff: { id: 'hand-off', en: 'hand-off', many: 'hand-offs' },
  uplink: { id: 'uplink', en: 'uplink', many: 'uplinks' },
  provider: { id: 'penyedia', en: 'provider', many: 'providers' },
  contract: { id: 'kontrak', en: 'contract', many: 'contracts' },
  budget: { id: 'pos anggaran', en: 'budget line', many: 'budget lines' },
  payment: { id: 'pembayaran', en: 'payment', many: 'payments' },
  ticket: { id: 'tiket gangguan', en: 'ticket', many: 'tickets' },
  claim: { id: 'klaim restitusi', en: 'claim', many: 'claims' },
  work: { id: 'pekerjaan terencana', en: 'planned work', many: 'planned works' },
  trace: { id: 'jejak reflektometer', en: 'reflectometer trace', many: 'reflectometer traces' },
  power: { id: 'pembacaan daya', en: 'power reading', many: 'power readings' },
  waiver: { id: 'pengecualian', en: 'waiver', many: 'waivers' },
  model: { id: 'model router', en: 'router model', many: 'router models' },
  component: { id: 'komponen', en: 'component', many: 'components' },
} as const satisfies Record<string, Noun>

type ThingKind = keyof typeof things

/** The noun of a kind; a kind that the book does not know is its own name. */
export function nounOf(kind: string): Noun {
  return Object.hasOwn(things, kind) ? things[kind as ThingKind] : { id: kind, en: kind, many: kind }
}

/** What stands in the field, by the kind that its declaration names. */
export const structures = {
  pole: { id: 'tiang', en: 'pole', many: 'poles' },
  handhole: { id: 'handhole', en: 'handhole', many: 'handholes' },
  manhole: { id: 'manhole', en: 'manhole', many: 'manholes' },
  closure: { id: 'closure', en: 'closure', many: 'closures' },
  odf: { id: 'ODF', en: 'ODF', many: 'ODFs' },
  cabinet: { id: 'kabinet', en: 'cabinet', many: 'cabinets' },
  building: things.building,
  splitter: { id: 'splitter', en: 'splitter', many: 'splitters' },
  multiplexer: { id: 'multiplekser', en: 'multiplexer', many: 'multiplexers' },
} as const satisfies Record<string, Noun>

/** As a sentence or a heading begins: `Perangkat daerah`. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Kind and id of any declared thing: `sirkuit ckt-a-1`. */
export function thingName({ kind, id }: { readonly kind: string; readonly id: string }): Bilingual {
  const noun = nounOf(kind)
  return { id: `${noun.id} ${id}`, en: `${noun.en} ${id}` }
}

/** Several of one kind: `sites dishub, kec-wedi`. */
export function thingNames(kind: string, ids: Bilingual): Bilingual {
  const noun = nounOf(kind)
  return { id: `${noun.id} ${ids.id}`, en: `${noun.many} ${ids.en}` }
}

/** Kind and id of a structure: `tiang T-0418`. */
export function structureName({
  id,
  declared: { kind },
}: {
  readonly id: string
  readonly declared: { readonly kind: keyof typeof structures }
}): Bilingual {
  return { id: `${structures[kind].id} ${id}`, en: `${structures[kind].en} ${id}` }
}
