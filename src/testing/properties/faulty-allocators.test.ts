import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocation } from '../../plan/allocate.ts'
import { buildWith } from './build.ts'
import { faultyAllocators } from './faulty-allocators.ts'
import { acts } from './operations.ts'
import { complaintsOf, trials } from './stability.ts'

/**
 * The same property that holds for the compiler, asked of an allocator; sites come and go, so that places change hands.
 */
const siteTrials = trials(
  4,
  acts.filter(({ kind, verb }) => kind === 'site' && verb !== 'reorder'),
).map(trial => ({ ...trial, shape: { ...trial.shape, tight: true } }))

/** What the property has against an allocator at the first operation where it has something. */
function complaintsAbout(allocate: typeof allocation): string {
  const build = buildWith(allocate)
  const found: string[] = []
  fc.check(
    fc.property(siteTrials, trial => {
      found.push(...complaintsOf(build, trial))
      return found.length === 0
    }),
    { numRuns: 40, seed: 7, endOnFailure: true },
  )
  return found.join('\n')
}

describe('the property finds an allocator that', () => {
  it.each(Object.entries(faultyAllocators))('%s', (_, { allocate, complaint }) => {
    expect(complaintsAbout(allocate)).toMatch(complaint)
  })

  it('and has nothing against the real one', () => {
    const build = buildWith(allocation)
    fc.assert(
      fc.property(siteTrials, trial => {
        expect(complaintsOf(build, trial)).toEqual([])
      }),
      { numRuns: 2, seed: 7 },
    )
  })
})
