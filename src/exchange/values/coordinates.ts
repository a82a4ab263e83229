import { numberOf, type Decimal } from './numbers.ts'
import type { Cell } from '../table.ts'

const hemispheres: Readonly<Record<string, { readonly axis: 'lat' | 'lon'; readonly sign: 1 | -1 }>> = {
  ls: { axis: 'lat', sign: -1 },
  lu: { axis: 'lat', sign: 1 },
  bt: { axis: 'lon', sign: 1 },
  bb: { axis: 'lon', sign: -1 },
  s: { axis: 'lat', sign: -1 },
  n: { axis: 'lat', sign: 1 },
  e: { axis: 'lon', sign: 1 },
  w: { axis: 'lon', sign: -1 },
}

/** `7d42m10.5s`, `7 derajat 42 menit 10 detik`. */
const inWords =
  /(\d{1,3})\s*(?:derajat|deg|der|d)\.?\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:menit|min|mnt|m)\.?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:detik|dtk|det|sec|s)\b\.?)?/
const dotted = /^\d{1,3}\.\d{1,2}\.\d{1,2}(?:,\d+)?$/

export interface Angle {
  readonly degrees: number
  /** By its hemisphere, where it names one. */
  readonly axis?: 'lat' | 'lon'
}

/**
 * Decimal degrees with a point or a comma, or degrees, minutes and seconds with a hemisphere (LS, LU, BT, BB, S, N, E,
 * W) in front or behind.
 */
export function angleOf(cell: Cell | undefined, decimal: Decimal): Angle | undefined {
  if (cell === undefined) return undefined
  const plain = numberOf(cell, decimal)
  if (plain !== undefined) return { degrees: plain.value }
  if (typeof cell === 'number') return undefined
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(inWords, (_, degrees: string, minutes: string, seconds = '0') => `${degrees}\u00b0${minutes}'${seconds}"`)
  const [, before, body = '', after] =
    /^(ls|lu|bt|bb|[nsew])?[\s.:]*([-+]?\d[^a-z]*?)\s*(ls|lu|bt|bb|[nsew])?$/.exec(text) ?? []
  const hemisphere = hemispheres[before ?? after ?? '']
  // `07.42.11 LS`: between a hemisphere and nothing else two points part minutes and seconds.
  const angle = hemisphere !== undefined && dotted.test(body.trim()) ? body.replace('.', ' ').replace('.', ' ') : body
  const parts =
    /^([-+])?(\d{1,3}(?:[.,]\d+)?)(?:[\s\u00b0\u00ba:d]+(\d{1,2}(?:[.,]\d+)?)(?:[\s'\u2019\u2032:]+(\d{1,2}(?:[.,]\d+)?)[\s"\u201d\u2033']*)?[\s'\u2019\u2032]*)?\u00b0?$/.exec(
      angle.trim(),
    )
  if (parts === null) return undefined
  const [degrees, minutes, seconds] = parts.slice(2, 5).map(part => Number((part ?? '0').replace(',', '.')))
  if (degrees === undefined || minutes === undefined || seconds === undefined || minutes >= 60 || seconds >= 60)
    return undefined
  const size = degrees + minutes / 60 + seconds / 3600
  const sign = hemisphere?.sign ?? (parts[1] === '-' ? -1 : 1)
  return { degrees: round7(sign * size), ...(hemisphere === undefined ? {} : { axis: hemisphere.axis }) }
}

/** Both angles of one cell: `-7.70, 110.59`, `7°42'08" LS 110°36'22" BT`, `POINT (110.59 -7.70)`. */
export function pairOf(cell: Cell | undefined): readonly [Angle, Angle] | undefined {
  if (typeof cell !== 'string') return undefined
  const wkt = /^\s*point\s*z?\s*\(\s*(\S+)\s+(\S+?)(\s+\S+)?\s*\)\s*$/i.exec(cell)
  if (wkt !== null) {
    const [lon, lat] = [angleOf(wkt[1], '.'), angleOf(wkt[2], '.')]
    return lat === undefined || lon === undefined
      ? undefined
      : [
          { ...lat, axis: 'lat' },
          { ...lon, axis: 'lon' },
        ]
  }
  for (const [first, second] of splits(cell)) {
    const [a, b] = [angleOf(first, 'either'), angleOf(second, 'either')]
    if (a === undefined || b === undefined) continue
    return a.axis === 'lon' || b.axis === 'lat' ? [b, a] : [a, b]
  }
  return undefined
}

function splits(text: string): [string, string][] {
  const two = (parts: readonly string[]): [string, string][] =>
    parts.length === 2 && parts[0] !== undefined && parts[1] !== undefined ? [[parts[0], parts[1]]] : []
  const hemisphere = /^(.*?(?:ls|lu|[ns]))[\s,;/]+(.*(?:bt|bb|[ew])\s*)$/i.exec(text)
  return [
    ...(hemisphere?.[1] === undefined || hemisphere[2] === undefined
      ? []
      : [[hemisphere[1], hemisphere[2]] satisfies [string, string]]),
    ...two(text.split(/;/)),
    ...two(text.split(/,\s+/)),
    ...two(text.split(/,/)),
    ...two(text.trim().split(/\s+/)),
  ]
}

export function round7(degrees: number): number {
  return Number(degrees.toFixed(7))
}

/** Zone, easting and northing of one cell: `49M 456400 9148100`, `49S 456400,25 E 9148100 N`. */
export function utmOf(
  cell: Cell | undefined,
): { readonly zone: string; readonly x: number; readonly y: number } | undefined {
  if (typeof cell !== 'string') return undefined
  const [, zone = '', east, north] =
    /^(?:utm\s*)?(?:zona?e?\s*)?(\d{1,2}\s*[c-x])[\s,;:/]+(\d[\d.,]*?)\s*(?:m?e|mt)?[\s,;/]+(\d[\d.,]*?)\s*(?:m?n|mu)?$/i.exec(
      cell.trim(),
    ) ?? []
  const [x, y] = [numberOf(east, 'either'), numberOf(north, 'either')]
  return x === undefined || y === undefined ? undefined : { zone, x: x.value, y: y.value }
}
