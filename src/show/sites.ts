import type { Circuit, Site } from '../model/network.ts'
import { column } from '../render/tables/column.ts'
import type { connectionWords } from '../words/declared.ts'
import { ids, list, table, type Shown } from './table.ts'

interface Row {
  readonly site: Site
  readonly circuits: readonly Circuit[]
  readonly routes: readonly string[]
}

const columns = [
  column<Row>('site', 'Situs', 'Site', 'code', 20, ({ site }) => site.id),
  column<Row>('name', 'Nama', 'Name', 'text', 40, ({ site }) => site.declared.name),
  column<Row>('class', 'Kelas', 'Class', 'text', 10, ({ site }) => site.declared.class),
  column<Row>(
    'kecamatan',
    'Kecamatan',
    'Kecamatan',
    'text',
    18,
    ({ site }) => site.area?.declared.name ?? site.declared.kecamatan,
  ),
  column<Row>('connection', 'Sambungan', 'Connection', 'text', 12, connectionOf),
  column<Row>('router', 'Router', 'Router', 'code', 20, ({ site }) => site.router.id),
  column<Row>('model', 'Model', 'Model', 'text', 18, ({ site }) => site.router.declared.model),
  list<Row>('tenants', 'Perangkat daerah', 'Agencies', 30, ({ site }) => ids(site.tenants)),
  list<Row>('segments', 'Segmen', 'Segments', 30, ({ site }) => ids(site.segments)),
  list<Row>('circuits', 'Sirkuit', 'Circuits', 40, ({ circuits }) => ids(circuits)),
  list<Row>('routes', 'Rute serat', 'Fibre routes', 40, ({ routes }) => routes),
  column<Row>('lat', 'Lintang', 'Latitude', 'decimal', 11, ({ site }) => site.declared.location.lat),
  column<Row>('lon', 'Bujur', 'Longitude', 'decimal', 11, ({ site }) => site.declared.location.lon),
  column<Row>('quality', 'Mutu titik', 'Point quality', 'text', 12, ({ site }) => site.declared.location.quality),
  column<Row>('status', 'Status', 'Status', 'text', 10, ({ site }) => site.declared.status),
]

export const sites = table<Row>({
  rows,
  idOf: ({ site }) => site.id,
  columns,
  narrow: columns.filter(({ key }) => !['segments', 'routes', 'lat', 'lon', 'quality', 'router'].includes(key)),
})

function rows({ network }: Shown): Row[] {
  const { circuitsOfSite, routesOfRouter } = network.index
  return [...network.sites.values()].map(site => ({
    site,
    circuits: circuitsOfSite.get(site.id) ?? [],
    routes: [...new Set(ids([site.router, ...site.cores].flatMap(({ id }) => routesOfRouter.get(id) ?? [])))],
  }))
}

function connectionOf({ site, circuits, routes }: Row): keyof typeof connectionWords {
  if (site.cores.length > 0) return 'hub'
  if (routes.length === 0) return circuits.length === 0 ? 'none' : 'leased'
  return circuits.length === 0 ? 'fibre' : 'fibre+leased'
}
