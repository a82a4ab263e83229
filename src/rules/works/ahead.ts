import type { Work } from '../../model/network.ts'

/** Whether it is not over on a day: of what has been nothing can be mended. */
export function isAhead({ declared: { until } }: Work, day: string): boolean {
  return until.slice(0, 10) >= day
}
