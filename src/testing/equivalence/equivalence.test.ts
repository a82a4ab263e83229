import { expect, it } from 'vitest'
import { printed, reportOn } from './equivalence.check.ts'
import { movedTo } from './moved.ts'
import { checkers, figures, hunt, rateOf, type Caught } from './mutants/hunt.ts'
import { readMutants } from './mutants/mutant.ts'
import { survivors } from './mutants/survivors.ts'

/**
 * One file, so that the network is put on four platforms once. Here a sample of routers and mistakes; `SERAT_ALL=1` or
 * the system tier takes all.
 */
const takesAll = process.env['SERAT_ALL'] !== undefined
/** A core, a ring site with a circuit as backup, the site with most zones, a leased one of the old dialect. */
const sample = ['core-2', 'bpbd', 'pemkab', 'kec-ceper']
const mutants = readMutants()

it('says one thing in four languages', () => {
  const report = reportOn(takesAll ? [...movedTo('routeros').intents.keys()] : sample)
  console.log(printed(report))
  expect(report.differences.slice(0, 40)).toEqual([])
}, 120_000)

it('has at least 20 mistakes for each platform, and half of all in valid syntax', () => {
  const counts = [...Map.groupBy(mutants, ({ platform }) => platform).values()].map(list => list.length)
  expect(counts.length).toBe(4)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(20)
  expect(mutants.filter(({ valid }) => valid).length).toBeGreaterThanOrEqual(mutants.length / 2)
})

it('catches mistakes in the text of each', async () => {
  const caught: Caught[] = []
  for (const mutant of takesAll ? mutants : mutants.filter((_, i) => i % 6 === 0))
    caught.push(await hunt(mutant, checkers[mutant.platform], false))
  console.log(figures(caught))
  expect(
    caught
      .filter(
        ({ readBack, checker, mutant }) =>
          readBack === undefined && checker === undefined && survivors[mutant.id] === undefined,
      )
      .map(({ mutant }) => mutant.id),
  ).toEqual([])
  // The rate is one of the whole list: a sample may hold more of the known survivors than its share.
  if (takesAll) expect(rateOf(caught)).toBeGreaterThanOrEqual(0.95)
}, 240_000)
