import fc from 'fast-check'
import { randomFrom } from '../generate/random.ts'
import type { Build } from './build.ts'
import { judge, standing } from './complaints.ts'
import { acts, operate, type Act } from './operations.ts'
import { tallying, type Tally } from './tally.ts'
import { worldOf, worldShapes, type WorldShape } from './world.ts'

/** A random inventory and what is done to it, each time on top of the ledger that was there. */
export interface Trial {
  readonly shape: WorldShape
  readonly acts: readonly Act[]
}

export function trials(count: number, among: readonly Act[] = acts): fc.Arbitrary<Trial> {
  return fc.record({
    shape: worldShapes,
    acts: fc.array(fc.constantFrom(...among), { minLength: count, maxLength: count }),
  })
}

/**
 * Complaints about a whole trial: the operations follow one on the other, so that later ones meet what earlier ones
 * retired.
 */
export function complaintsOf(build: Build, { shape, acts: sequence }: Trial, tally: Tally = tallying()): string[] {
  const world = worldOf(shape)
  tally.count(world)
  const random = randomFrom(shape.seed + 1)
  let now = standing(build, world, '')
  const complaints = now.built.errors.map(error => `the inventory itself: ${error}`)
  for (const act of sequence) {
    const operation = operate(act, now.world, random)
    if (operation === undefined) {
      tally.also(`nothing to ${act.verb}: ${act.kind}`)
      continue
    }
    tally.also(`${act.verb} ${act.kind}`)
    const judged = judge(build, now, operation)
    complaints.push(...judged.complaints)
    if (judged.complaints.length > 0) return complaints
    now = judged.after
  }
  return complaints
}
