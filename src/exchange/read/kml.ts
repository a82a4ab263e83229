import type { Point } from '../../model/scalars.ts'
import type { Spot } from '../spot.ts'
import {
  isUnread,
  unread,
  type Cell,
  type Remark,
  type Row,
  type Shape,
  type Table,
  type Told,
  type Unread,
} from '../table.ts'
import { decoded } from './encoding.ts'
import { limits } from './limits.ts'
import { walkXml } from './xml.ts'
import { unzipped } from './zip.ts'

interface Placemark {
  readonly line: number
  readonly cells: Map<string, Cell>
  readonly shapes: Shape[]
  /** Points of a track (`gx:Track`), in their order. */
  readonly track: Point[]
  /** Name of the datum that is being read. */
  datum: string | undefined
}

interface State {
  readonly file: string
  readonly folders: string[]
  readonly path: string[]
  readonly rows: Row[]
  readonly remarks: Remark[]
  points: number
  text: string
  placemark: Placemark | undefined
}

/**
 * Placemarks with their folders, names, descriptions, extended data and shapes. Styles, links and pictures are not
 * followed.
 */
export async function readKml(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const known = decoded(bytes)
  if (isUnread(known)) return known
  const state: State = { file, folders: [], path: [], rows: [], remarks: [], points: 0, text: '', placemark: undefined }
  const fault = await walkXml(known.text.replace(/^\ufeff/, ''), {
    open: (name, attributes, line) => opened(state, name, attributes, line),
    text: text => {
      if (state.text.length < 50_000_000) state.text += text
    },
    close: name => closed(state, name),
  })
  if (fault !== undefined) return fault
  if (state.points > limits.points)
    return unread(`lebih dari ${limits.points} titik`, `more than ${limits.points} points`)
  const columns = [...new Set(state.rows.flatMap(({ cells }) => [...cells.keys()]))]
  const table: Table = { file, columns, rows: state.rows }
  return { tables: [table], remarks: state.remarks }
}

/** Every KML of an archive, `doc.kml` before the others; where there are several each is a sheet. */
export async function readKmz(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const parts = await unzipped(bytes, name => name.toLowerCase().endsWith('.kml'))
  if (isUnread(parts)) return parts
  const isMain = (name: string): boolean => /(^|\/)doc\.kml$/i.test(name)
  const names = [...parts.keys()].sort().toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
  if (names.length === 0) return unread('tidak ada KML di dalam arsip ini', 'there is no KML in this archive')
  const tables: Table[] = []
  const remarks: Remark[] = []
  for (const name of names) {
    const told = await readKml(file, parts.get(name) ?? new Uint8Array())
    if (isUnread(told)) return told
    const sheet = names.length === 1 ? {} : { sheet: name }
    for (const table of told.tables)
      tables.push({ ...table, ...sheet, rows: table.rows.map(row => ({ ...row, at: { ...row.at, ...sheet } })) })
    remarks.push(...told.remarks.map(remark => ({ ...remark, at: { ...remark.at, ...sheet } })))
  }
  return { tables, remarks }
}

function opened(state: State, name: string, attributes: Readonly<Record<string, string>>, line: number): void {
  state.path.push(name)
  state.text = ''
  if (name === 'Folder') state.folders.push('')
  if (name === 'Placemark') state.placemark = { line, cells: new Map(), shapes: [], track: [], datum: undefined }
  if (name === 'Data' || name === 'SimpleData') {
    const { placemark } = state
    if (placemark !== undefined) placemark.datum = attributes['name']
  }
  if (name === 'NetworkLink' || name === 'GroundOverlay' || name === 'PhotoOverlay')
    state.remarks.push({
      at: { file: state.file, row: line, unit: 'line' },
      certainty: 'left-out',
      why: { id: `${name} tidak diikuti`, en: `a ${name} is not followed` },
    })
}

