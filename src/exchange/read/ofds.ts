import { z } from 'zod'
import type { Cell, Row, Table, Told } from '../table.ts'
import { cellsOf } from './flat.ts'
import { shapeOf } from './geojson.ts'

const things = z.array(z.record(z.string(), z.unknown())).default([])
const network = z.object({ id: z.string(), name: z.string().optional(), nodes: things, spans: things })
const pack = z.object({ networks: z.array(network).min(1) })

/**
 * A network package of the Open Fibre Data Standard (0.1 to 0.4): nodes at their location, spans by their route or from
 * node to node.
 */
export function readOfds(file: string, data: unknown): Told | undefined {
  const read = pack.safeParse(data)
  if (!read.success) return undefined
  const tables = read.data.networks.flatMap(({ id, name, nodes, spans }, i): Table[] => {
    const sheet = read.data.networks.length === 1 ? '' : ` ${name ?? id} (${i + 1})`
    return [tableOf(file, `nodes${sheet}`, nodes, 'location'), tableOf(file, `spans${sheet}`, joined(spans), 'route')]
  })
  return { tables: tables.filter(({ rows }) => rows.length > 0), remarks: [] }
}

/**
 * Stretches of one cable, as our own export numbers them (`c-1#1`, `c-1#2`), as the cable again; others' spans stay as
 * they are.
 */
function joined(spans: z.output<typeof things>): z.output<typeof things> {
  const cableOf = (span: z.output<typeof things>[number]): string | undefined => {
    const name = /^(.+)#\d+$/.exec(String(span['id'] ?? ''))?.[1]
    return name !== undefined && name === span['name'] ? name : undefined
  }
  const groups = Map.groupBy(spans, span => cableOf(span) ?? span)
  return [...groups].flatMap(([name, own]) => {
    const lines = own.map(({ route }) => shapeOf(route))
    const points = lines.flatMap(line => (line.kind === 'line' ? [line.points] : []))
    const isChain = own.every(({ start }, i) => i === 0 || start === own[i - 1]?.['end'])
    if (typeof name !== 'string' || !isChain || points.length !== own.length) return own
    const coordinates = points.flatMap((part, i) => (i === 0 ? part : part.slice(1)))
    return [{ ...own[0], id: name, end: own.at(-1)?.['end'], route: { type: 'LineString', coordinates } }]
  })
}

function tableOf(file: string, sheet: string, list: z.output<typeof things>, key: 'location' | 'route'): Table {
  const rows = list.map((each, i): Row => {
    const { [key]: geometry, ...rest } = each
    const cells = new Map<string, Cell>()
    cellsOf(rest, '', cells)
    const shape = shapeOf(geometry)
    const name = cells.get('name') ?? cells.get('id')
    const at = {
      file,
      sheet,
      row: i + 1,
      unit: 'entry',
      ...(name === undefined ? {} : { name: String(name) }),
    } as const
    return { at, cells, ...(shape.kind === 'other' ? {} : { shape }) }
  })
  return { file, sheet, columns: [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))], rows }
}
