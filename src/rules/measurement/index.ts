import type { AnyRule } from '../define.ts'
import { closureGotWorse } from './closure-got-worse.ts'
import { eventWithoutJoint } from './event-without-joint.ts'
import { indexDiffers } from './index-differs.ts'
import { lightLost } from './light-lost.ts'
import { traceAstray } from './trace-astray.ts'

/** Rules of UKR, by code. */
export const measurementRules: readonly AnyRule[] = [
  closureGotWorse,
  indexDiffers,
  traceAstray,
  eventWithoutJoint,
  lightLost,
]