function closed(state: State, name: string): void {
  const { path, placemark, folders } = state
  path.pop()
  const text = state.text.trim()
  const parent = path.at(-1)
  state.text = ''
  if (name === 'Folder') folders.pop()
  else if (name === 'name' && parent === 'Folder') folders[folders.length - 1] = text
  else if (placemark === undefined) return
  else if (name === 'Placemark') endPlacemark(state, placemark)
  else if (parent === 'Placemark' && (name === 'name' || name === 'description' || name === 'address') && text !== '')
    placemark.cells.set(name, text)
  else if ((name === 'value' || name === 'SimpleData') && placemark.datum !== undefined && text !== '')
    placemark.cells.set(placemark.datum, text)
  else if (name === 'coordinates') addShape(state, placemark, text, path)
  else if (name === 'coord') {
    const [lon = Number.NaN, lat = Number.NaN] = text.split(/\s+/).map(Number)
    state.points++
    placemark.track.push([lon, lat])
  } else if (name === 'Track') endTrack(placemark)
}

function addShape(state: State, placemark: Placemark, text: string, path: readonly string[]): void {
  // Some programs put a blank behind the comma, which the standard does not know.
  const points = text
    .replace(/,\s+/g, ',')
    .split(/\s+/)
    .filter(each => each !== '')
    .map((each): Point => {
      const [lon = Number.NaN, lat = Number.NaN] = each.split(',').map(Number)
      return [lon, lat]
    })
  state.points += points.length
  const [first] = points
  if (path.includes('LineString') && points.length > 1) placemark.shapes.push({ kind: 'line', points })
  else if (path.at(-1) === 'Point' && first !== undefined) placemark.shapes.push({ kind: 'point', at: first })
  else placemark.shapes.push({ kind: 'other', word: path.at(-1) ?? 'geometry' })
}

function endTrack({ shapes, track }: Placemark): void {
  const points = track.splice(0)
  if (points.length > 1) shapes.push({ kind: 'line', points })
}

/** Lines of which each begins where the one before ends are one. */
function joined(shapes: readonly Shape[]): Shape[] {
  const done: Shape[] = []
  let open: Point[] | undefined
  for (const shape of shapes) {
    const [begin, end] = [shape.kind === 'line' ? shape.points[0] : undefined, open?.at(-1)]
    if (shape.kind !== 'line') {
      open = undefined
      done.push(shape)
    } else if (open !== undefined && begin !== undefined && begin[0] === end?.[0] && begin[1] === end[1])
      for (const point of shape.points.slice(1)) open.push(point)
    else {
      open = [...shape.points]
      done.push({ kind: 'line', points: open })
    }
  }
  return done
}

const tableRow = /<tr\b[^>]*>\s*<t[hd]\b[^>]*>([^<]{1,100})<\/t[hd]>\s*<td\b[^>]*>([^<]{0,1000})<\/td>\s*<\/tr>/gi

/**
 * Programs of maps write a feature's attributes as a table of HTML into its description: a row of two cells is a name
 * and its value.
 */
function readAttributes(cells: Map<string, Cell>): void {
  const description = cells.get('description')
  if (typeof description !== 'string' || !/<table\b/i.test(description)) return
  const found = [...description.slice(0, limits.cell).matchAll(tableRow)].map(([, name = '', value = '']) => [
    plainHtml(name),
    plainHtml(value),
  ])
  if (found.length === 0) return
  cells.delete('description')
  for (const [name = '', value = ''] of found.slice(0, limits.columns))
    if (name !== '' && value !== '' && !cells.has(name)) cells.set(name, value)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

function plainHtml(text: string): string {
  return text.replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole).trim()
}

function endPlacemark(state: State, { line, cells, shapes }: Placemark): void {
  const { file, folders, rows, remarks } = state
  state.placemark = undefined
  readAttributes(cells)
  const name = cells.get('name')
  const folder = folders.filter(each => each !== '').join(' / ')
  const at: Spot = {
    file,
    ...(folder === '' ? {} : { folder }),
    row: line,
    unit: 'placemark',
    ...(name === undefined ? {} : { name: String(name) }),
  }
  const [shape, ...more] = joined(shapes)
  if (shape === undefined || shape.kind === 'other') {
    const word = shape?.word ?? 'geometry'
    remarks.push({
      at,
      certainty: 'left-out',
      why:
        shape === undefined
          ? { id: 'placemark tanpa bentuk', en: 'a placemark without a shape' }
          : { id: `bentuk ini tidak dipakai: ${word}`, en: `a shape that is not used: ${word}` },
    })
    return
  }
  if (more.length > 0)
    remarks.push({
      at,
      certainty: 'left-out',
      why: { id: 'hanya bentuk pertama dari beberapa yang dipakai', en: 'of several shapes the first alone was used' },
    })
  rows.push({ at, cells, shape })
}
