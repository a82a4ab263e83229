import type { AnyRule } from '../define.ts'
import { announcedTooLate } from './announced-too-late.ts'
import { overOpenHours } from './over-open-hours.ts'
import { workAstray } from './work-astray.ts'
import { worksIsolate } from './works-isolate.ts'

/** Rules of KRJ, by code. */
export const worksRules: readonly AnyRule[] = [workAstray, announcedTooLate, overOpenHours, worksIsolate]
