import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { realBuild } from './build.ts'
import { complaintsOf, trials } from './stability.ts'
import { tallying } from './tally.ts'

/** Row 4 of what the compiler must show: so many random inventories, with so many operations on each. */
export function stabilitySuite(runs: number, actsEach: number): void {
  describe(`${runs} random inventories of 5 to 60 sites`, () => {
    const tally = tallying()

    it('an operation changes its own target and its neighbours, and nobody else', { timeout: 3_600_000 }, () => {
      fc.assert(
        fc.property(trials(actsEach), trial => {
          expect(complaintsOf(realBuild, trial, tally)).toEqual([])
        }),
        { numRuns: runs, seed: 20_260_601 },
      )
      console.log(tally.text())
    })

    it('they hold what the property is about, each in a fifth at least', () => {
      for (const [what, share] of tally.shares()) expect(share, what).toBeGreaterThanOrEqual(0.2)
    })
  })
}
