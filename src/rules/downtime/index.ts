import type { AnyRule } from '../define.ts'
import { claimDiffers } from './claim-differs.ts'
import { restitutionUnclaimed } from './restitution-unclaimed.ts'
import { ticketAstray } from './ticket-astray.ts'

/** Rules of GGN, by code. */
export const downtimeRules: readonly AnyRule[] = [ticketAstray, claimDiffers, restitutionUnclaimed]
