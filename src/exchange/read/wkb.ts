/** Kinds of well-known binary by their number (OGC 06-103r4, table 15), as GeoJSON calls them. */
const kinds = [
  'Geometry',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const

interface Reading {
  readonly view: DataView
  at: number
}

/**
 * Geometry of GeoJSON from well-known binary, of ISO or of PostGIS, heights left out; throws RangeError where its bytes
 * end too early.
 */
export function geometryOf(bytes: Uint8Array, from: number): object {
  return geometry({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: from })
}

function geometry(reading: Reading): { readonly type: string; readonly coordinates: unknown } {
  const { view } = reading
  const isLittle = view.getUint8(reading.at) === 1
  const code = view.getUint32(reading.at + 1, isLittle)
  reading.at += 5
  const hasSrs = (code & 0x20000000) !== 0
  if (hasSrs) reading.at += 4
  const iso = Math.floor((code & 0x0fffffff) / 1000)
  const more = iso === 0 ? ((code & 0x80000000) !== 0 ? 1 : 0) + ((code & 0x40000000) !== 0 ? 1 : 0) : iso === 3 ? 2 : 1
  const type = kinds[(code & 0x0fffffff) % 1000] ?? 'Geometry'
  const number = (): number => {
    const value = view.getFloat64(reading.at, isLittle)
    reading.at += 8
    return value
  }
  const position = (): readonly number[] => {
    const [x, y] = [number(), number()]
    reading.at += 8 * more
    return [x, y]
  }
  const list = (each: () => unknown): unknown[] => {
    const count = view.getUint32(reading.at, isLittle)
    reading.at += 4
    const found: unknown[] = []
    for (let i = 0; i < count; i++) found.push(each())
    return found
  }
  if (type === 'Point') return { type, coordinates: position() }
  if (type === 'LineString') return { type, coordinates: list(position) }
  if (type === 'MultiPoint' || type === 'MultiLineString')
    return { type, coordinates: list(() => geometry(reading).coordinates) }
  return { type, coordinates: [] }
}
