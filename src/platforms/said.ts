import type { From } from '../intent/intent.ts'
import type { PracticeId } from '../intent/practice.ts'
import { line } from './text/line.ts'

/**
 * Lines that come from places in the inventory where there are any, else from a practice: unless named, the schema's
 * own default.
 */
export function said(from: From, otherwise: PracticeId = 'default-value'): ReturnType<typeof line> {
  return from.length === 0 ? line([], otherwise) : line(from)
}
