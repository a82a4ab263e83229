import { byText } from '../../text/order.ts'
import { isUnread, unread, type Remark, type Table, type Told, type Unread } from '../table.ts'
import { readFeatures } from './geojson.ts'
import { limits } from './limits.ts'
import { unzipped } from './zip.ts'

/** The files of one layer by their ending: `shp`, `dbf`, `prj`, `cpg`. */
export type Layer = ReadonlyMap<string, Uint8Array>

/** Every layer of a zipped shapefile. */
export async function readShapeZip(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const parts = await unzipped(bytes, name => /\.(shp|dbf|prj|cpg)$/i.test(name))
  if (isUnread(parts)) return parts
  const layers = [...Map.groupBy(parts, ([name]) => name.replace(/\.[^.]*$/, ''))]
    .map(([name, own]): [string, Layer] => [
      name,
      new Map(own.map(([path, part]) => [path.slice(-3).toLowerCase(), part])),
    ])
    .filter(([, layer]) => layer.has('shp'))
    .toSorted(byText(([name]) => name))
  if (layers.length === 0) return unread('tidak ada .shp di dalam arsip ini', 'there is no .shp in this archive')
  const tables: Table[] = []
  const remarks: Remark[] = []
  for (const [name, layer] of layers) {
    const told = await readLayer(file, layer, name.slice(name.lastIndexOf('/') + 1))
    if (isUnread(told)) return told
    tables.push(...told.tables)
    remarks.push(...told.remarks)
  }
  return { tables, remarks }
}

/**
 * One layer (ESRI, 1998). Without a `.prj` its numbers stay what they are: degrees, or metres of a zone that is to be
 * guessed.
 */
export async function readLayer(file: string, layer: Layer, sheet?: string): Promise<Told | Unread> {
  const [shp, dbf] = [layer.get('shp'), layer.get('dbf')]
  if (shp === undefined) return unread('tanpa .shp', 'without a .shp')
  const { parseShp, parseDbf } = await import('shpjs')
  const text = (ending: string): string | undefined => {
    const part = layer.get(ending)
    return part === undefined ? undefined : new TextDecoder().decode(part).trim()
  }
  try {
    if (dbf !== undefined && dbfRows(dbf) > limits.rows)
      return unread(`lebih dari ${limits.rows} baris`, `more than ${limits.rows} rows`)
    const shapes = parseShp(copied(shp), text('prj'))
    const rows = dbf === undefined ? [] : parseDbf(copied(dbf), text('cpg') ?? 'windows-1252')
    const features = shapes.map((geometry, i) => ({ type: 'Feature', geometry, properties: rows[i] ?? {} }))
    const told =
      readFeatures(file, { type: 'FeatureCollection', features }, sheet) ?? unread('tidak terbaca', 'cannot be read')
    if (isUnread(told)) return told
    const noTable: Remark[] =
      dbf === undefined
        ? [
            {
              at: { file, ...(sheet === undefined ? {} : { sheet }) },
              certainty: 'guessed',
              why: { id: 'tanpa .dbf: bentuk tanpa nama', en: 'without a .dbf: shapes without names' },
            },
          ]
        : []
    return { tables: told.tables, remarks: [...noTable, ...told.remarks] }
  } catch (error) {
    if (error instanceof Error) return unread('shapefile ini rusak', 'this shapefile is damaged')
    throw error
  }
}

/** Number of records by its own head, where it has one that its bytes can hold. */
function dbfRows(dbf: Uint8Array): number {
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  const [count, head, size] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  return size === 0 || head + count * size > dbf.length + 1 ? Number.POSITIVE_INFINITY : count
}

/** The library reads behind the offset of a view where several share a buffer. */
function copied(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}
