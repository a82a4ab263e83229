import type { Analysis } from '../analysis.ts'
import { margin } from './chances.ts'
import { likely, type Likely } from './likely.ts'
import { locate, mostFaults, type Located } from './locate.ts'
import { mismatchOf } from './mismatch.ts'
import type { Observation } from './observation.ts'
import { effectsOn, stormOf, type Storm } from './storm.ts'

/** What can be said of an outage while it is still being seen. */
export interface Answer {
  /** As if every state were right: exact up to three faults. */
  readonly exact: Located
  /** As if some were late or wrong, the likeliest first; what is exact is among them. */
  readonly ranked: readonly Likely[]
  /** Whether nothing as likely was left out of `ranked`. */
  readonly complete: boolean
  /** Where no three faults explain all exactly, and no single cause is much likelier: a cover, not exact. */
  readonly storm: Storm | undefined
}

/**
 * A near miss contradicts no more than it explains, and calls at most one state a false alarm, instead of a fault: with
 * more of them, or where the search had to stop, it is rather something that three faults do not explain.
 */
export function answerTo(analysis: Analysis, observation: Observation): Answer {
  const exact = locate(analysis, observation)
  if (exact.faults === 0) return { exact, ranked: [], complete: true, storm: undefined }
  const { likely: found, complete } = likely(analysis, observation)
  const down = mismatchOf(analysis, observation, [], new Set()).seenDown.length
  const ranked = found.filter(
    ({ explanation: { members }, seenUp, seenDown }) =>
      seenUp.length <= down - seenDown.length &&
      seenDown.length <= (complete && members.length + seenDown.length <= mostFaults ? 1 : 0),
  )
  const storm =
    exact.faults === undefined ? stormOf(analysis, observation, effectsOn(analysis, observation)) : undefined
  return { exact, ranked, complete, storm: isWorthSaying(storm, ranked[0]) ? storm : undefined }
}

/** One cause that most speaks for needs no cover beside it. */
function isWorthSaying(storm: Storm | undefined, best: Likely | undefined): boolean {
  if (storm === undefined || storm.members.length === 0) return false
  return best === undefined || best.explanation.members.length > 1 || storm.cost <= best.cost + margin
}
