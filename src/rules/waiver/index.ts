import type { AnyRule } from '../define.ts'
import { waiverExpired } from './waiver-expired.ts'
import { waiverUnused } from './waiver-unused.ts'
import { waiverWithoutScope } from './waiver-without-scope.ts'

/** Rules of WVR, by code. */
export const waiverRules: readonly AnyRule[] = [waiverUnused, waiverExpired, waiverWithoutScope]
