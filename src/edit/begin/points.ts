import type { Point } from '../../model/scalars.ts'
import type { Answers } from './answers.ts'

type Hub = Pick<Answers, 'latitude' | 'longitude' | 'radiusKm'>

const kmPerDegree = 111.2

/** The point this far east and north of the hub; away from the pole that is nearer, so that it exists for every hub. */
function offset({ latitude, longitude }: Hub, eastKm: number, northKm: number): Point {
  const away = latitude > 0 ? 'south' : 'north'
  const lat = latitude + (away === 'south' ? -northKm : northKm) / kmPerDegree
  return [round(longitude + eastKm / kmPerDegree / Math.cos((latitude * Math.PI) / 180)), round(lat)]
}

function round(degrees: number): number {
  return Number(degrees.toFixed(6))
}

export function agencyPoint(hub: Hub): Point {
  return offset(hub, 0.4, 0.2)
}

/** Behind the radius, so that it is leased. */
export function leasedPoint(hub: Hub): Point {
  return offset(hub, 0, hub.radiusKm + 6)
}

/** Poles of the two ways from the hub to the agency, eight each, on either side of the straight line. */
export function polePoints(hub: Hub, way: 'north' | 'south'): Point[] {
  return Array.from({ length: 8 }, (_, i) => {
    const share = (i + 1) / 9
    const aside = (way === 'north' ? 0.08 : -0.08) * Math.sin(share * Math.PI)
    return offset(hub, 0.4 * share - aside / 2, 0.2 * share + aside)
  })
}
