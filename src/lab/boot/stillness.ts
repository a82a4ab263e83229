import type { Running } from './running.ts'

/** How long no FIB has changed, in milliseconds, as far as was looked: each answer is a look. */
export function stillnessOf({ allFibs }: Pick<Running, 'allFibs'>): () => number {
  let last = allFibs()
  let since = performance.now()
  return () => {
    const fibs = allFibs()
    const now = performance.now()
    if (fibs !== last) [last, since] = [fibs, now]
    return now - since
  }
}
