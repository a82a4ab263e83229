import type { AnyRule } from '../define.ts'
import { documentDiffers } from './document-differs.ts'
import { documentShared } from './document-shared.ts'

/** Rules of DOK, by code. */
export const documentRules: readonly AnyRule[] = [documentDiffers, documentShared]
