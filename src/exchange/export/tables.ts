import type { Point } from '../../model/scalars.ts'
import type { Cable, Network, Site, Splice, Structure } from '../../model/network.ts'
import { partsOfStep } from '../../model/strands.ts'
import { column, type Table } from '../../render/tables/column.ts'
import { sheet, type Sheet } from '../../render/tables/xlsx.ts'

/** Names of the things' own registers where they have one, so that an import knows them again. */
function refOf({
  id,
  declared,
}: {
  readonly id: string
  readonly declared: { readonly source?: { readonly ref: string } | undefined }
}): string {
  return declared.source?.ref ?? id
}

export interface Exported {
  readonly sites: readonly Site[]
  readonly structures: readonly Structure[]
  readonly cables: readonly Cable[]
  readonly splices: readonly Splice[]
}

/** What is in service or planned; nothing at all for a form. */
export function exportedFrom(network: Network, what: 'everything' | 'form'): Exported {
  if (what === 'form') return { sites: [], structures: [], cables: [], splices: [] }
  const alive = <T extends { readonly declared: { readonly status: string } }>(things: ReadonlyMap<string, T>): T[] =>
    [...things.values()].filter(({ declared }) => declared.status !== 'retired')
  // The way of a rented fibre is not known, and its cable is not ours to publish.
  const cables = alive(network.cables).filter(({ rented }) => rented === undefined)
  const own = new Set(cables.map(({ id }) => id))
  return {
    sites: alive(network.sites),
    structures: alive(network.structures),
    cables,
    splices: network.splices.filter(({ declared: { a, b } }) => [a, b].every(each => own.has(partsOfStep(each).name))),
  }
}

export const sitesTable = (sites: readonly Site[]): Table<Site> => ({
  rows: sites,
  columns: [
    column<Site>('kode_situs', 'Kode situs', 'Site code', 'code', 22, refOf),
    column<Site>('nama', 'Nama', 'Name', 'text', 40, ({ declared }) => declared.name),
    column<Site>('kecamatan', 'Kecamatan', 'Kecamatan', 'code', 12, ({ declared }) => declared.kecamatan),
    column<Site>('lintang', 'Lintang', 'Latitude', 'text', 12, ({ declared }) => String(declared.location.lat)),
    column<Site>('bujur', 'Bujur', 'Longitude', 'text', 12, ({ declared }) => String(declared.location.lon)),
    column<Site>('alamat', 'Alamat', 'Address', 'text', 40, ({ declared }) => declared.location.address),
    column<Site>('perangkat_daerah', 'Perangkat daerah', 'Agency', 'text', 40, ({ declared }) =>
      declared.tenants.join('; '),
    ),
    column<Site>('model_router', 'Model router', 'Model router', 'code', 24, ({ router }) => router.declared.model),
    column<Site>('versi', 'Versi', 'Version', 'code', 10, ({ router }) => router.declared.version),
    column<Site>('nomor_seri', 'Nomor seri', 'Serial number', 'code', 18, ({ router }) => router.declared.serial),
    column<Site>('nomor_kib', 'Nomor KIB', 'Asset number', 'code', 34, ({ router }) => router.declared.assetRegister),
    column<Site>(
      'jumlah_host',
      'Jumlah host',
      'Hosts',
      'integer',
      10,
      ({ segments }) => segments.find(({ id }) => id === 'data')?.declared.hosts,
    ),
    column<Site>('catatan', 'Catatan', 'Note', 'text', 40, ({ declared }) => declared.note),
  ],
})

export const structuresTable = (structures: readonly Structure[]): Table<Structure> => ({
  rows: structures,
  columns: [
    column<Structure>('label', 'Label', 'Label', 'code', 20, refOf),
    column<Structure>('jenis', 'Jenis', 'Kind', 'code', 12, ({ declared }) => declared.kind),
    column<Structure>('lintang', 'Lintang', 'Latitude', 'text', 12, ({ point }) => String(point[1])),
    column<Structure>('bujur', 'Bujur', 'Longitude', 'text', 12, ({ point }) => String(point[0])),
    column<Structure>('pemilik', 'Pemilik', 'Owner', 'code', 14, ({ declared }) => declared.owner),
    column<Structure>('jumlah_port', 'Jumlah port', 'Ports', 'integer', 10, ({ declared }) => declared.ports),
    column<Structure>('jumlah_tray', 'Jumlah tray', 'Trays', 'integer', 10, ({ declared }) => declared.trays),
    column<Structure>('tinggi_m', 'Tinggi (m)', 'Height (m)', 'decimal', 10, ({ declared }) => declared.heightM),
    column<Structure>('bahan', 'Bahan', 'Material', 'code', 10, ({ declared }) => declared.material),
    column<Structure>('status', 'Status', 'Status', 'code', 10, ({ declared }) => declared.status),
    column<Structure>('tanggal_pasang', 'Tanggal pasang', 'Installed', 'date', 12, ({ declared }) => declared.built),
  ],
})

