import type { AnyRule } from '../define.ts'
import { ringNotClosed } from './ring-not-closed.ts'

/** Rules of RES, by code. */
export const resilienceRules: readonly AnyRule[] = [ringNotClosed]
