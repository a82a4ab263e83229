import type { Database } from 'sql.js'
import type { Point } from '../../model/scalars.ts'
import type { Cell, Column, Table } from '../../render/tables/column.ts'
import { databaseOf, quotedName } from '../sqlite.ts'
import { drawnColumns } from './geo.ts'
import { cablesTable, lineAlong, sitesTable, structuresTable, type Exported } from './tables.ts'

/**
 * OGC GeoPackage 1.3 (OGC 12-128r17), clauses 1.1.1 to 2.1: one layer a kind in WGS 84, the columns of its table beside
 * the geometry.
 */
export async function exportGpkg({ sites, structures, cables }: Exported, asOf: string): Promise<Uint8Array> {
  const database = await databaseOf()
  try {
    database.exec(frame)
    layer(database, asOf, {
      name: 'situs',
      title: 'Situs',
      geometry: 'POINT',
      table: sitesTable(sites),
      pointsOf: ({ declared: { location } }) => [[location.lon, location.lat]],
    })
    layer(database, asOf, {
      name: 'struktur',
      title: 'Struktur',
      geometry: 'POINT',
      table: structuresTable(structures),
      pointsOf: ({ point }) => [point],
    })
    layer(database, asOf, {
      name: 'kabel',
      title: 'Kabel',
      geometry: 'LINESTRING',
      table: cablesTable(cables),
      pointsOf: lineAlong,
    })
    return database.export()
  } finally {
    database.close()
  }
}

const wgs84 =
  'GEOGCS["WGS 84",' +
  'DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],' +
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],' +
  'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],' +
  'AUTHORITY["EPSG","4326"]]'

/**
 * `GPKG` as the number of its application, and the tables that every GeoPackage has (clauses 1.1.1.1, 1.1.2, 1.1.3,
 * 2.1.5).
 */
const frame = `
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, '${wgs84}', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);`

interface Layer<Row> {
  readonly name: string
  readonly title: string
  readonly geometry: 'POINT' | 'LINESTRING'
  readonly table: Table<Row>
  readonly pointsOf: (row: Row) => readonly Point[]
}

function layer<Row>(database: Database, asOf: string, { name, title, geometry, table, pointsOf }: Layer<Row>): void {
  const columns = table.columns.filter(({ key }) => !drawnColumns.has(key))
  database.exec(
    `CREATE TABLE ${quotedName(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${geometry}, ` +
      `${columns.map(declared).join(', ')})`,
  )
  const rows = table.rows.map(row => ({ row, points: pointsOf(row) }))
  const box = boxOf(rows.flatMap(({ points }) => points))
  database.run("INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, 4326)", [
    name,
    title,
    `${asOf}T00:00:00.000Z`,
    ...(box ?? [null, null, null, null]),
  ])
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", [name, geometry])
  const insert = database.prepare(
    `INSERT INTO ${quotedName(name)} VALUES (NULL, ?, ${columns.map(() => '?').join(', ')})`,
  )
  database.exec('BEGIN')
  for (const { row, points } of rows)
    insert.run([blobOf(points, geometry), ...columns.map(({ value }) => filled(value(row)))])
  database.exec('COMMIT')
  insert.free()
}

function declared({ key, format }: Pick<Column<never>, 'key' | 'format'>): string {
  const type = format === 'integer' || format === 'rupiah' ? 'INTEGER' : format === 'decimal' ? 'DOUBLE' : format
  return `${quotedName(key)} ${type === 'date' ? 'DATE' : type === 'text' || type === 'code' ? 'TEXT' : type}`
}

function filled(cell: Cell): string | number | null {
  return cell === undefined || cell === '' ? null : cell
}

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf(points: readonly Point[]): Box | undefined {
  const [first] = points
  if (first === undefined) return undefined
  const start: Box = [first[0], first[1], first[0], first[1]]
  return points.reduce<Box>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    start,
  )
}

const wgs84Id = 4326
const littleEndian = 1
/**
 * Of the flags: bytes in little endian, and behind them a box in the order of west, east, south, north (clause 2.1.3).
 */
const withBox = 0b011

/** A geometry as the format wraps it: its own head, then well-known binary (OGC 06-103r4, clause 8). */
function blobOf(points: readonly Point[], geometry: Layer<never>['geometry']): Uint8Array {
  const isLine = geometry === 'LINESTRING'
  const box = isLine ? boxOf(points) : undefined
  const head = box === undefined ? 8 : 40
  const view = new DataView(new ArrayBuffer(head + 5 + (isLine ? 4 : 0) + 16 * points.length))
  view.setUint16(0, 0x4750)
  view.setUint8(3, box === undefined ? littleEndian : withBox)
  view.setInt32(4, wgs84Id, true)
  if (box !== undefined)
    for (const [i, edge] of [box[0], box[2], box[1], box[3]].entries()) view.setFloat64(8 + 8 * i, edge, true)
  view.setUint8(head, littleEndian)
  view.setUint32(head + 1, isLine ? 2 : 1, true)
  if (isLine) view.setUint32(head + 5, points.length, true)
  for (const [i, [lon, lat]] of points.entries()) {
    const at = head + (isLine ? 9 : 5) + 16 * i
    view.setFloat64(at, lon, true)
    view.setFloat64(at + 8, lat, true)
  }
  return new Uint8Array(view.buffer)
}
