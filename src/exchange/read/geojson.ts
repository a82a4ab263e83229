import { z } from 'zod'
import type { Point } from '../../model/scalars.ts'
import { remarkOn, unread, type Cell, type Remark, type Row, type Shape, type Told, type Unread } from '../table.ts'
import { cellsOf } from './flat.ts'
import { limits } from './limits.ts'

const position = z.array(z.number()).min(2)
const geometry = z.object({ type: z.string(), coordinates: z.unknown() })
const feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.unknown(),
  properties: z.record(z.string(), z.unknown()).nullish(),
})
const collected = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.unknown()).min(1) })
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })

/** A collection of features, a feature or a shape alone (RFC 7946); undefined where the data is none of them. */
export function readFeatures(file: string, data: unknown, sheet?: string): Told | Unread | undefined {
  const features = featuresIn(data)
  if (features === undefined) return undefined
  if (features.length > limits.rows)
    return unread(`lebih dari ${limits.rows} fitur`, `more than ${limits.rows} features`)
  const rows: Row[] = []
  const remarks: Remark[] = []
  for (const [i, each] of features.entries()) {
    const place = { file, ...(sheet === undefined ? {} : { sheet }), row: i + 1, unit: 'feature' } as const
    const known = feature.safeParse(each)
    if (!known.success) {
      remarks.push({
        at: place,
        certainty: 'left-out',
        why: { id: 'bukan fitur', en: 'no feature' },
        text: JSON.stringify(each)?.slice(0, 200) ?? '',
      })
      continue
    }
    const cells = new Map<string, Cell>(known.data.id === undefined ? [] : [['@id', known.data.id]])
    cellsOf(known.data.properties ?? {}, '', cells)
    const name = cells.get('name') ?? cells.get('nama') ?? cells.get('Nama') ?? known.data.id
    const at = { ...place, ...(name === undefined ? {} : { name: String(name) }) }
    const shape = shapeOf(known.data.geometry)
    if (shape.kind === 'other') {
      const why =
        shape.word === ''
          ? { id: 'fitur tanpa bentuk', en: 'a feature without a shape' }
          : { id: `bentuk ini tidak dipakai: ${shape.word}`, en: `a shape that is not used: ${shape.word}` }
      // What has a name may still be a thing without a place.
      if (shape.word === '' && cells.size > 0) rows.push({ at, cells })
      else remarks.push(remarkOn({ at, cells }, 'left-out', why))
    } else rows.push({ at, cells, shape })
  }
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  return { tables: [{ file, ...(sheet === undefined ? {} : { sheet }), columns, rows }], remarks }
}

function featuresIn(data: unknown): readonly unknown[] | undefined {
  const read = collection.safeParse(data)
  if (read.success) return read.data.features
  if (feature.safeParse(data).success) return [data]
  return shapeOf(data).kind === 'other' ? undefined : [{ type: 'Feature', geometry: data, properties: null }]
}

/**
 * A point or a line of GeoJSON; of a shape of several parts the part, where it is the only one, and lines that go on
 * where another ends.
 */
export function shapeOf(data: unknown): Shape {
  const parts = collected.safeParse(data)
  if (parts.success) {
    const [only] = parts.data.geometries
    return parts.data.geometries.length === 1 && !collected.safeParse(only).success
      ? shapeOf(only)
      : { kind: 'other', word: parts.data.type }
  }
  const read = geometry.safeParse(data)
  if (!read.success) return { kind: 'other', word: '' }
  const { type, coordinates } = read.data
  const word = /^[A-Za-z]{1,30}$/.test(type) ? type : 'geometry'
  if (type === 'Point' || type === 'MultiPoint') {
    const at = z.tuple([position]).safeParse(type === 'Point' ? [coordinates] : coordinates)
    return at.success ? { kind: 'point', at: pointOf(at.data[0]) } : { kind: 'other', word }
  }
  if (type !== 'LineString' && type !== 'MultiLineString') return { kind: 'other', word }
  const lines = z.array(z.array(position).min(2)).safeParse(type === 'LineString' ? [coordinates] : coordinates)
  const line = lines.success ? oneLine(lines.data) : undefined
  return line === undefined ? { kind: 'other', word } : { kind: 'line', points: line.map(pointOf) }
}

/** Lines of which each begins where the one before ends, as one; undefined where they do not. */
function oneLine(lines: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] | undefined {
  const [first, ...more] = lines
  if (first === undefined) return undefined
  const points = [...first]
  for (const line of more) {
    const [begin, ...rest] = line
    const end = points.at(-1)
    if (begin?.[0] !== end?.[0] || begin?.[1] !== end?.[1]) return undefined
    for (const point of rest) points.push(point)
  }
  return points
}

function pointOf([lon = Number.NaN, lat = Number.NaN]: readonly number[]): Point {
  return [lon, lat]
}
