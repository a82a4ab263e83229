import type { AnyRule } from '../define.ts'
import { guestReachesInside } from './guest-reaches-inside.ts'
import { keyLengthUnknown } from './key-length-unknown.ts'
import { managementForTenant } from './management-for-tenant.ts'
import { managementReached } from './management-reached.ts'
import { nocAwayFromHub } from './noc-away-from-hub.ts'
import { nocMissing } from './noc-missing.ts'
import { nocTooWide } from './noc-too-wide.ts'
import { secretShared } from './secret-shared.ts'

/** Rules of SEC, by code. */
export const securityRules: readonly AnyRule[] = [
  guestReachesInside,
  managementReached,
  secretShared,
  keyLengthUnknown,
  nocMissing,
  nocTooWide,
  managementForTenant,
  nocAwayFromHub,
]
