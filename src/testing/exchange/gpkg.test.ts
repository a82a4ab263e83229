import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { exportArtifacts } from '../../exchange/export/export.ts'
import { readFile } from '../../exchange/read/read.ts'
import { databaseOf } from '../../exchange/sqlite.ts'
import { isUnread } from '../../exchange/table.ts'
import { emptyRegency, knownOf, today } from './base.ts'

async function exported(): Promise<Uint8Array> {
  const artifact = exportArtifacts('gpkg', { ...knownOf(emptyRegency()), asOf: today }, 'everything').find(
    ({ path }) => path === 'serat.gpkg',
  )
  const bytes = await artifact?.content()
  if (!(bytes instanceof Uint8Array)) throw new Error('no GeoPackage')
  return bytes
}

test('the SQLite of Node reads what was written: a sound file, its number, its layers, points in little endian where the sites are; the same bytes each time', async () => {
  const bytes = await exported()
  expect(Buffer.compare(bytes, await exported())).toBe(0)
  const folder = mkdtempSync(join(tmpdir(), 'serat-gpkg-'))
  try {
    writeFileSync(join(folder, 'a.gpkg'), bytes)
    const database = new DatabaseSync(join(folder, 'a.gpkg'), { readOnly: true })
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    expect(database.prepare('PRAGMA application_id').get()).toEqual({ application_id: 0x47504b47 })
    expect(database.prepare('SELECT table_name, srs_id FROM gpkg_contents ORDER BY 1').all()).toEqual([
      { table_name: 'kabel', srs_id: 4326 },
      { table_name: 'situs', srs_id: 4326 },
      { table_name: 'struktur', srs_id: 4326 },
    ])
    const site = database.prepare("SELECT geom FROM situs WHERE kode_situs = 'pusat'").get()
    const geom = site?.['geom']
    if (!(geom instanceof Uint8Array)) throw new Error('no geometry')
    const blob = Buffer.from(geom)
    expect([blob.toString('latin1', 0, 2), blob.readInt32LE(4), blob.readUInt32LE(9)]).toEqual(['GP', 4326, 1])
    expect([blob.readDoubleLE(13), blob.readDoubleLE(21)]).toEqual([110.6061, -7.7025])
    database.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('metres of a zone become degrees by the reference system that the file names; a view is told and never run', async () => {
  const database = await databaseOf(await exported())
  database.exec(`
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 / UTM zone 49S', 32749, 'EPSG', 32749,
      'PROJCS["WGS 84 / UTM zone 49S",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",111],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",10000000],UNIT["metre",1]]', NULL);
    CREATE TABLE tiang (fid INTEGER PRIMARY KEY, geom POINT, "Kode ""Tiang""" TEXT);
    INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('tiang', 'features', 32749), ('kosong', 'features', 32749);
    INSERT INTO gpkg_geometry_columns VALUES ('tiang', 'geom', 'POINT', 32749, 0, 0);
    CREATE VIEW kosong AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;`)
  const blob = Buffer.alloc(29)
  blob.write('GP')
  blob.writeUInt8(1, 3)
  blob.writeInt32LE(32749, 4)
  blob.writeUInt8(1, 8)
  blob.writeUInt32LE(1, 9)
  blob.writeDoubleLE(456_400, 13)
  blob.writeDoubleLE(9_148_000, 21)
  database.run('INSERT INTO tiang VALUES (7, ?, ?)', [blob, 'T-7'])
  const told = await readFile('survei.gpkg', database.export())
  database.close()
  if (isUnread(told)) throw new Error(told.unread.en)
  expect(told.remarks).toMatchObject([{ at: { sheet: 'kosong' }, certainty: 'left-out', why: { en: /was not run/ } }])
  const row = told.tables.find(({ sheet }) => sheet === 'tiang')?.rows[0]
  expect([...(row?.cells ?? [])]).toEqual([
    ['fid', 7],
    ['Kode "Tiang"', 'T-7'],
  ])
  const shape = row?.shape
  expect(shape?.kind === 'point' ? shape.at.map(each => each.toFixed(4)) : shape).toEqual(['110.6046', '-7.7077'])
})
