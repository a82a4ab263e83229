import { ladderOf, type Call } from '../../noc/call.ts'
import { minutesSince, type Told } from './told.ts'

interface Step {
  readonly role: string
  readonly level: number
  readonly atMs: number
}

/**
 * By the minute: the step of a provider's ladder that is due now, and the next one with its moment; undefined where
 * there is none.
 */
export function stepsOf(
  [first]: readonly Call[],
  fromMs: number,
  told: Pick<Told, 'nowMs'>,
): { readonly due: Step | undefined; readonly next: Step | undefined } {
  if (first === undefined) return { due: undefined, next: undefined }
  const steps = ladderOf(first, minutesSince(told, fromMs)).map(({ role, level, afterMinutes, isDue }) => ({
    role,
    level,
    isDue,
    atMs: fromMs + afterMinutes * 60_000,
  }))
  return { due: steps.findLast(({ isDue }) => isDue), next: steps.find(({ isDue }) => !isDue) }
}
