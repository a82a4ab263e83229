import type { AnyRule } from '../define.ts'
import { channelDiffers } from './channel-differs.ts'
import { distanceOverReach } from './distance-over-reach.ts'
import { lossOverBudget } from './loss-over-budget.ts'
import { opticContradictsItself } from './optic-contradicts-itself.ts'
import { opticUnknown } from './optic-unknown.ts'
import { opticWithoutDatasheet } from './optic-without-datasheet.ts'
import { receiverOverload } from './receiver-overload.ts'

/** Rules of OPT, by code. */
export const opticalRules: readonly AnyRule[] = [
  lossOverBudget,
  distanceOverReach,
  receiverOverload,
  opticWithoutDatasheet,
  opticUnknown,
  channelDiffers,
  opticContradictsItself,
]
