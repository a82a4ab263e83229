import type { AnyRule } from '../define.ts'
import { assetUnregistered } from './asset-unregistered.ts'
import { featureLacking } from './feature-lacking.ts'
import { noWayOnTheSpot } from './no-way-on-the-spot.ts'
import { portAbsent } from './port-absent.ts'
import { portUsedTwice } from './port-used-twice.ts'
import { serialTwice } from './serial-twice.ts'
import { timeZoneUnknown } from './time-zone-unknown.ts'

/** Rules of RTR, by code. */
export const routerRules: readonly AnyRule[] = [
  portUsedTwice,
  portAbsent,
  featureLacking,
  assetUnregistered,
  serialTwice,
  timeZoneUnknown,
  noWayOnTheSpot,
]
