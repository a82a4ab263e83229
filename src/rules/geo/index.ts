import type { AnyRule } from '../define.ts'
import { cableTooShort } from './cable-too-short.ts'
import { fibreToPlaceholder } from './fibre-to-placeholder.ts'
import { leasedInsideRadius } from './leased-inside-radius.ts'
import { lineDoublesBack } from './line-doubles-back.ts'
import { pointMisread } from './point-misread.ts'
import { routeOutsideRadius } from './route-outside-radius.ts'
import { siteOutsideKecamatan } from './site-outside-kecamatan.ts'
import { spanTooLong } from './span-too-long.ts'
import { spanTooShort } from './span-too-short.ts'
import { structureOutsideRadius } from './structure-outside-radius.ts'
import { structureStray } from './structure-stray.ts'
import { structuresOnOneSpot } from './structures-on-one-spot.ts'

/** Rules of GEO, by code. */
export const geoRules: readonly AnyRule[] = [
  structureOutsideRadius,
  routeOutsideRadius,
  leasedInsideRadius,
  siteOutsideKecamatan,
  cableTooShort,
  spanTooShort,
  fibreToPlaceholder,
  pointMisread,
  spanTooLong,
  structureStray,
  lineDoublesBack,
  structuresOnOneSpot,
]
