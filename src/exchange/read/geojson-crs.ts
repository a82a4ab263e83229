import { z } from 'zod'
import type { Point } from '../../model/scalars.ts'
import type { Remark, Row, Shape, Told } from '../table.ts'

/** The member by which GeoJSON of 2008 named another reference system than degrees of WGS 84; RFC 7946 knows none. */
const named = z.object({ crs: z.object({ properties: z.object({ name: z.string().max(200) }) }) })

export function projectionIn(data: unknown): string | undefined {
  const read = named.safeParse(data)
  return read.success && !/CRS:?:?84$|EPSG:{1,2}4326$/i.test(read.data.crs.properties.name)
    ? read.data.crs.properties.name
    : undefined
}

/**
 * A projection by its number in the register of EPSG (epsg.io): UTM on WGS 84 (326xx, 327xx) and on DGN95 (23866 to
 * 23872, 23877 to 23884), the zones of three degrees of Indonesia's land office on DGN95 (23830 from 46.2 on), and the
 * maps of the web.
 */
function definitionOf(name: string): string | undefined {
  const code = Number(/EPSG:{1,2}(?:[\d.]*:)?(\d{4,5})$/i.exec(name)?.[1])
  if (code === 3857) return 'EPSG:3857'
  const utm = utmOf(code)
  if (utm !== undefined) return `+proj=utm +zone=${utm.zone}${utm.south ? ' +south' : ''} +datum=WGS84`
  if (code >= 23830 && code <= 23845)
    return `+proj=tmerc +lat_0=0 +lon_0=${94.5 + 3 * (code - 23830)} +k=0.9999 +x_0=200000 +y_0=1500000 +ellps=WGS84 +units=m`
  return undefined
}

function utmOf(code: number): { readonly zone: number; readonly south: boolean } | undefined {
  if (code >= 32601 && code <= 32660) return { zone: code - 32600, south: false }
  if (code >= 32701 && code <= 32760) return { zone: code - 32700, south: true }
  if (code >= 23866 && code <= 23872) return { zone: code - 23820, south: false }
  return code >= 23877 && code <= 23884 ? { zone: code - 23830, south: true } : undefined
}

/** What was read, in degrees; a reference system that is not known is told, and left to what its numbers look like. */
export async function inDegrees(told: Told, name: string | undefined): Promise<Told> {
  if (name === undefined) return told
  const definition = definitionOf(name)
  const file = told.tables[0]?.file ?? ''
  if (definition === undefined) {
    const why = {
      id: `sistem koordinat ${name} tidak dikenal; dibaca menurut angkanya`,
      en: `the reference system ${name} is not known; read by what its numbers look like`,
    }
    const remark: Remark = { at: { file }, certainty: 'guessed', why }
    return { ...told, remarks: [...told.remarks, remark] }
  }
  const { default: proj4 } = await import('proj4')
  const turn = ([x, y]: Point): Point => {
    // Whoever names metres and writes degrees means the degrees.
    if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x, y]
    const [lon = Number.NaN, lat = Number.NaN] = proj4(definition, 'WGS84', [x, y])
    return [Number(lon.toFixed(7)), Number(lat.toFixed(7))]
  }
  const turned = (shape: Shape): Shape =>
    shape.kind === 'point'
      ? { ...shape, at: turn(shape.at) }
      : shape.kind === 'line'
        ? { ...shape, points: shape.points.map(turn) }
        : shape
  const rowIn = (row: Row): Row => (row.shape === undefined ? row : { ...row, shape: turned(row.shape) })
  return { ...told, tables: told.tables.map(table => ({ ...table, rows: table.rows.map(rowIn) })) }
}
