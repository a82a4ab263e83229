import { z } from 'zod'
import { compareText } from '../../text/order.ts'
import { isUnread, unread, type Cell, type Remark, type Row, type Table, type Told, type Unread } from '../table.ts'
import { decoded } from './encoding.ts'
import { cellsOf } from './flat.ts'
import { readFeatures } from './geojson.ts'
import { inDegrees, projectionIn } from './geojson-crs.ts'
import { limits } from './limits.ts'
import { readOfds } from './ofds.ts'

const record = z.record(z.string(), z.unknown())
const records = z.array(record)
const dumped = z.array(
  z.object({ model: z.string().max(100), pk: z.union([z.number(), z.string()]).optional(), fields: record }),
)

/**
 * GeoJSON, an Open Fibre Data Standard package, or what NetBox gives: a list of an API, one of each kind, or a dump of
 * its database.
 */
export async function readJson(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const known = decoded(bytes)
  if (isUnread(known)) return known
  const text = known.text.replace(/^\ufeff/, '')
  const data = parsed(text) ?? sequence(text)
  if (data === undefined) return unread('JSON ini tidak terbaca', 'this JSON cannot be read')
  const projection = projectionIn(data)
  const features = readFeatures(file, data)
  if (features !== undefined) return isUnread(features) ? features : await inDegrees(features, projection)
  return readOfds(file, data) ?? readNetbox(file, data) ?? unread(noKnownJson.id, noKnownJson.en)
}

const noKnownJson = {
  id: 'JSON ini bukan GeoJSON, OFDS atau NetBox',
  en: 'this JSON is neither GeoJSON nor OFDS nor of NetBox',
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Features one a line (RFC 8142, and without its sign), as one collection. */
function sequence(text: string): unknown {
  const lines = text.split(/[\n\x1e]+/).filter(line => line.trim() !== '')
  if (lines.length < 2 || lines.length > limits.rows) return undefined
  const features = lines.map(parsed)
  return features.includes(undefined) ? undefined : { type: 'FeatureCollection', features }
}

function readNetbox(file: string, data: unknown): Told | undefined {
  const dump = dumped.safeParse(data)
  if (dump.success && dump.data.length > 0) {
    const groups = Map.groupBy(dump.data, ({ model }) => model)
    const tables = [...groups]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([model, own]) =>
        tableOf(
          file,
          sheetName(model),
          own.map(({ pk, fields }) => ({ pk, ...fields })),
        ),
      )
    return { tables, remarks: [] }
  }
  const list = listIn(data)
  if (list !== undefined) return { tables: [tableOf(file, undefined, list)], remarks: [] }
  const groups = record.safeParse(data)
  if (!groups.success) return undefined
  const tables: Table[] = []
  const remarks: Remark[] = []
  for (const [name, value] of Object.entries(groups.data)) {
    const own = listIn(value)
    if (own !== undefined) tables.push(tableOf(file, sheetName(name), own))
    else
      remarks.push({
        at: { file, sheet: name },
        certainty: 'left-out',
        why: { id: 'bukan daftar', en: 'no list' },
        text: JSON.stringify(value)?.slice(0, 200) ?? '',
      })
  }
  return tables.length === 0 ? undefined : { tables, remarks }
}

/** A list of objects, bare or as a page of an API. */
function listIn(data: unknown): z.output<typeof records> | undefined {
  const page = z.object({ results: records }).safeParse(data)
  const bare = records.safeParse(page.success ? page.data.results : data)
  return bare.success && bare.data.length > 0 ? bare.data : undefined
}

/** `dcim.site` is the sheet `site`. */
function sheetName(model: string): string {
  return model.slice(model.lastIndexOf('.') + 1).slice(0, 60)
}

function tableOf(file: string, sheet: string | undefined, list: z.output<typeof records>): Table {
  const rows = list.map((each, i): Row => {
    const cells = new Map<string, Cell>()
    cellsOf(each, '', cells)
    const name = cells.get('name') ?? cells.get('cid') ?? cells.get('address')
    return {
      at: {
        file,
        ...(sheet === undefined ? {} : { sheet }),
        row: i + 1,
        unit: 'entry',
        ...(name === undefined ? {} : { name: String(name) }),
      },
      cells,
    }
  })
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  return { file, ...(sheet === undefined ? {} : { sheet }), columns, rows }
}
