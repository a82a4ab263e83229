import type { Point } from '../../model/scalars.ts'

interface UtmZone {
  readonly zone: number
  readonly south: boolean
}

export type FromUtm = (easting: number, northing: number, zone: UtmZone) => Point | undefined

/** The zone in which a point lies (6 degrees each, the first from 180 W). */
export function zoneAt([lon, lat]: Point): UtmZone {
  return { zone: Math.min(60, Math.floor((lon + 180) / 6) + 1), south: lat < 0 }
}

/** `49S`, `49 S`, `49M` (a band of the military grid), `UTM 49 Selatan`. */
export function zoneOf(text: string): UtmZone | undefined {
  const [, number, letter = ''] = /^(?:utm)?\s*(?:zona|zone)?\s*(\d{1,2})\s*([a-z])?/i.exec(text.trim()) ?? []
  const zone = Number(number)
  if (!(zone >= 1 && zone <= 60)) return undefined
  const band = letter.toUpperCase()
  // S stands for the south with everybody in this country, though it is a northern band of the military grid.
  return { zone, south: band === '' || band === 'S' || band < 'N' }
}

/** Metres of a zone on WGS84 as longitude and latitude. */
export async function fromUtm(): Promise<FromUtm> {
  const { default: proj4 } = await import('proj4')
  return (easting, northing, { zone, south }) => {
    if (!(easting > 100_000 && easting < 900_000 && northing >= 0 && northing <= 10_000_000)) return undefined
    const [lon, lat] = proj4(`+proj=utm +zone=${zone}${south ? ' +south' : ''} +datum=WGS84`, 'WGS84', [
      easting,
      northing,
    ])
    return lon !== undefined && lat !== undefined && Number.isFinite(lon) && Number.isFinite(lat)
      ? [Number(lon.toFixed(7)), Number(lat.toFixed(7))]
      : undefined
  }
}
