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

export interface Angle {
  readonly degrees: number
  /** By its hemisphere, where it names one. */
  readonly axis?: 'lat' | 'lon'
}

/** Decimal degrees with a point or a comma, or degrees, minutes and seconds with a hemisphere (LS, LU, BT, BB, S, N, E, W) in front or behind. */
export function angleOf(cell: Cell | undefined, decimal: Decimal): Angle | undefined {
  if (cell === undefined) return undefined
  const plain = numberOf(cell, decimal)
  if (plain !== undefined) return { degrees: plain.value }
  if (typeof cell === 'number') return undefined
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/[\u2212\u2013]/g, '-')
  const [, before, body = '', after] =
    /^(ls|lu|bt|bb|[nsew])?[\s.:]*([-+]?\d[^a-z]*?)\s*(ls|lu|bt|bb|[nsew])?$/.exec(text) ?? []
  const hemisphere = hemispheres[before ?? after ?? '']
  const parts =
    /^([-+])?(\d{1,3}(?:[.,]\d+)?)(?:[\s\u00b0\u00ba:d]+(\d{1,2}(?:[.,]\d+)?)(?:[\s'\u2019\u2032:]+(\d{1,2}(?:[.,]\d+)?)[\s"\u201d\u2033']*)?[\s'\u2019\u2032]*)?\u00b0?$/.exec(
      body.trim(),
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
