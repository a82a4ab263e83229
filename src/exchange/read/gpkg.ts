import type { Database } from 'sql.js'
import { databaseOf, quotedName } from '../sqlite.ts'
import { isUnread, unread, type Remark, type Table, type Told, type Unread } from '../table.ts'
import { readFeatures } from './geojson.ts'
import { limits } from './limits.ts'
import { geometryOf } from './wkb.ts'

const signature = 'SQLite format 3\0'

/**
 * Layers and plain tables of a GeoPackage (OGC 12-128). Only true tables are asked, by their stored columns: views and
 * computed columns are programs.
 */
export async function readGpkg(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 16)) !== signature)
    return unread('ini bukan GeoPackage', 'this is no GeoPackage')
  let database: Database | undefined
  try {
    database = await databaseOf(bytes)
    return layersIn(file, database, await fromAny())
  } catch (error) {
    // SQLite throws plain errors with its own words.
    if (error instanceof Error) return unread('GeoPackage ini rusak', 'this GeoPackage is damaged')
    throw error
  } finally {
    database?.close()
  }
}

type ToDegrees = (definition: string, at: readonly number[]) => readonly number[]

async function fromAny(): Promise<ToDegrees> {
  const { default: proj4 } = await import('proj4')
  return (definition, [x = Number.NaN, y = Number.NaN]) =>
    proj4(definition, 'WGS84', [x, y]).map(each => Number(each.toFixed(7)))
}

interface Content {
  readonly table: string
  readonly geometry: string | undefined
  /** Of its coordinates; undefined where they are degrees of WGS 84 already, or nobody says what they are. */
  readonly projection: string | undefined
}

function layersIn(file: string, database: Database, toDegrees: ToDegrees): Told | Unread {
  const stored = new Set(
    valuesOf(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").map(
      ([name]) => String(name),
    ),
  )
  if (!stored.has('gpkg_contents')) return unread('ini bukan GeoPackage', 'this is no GeoPackage')
  const tables: Table[] = []
  const remarks: Remark[] = []
  for (const content of contentsOf(database, stored)) {
    if (!stored.has(content.table)) {
      const why = { id: 'bukan tabel: tidak dijalankan', en: 'no table: it was not run' }
      remarks.push({ at: { file, sheet: content.table }, certainty: 'left-out', why })
      continue
    }
    const features = featuresOf(database, content, toDegrees)
    if (isUnread(features)) return features
    const told = readFeatures(file, { type: 'FeatureCollection', features }, content.table)
    if (told === undefined) continue
    if (isUnread(told)) return told
    tables.push(...told.tables)
    remarks.push(...told.remarks)
  }
  return { tables, remarks }
}

function contentsOf(database: Database, stored: ReadonlySet<string>): Content[] {
  const has = stored.has('gpkg_geometry_columns') && stored.has('gpkg_spatial_ref_sys')
  const rows = valuesOf(
    database,
    has
      ? `SELECT c.table_name, g.column_name, s.organization_coordsys_id, s.definition FROM gpkg_contents c
         LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
         LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
         WHERE c.data_type IN ('features', 'attributes') ORDER BY c.table_name LIMIT ${limits.parts}`
      : "SELECT table_name, NULL, NULL, NULL FROM gpkg_contents WHERE data_type = 'attributes' ORDER BY table_name LIMIT 2000",
  )
  return rows.map(([table, geometry, srs, definition]) => ({
    table: String(table),
    geometry: typeof geometry === 'string' ? geometry : undefined,
    projection:
      typeof definition === 'string' && /^(PROJ|GEOG)/i.test(definition) && srs !== 4326 ? definition : undefined,
  }))
}

function featuresOf(
  database: Database,
  { table, geometry, projection }: Content,
  toDegrees: ToDegrees,
): object[] | Unread {
  // `hidden` tells columns that are computed (2 and 3) from those that are stored.
  const columns = valuesOf(database, `PRAGMA table_xinfo(${quotedName(table)})`)
    .filter(info => info[6] === 0)
    .map(info => String(info[1]))
    .slice(0, limits.columns)
  if (columns.length === 0) return []
  const names = columns.map(name => `${quotedName(table)}.${quotedName(name)}`).join(', ')
  const rows = valuesOf(database, `SELECT ${names} FROM ${quotedName(table)} LIMIT ${limits.rows + 1}`)
  if (rows.length > limits.rows) return unread(`lebih dari ${limits.rows} baris`, `more than ${limits.rows} rows`)
  return rows.map(row => {
    const cells = row.map((value, i) => [columns[i] ?? '', value] as const)
    const blob = cells.find(([name]) => name === geometry)?.[1]
    const properties = Object.fromEntries(cells.filter(([name]) => name !== geometry))
    return {
      type: 'Feature',
      geometry: blob instanceof Uint8Array ? inDegrees(shapeIn(blob), projection, toDegrees) : null,
      properties,
    }
  })
}

/**
 * Behind the head of the format (`GP`, version, flags, reference system) a box of 0 to 8 numbers, then the geometry.
 */
function shapeIn(blob: Uint8Array): unknown {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) return null
  const flags = blob[3] ?? 0
  const boxNumbers = [0, 4, 6, 6, 8][(flags >> 1) & 7]
  const isEmpty = (flags & 0x10) !== 0
  if (isEmpty || boxNumbers === undefined) return null
  try {
    return geometryOf(blob, 8 + 8 * boxNumbers)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function inDegrees(geometry: unknown, projection: string | undefined, toDegrees: ToDegrees): unknown {
  if (projection === undefined || typeof geometry !== 'object' || geometry === null) return geometry
  const turned = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    return value.every(each => typeof each === 'number') && value.length >= 2
      ? toDegrees(projection, value)
      : value.map(turned)
  }
  return { ...geometry, ...('coordinates' in geometry ? { coordinates: turned(geometry.coordinates) } : {}) }
}

function valuesOf(database: Database, query: string): readonly (readonly unknown[])[] {
  return database.exec(query)[0]?.values ?? []
}