export const cablesTable = (cables: readonly Cable[]): Table<Cable> => ({
  rows: cables,
  columns: [
    column<Cable>('kode_kabel', 'Kode kabel', 'Cable code', 'code', 20, refOf),
    column<Cable>('jumlah_core', 'Jumlah core', 'Cores', 'integer', 10, ({ type }) => type.declared.cores),
    column<Cable>('jalan', 'Jalan', 'Along', 'text', 60, cable => structuresAlong(cable).map(refOf).join('; ')),
    column<Cable>('pemasangan', 'Pemasangan', 'Installation', 'code', 12, ({ spans }) => spans[0]?.declared.kind),
    column<Cable>('duct', 'Duct', 'Duct', 'code', 14, cable => alike(cable, 'duct')),
    column<Cable>('galian', 'Galian', 'Trench', 'code', 14, cable => alike(cable, 'trench')),
    column<Cable>('kedalaman_m', 'Kedalaman (m)', 'Depth (m)', 'decimal', 10, cable => alike(cable, 'depthM')),
    column<Cable>('status', 'Status', 'Status', 'code', 10, ({ declared }) => declared.status),
    column<Cable>('tanggal_pasang', 'Tanggal pasang', 'Installed', 'date', 12, ({ declared }) => declared.built),
  ],
})

/** What all spans of a cable say alike; nothing where they differ. */
function alike<Key extends 'duct' | 'trench' | 'depthM'>(
  { spans }: Cable,
  key: Key,
): Cable['spans'][number]['declared'][Key] {
  const said = spans[0]?.declared[key]
  return spans.every(({ declared }) => declared[key] === said) ? said : undefined
}

/** A splice a row: of a range in a file every pair of its cores. */
export const splicesTable = (splices: readonly Splice[], cables: readonly Cable[]): Table<Splice> => {
  const refs = new Map(cables.map(cable => [cable.id, refOf(cable)]))
  const cable = (strand: string): string => refs.get(partsOfStep(strand).name) ?? partsOfStep(strand).name
  const core = (strand: string): number | undefined => partsOfStep(strand).number
  return {
    rows: splices,
    columns: [
      column<Splice>('sambungan', 'Sambungan', 'Closure', 'code', 20, ({ closure }) => refOf(closure)),
      column<Splice>('no_tray', 'No tray', 'Tray no', 'integer', 8, ({ declared }) => declared.tray),
      column<Splice>('kabel_a', 'Kabel A', 'Cable A', 'code', 20, ({ declared }) => cable(declared.a)),
      column<Splice>('core_a', 'Core A', 'Core A', 'integer', 8, ({ declared }) => core(declared.a)),
      column<Splice>('sisi_a', 'Sisi A', 'Side A', 'code', 8, ({ declared }) => declared.aSide),
      column<Splice>('kabel_b', 'Kabel B', 'Cable B', 'code', 20, ({ declared }) => cable(declared.b)),
      column<Splice>('core_b', 'Core B', 'Core B', 'integer', 8, ({ declared }) => core(declared.b)),
      column<Splice>('sisi_b', 'Sisi B', 'Side B', 'code', 8, ({ declared }) => declared.bSide),
      column<Splice>('redaman_db', 'Redaman (dB)', 'Loss (dB)', 'decimal', 10, ({ declared }) => declared.lossDb),
      column<Splice>('tanggal_ukur', 'Tanggal ukur', 'Measured', 'date', 12, ({ declared }) => declared.measured),
    ],
  }
}

/** Structures of a cable in its own order: each span is turned so that it goes on from the one before. */
export function structuresAlong({ declared, spans }: Cable): Structure[] {
  const [first, second] = spans
  if (first === undefined) return []
  const touches = (structure: Structure): boolean =>
    second !== undefined && [second.from.id, second.to.id].includes(structure.id)
  const begins =
    declared.from === undefined
      ? touches(first.from) && !touches(first.to)
        ? first.to
        : first.from
      : declared.from === first.to.id
        ? first.to
        : first.from
  const along = [begins]
  for (const { from, to } of spans) {
    const last = along.at(-1)
    along.push(last?.id === from.id ? to : from)
  }
  return along
}

interface CableHop {
  readonly from: Structure
  readonly to: Structure
  /** Bends included. */
  readonly points: readonly Point[]
}

/** A cable from structure to structure, in its own order. */
export function hopsAlong(cable: Cable): CableHop[] {
  const along = structuresAlong(cable)
  return along.slice(1).flatMap((to, i): CableHop[] => {
    const [from, span] = [along[i], cable.spans[i]]
    if (from === undefined || span === undefined) return []
    const via = span.declared.via ?? []
    return [{ from, to, points: [from.point, ...(span.from.id === from.id ? via : via.toReversed()), to.point] }]
  })
}

/** The drawn line of a cable, bends included. */
export function lineAlong(cable: Cable): Point[] {
  return hopsAlong(cable).flatMap(({ points }, i) => (i === 0 ? points : points.slice(1)))
}

export function exportSheets({ sites, structures, cables, splices }: Exported): Sheet[] {
  return [
    sheet('Situs', sitesTable(sites)),
    sheet('Struktur', structuresTable(structures)),
    sheet('Kabel', cablesTable(cables)),
    sheet('Splice', splicesTable(splices, cables)),
  ]
}
