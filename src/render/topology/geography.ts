import type { Ground } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'

/** Longitude and latitude of a site. */
export function siteAt({ declared: { location } }: Pick<Ground, 'declared'>): Point {
  return [location.lon, location.lat]
}
