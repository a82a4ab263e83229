import type { Site } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'

/** Longitude and latitude of a site. */
export function siteAt({ declared: { location } }: Site): Point {
  return [location.lon, location.lat]
}
