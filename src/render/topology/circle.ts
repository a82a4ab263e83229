import type { Point } from '../../model/scalars.ts'

/** Mean radius of the earth (IUGG), km; good to 0.5 % of a distance, which a drawing does not show. */
const earthKm = 6371.0088

/** A ring around a point, counter-clockwise and closed, as RFC 7946 wants it. */
export function circleAround([lon, lat]: Point, radiusKm: number, corners = 96): Point[] {
  const angle = radiusKm / earthKm
  const phi = (lat * Math.PI) / 180
  const ring = Array.from({ length: corners }, (_, i): Point => {
    const bearing = (-i * 2 * Math.PI) / corners
    const north = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing))
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
      Math.cos(angle) - Math.sin(phi) * Math.sin(north),
    )
    return [lon + (east * 180) / Math.PI, (north * 180) / Math.PI]
  })
  return [...ring, ...ring.slice(0, 1)]
}
