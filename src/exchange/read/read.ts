import { unread, type Told, type Unread } from '../table.ts'
import { readCsv } from './csv.ts'
import { limits } from './limits.ts'

/** What lies beside a file under another ending: of `poles.shp` the `poles.dbf`. */
type Beside = (ending: string) => Uint8Array | undefined

type Reader = (file: string, bytes: Uint8Array, beside: Beside) => Promise<Told | Unread>

const byEnding: Readonly<Record<string, () => Promise<Reader>>> = {
  csv: async () => readCsv,
  tsv: async () => readCsv,
  txt: async () => readCsv,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  xlsm: async () => (await import('./xlsx.ts')).readXlsx,
  kml: async () => (await import('./kml.ts')).readKml,
  kmz: async () => (await import('./kml.ts')).readKmz,
  json: async () => (await import('./json.ts')).readJson,
  geojson: async () => (await import('./json.ts')).readJson,
  geojsonl: async () => (await import('./json.ts')).readJson,
  ndjson: async () => (await import('./json.ts')).readJson,
  zip: async () => (await import('./shapefile.ts')).readShapeZip,
  gpkg: async () => (await import('./gpkg.ts')).readGpkg,
  sor: async () => (await import('./otdr.ts')).readOtdr,
  rsc: async () => (await import('./routeros.ts')).readRouterosExport,
  shp: async () => {
    const { readLayer } = await import('./shapefile.ts')
    return (file, shp, beside) =>
      readLayer(
        file,
        new Map([
          ['shp', shp],
          ...['dbf', 'prj', 'cpg'].flatMap(each => {
            const part = beside(each)
            return part === undefined ? [] : [[each, part] as const]
          }),
        ]),
      )
  },
}

/** Files that offices have, and what to save them as. */
const saveAs: Readonly<Record<string, string>> = {
  xls: 'xlsx',
  ods: 'xlsx',
  xlsb: 'xlsx',
  dbf: 'csv',
  doc: 'xlsx',
  docx: 'xlsx',
  pdf: 'xlsx',
  dwg: 'kml',
  dxf: 'kml',
  gpx: 'kml',
  gdb: 'gpkg',
  mdb: 'xlsx',
  accdb: 'xlsx',
}

const endings: readonly string[] = Object.keys(byEnding)

/** A file by the ending of its name, as tables. */
export async function readFile(
  file: string,
  bytes: Uint8Array,
  beside: Beside = () => undefined,
): Promise<Told | Unread> {
  if (bytes.length > limits.file)
    return unread(`lebih dari ${limits.file / 1_000_000} MB`, `more than ${limits.file / 1_000_000} MB`)
  if (bytes.length === 0) return unread('berkas ini kosong', 'this file is empty')
  const ending = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  const reader = Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined
  const better = Object.hasOwn(saveAs, ending) ? saveAs[ending] : undefined
  if (reader === undefined && better !== undefined)
    return unread(
      `berkas .${ending} tidak dibaca; simpan sebagai .${better} dahulu`,
      `files of the kind .${ending} are not read; save it as .${better} first`,
    )
  if (reader === undefined)
    return unread(
      `jenis berkas .${ending} tidak dikenal; yang dikenal: ${endings.join(', ')}`,
      `files of the kind .${ending} are not known; known: ${endings.join(', ')}`,
    )
  return await (await reader())(file, bytes, beside)
}
