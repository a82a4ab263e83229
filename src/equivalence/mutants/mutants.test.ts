import { expect, it } from 'vitest'
import { checkers, figures, hunt, rateOf, type Caught } from './hunt.ts'
import { readMutants } from './mutant.ts'
import { survivors } from './survivors.ts'

const all = readMutants()

it('has at least 20 mistakes for each platform, and half of all in valid syntax', () => {
  const counts = [...Map.groupBy(all, ({ platform }) => platform).values()].map(list => list.length)
  expect(counts.length).toBe(4)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(20)
  expect(all.filter(({ valid }) => valid).length).toBeGreaterThanOrEqual(all.length / 2)
})

it('catches a sample of them; the system tier takes all', async () => {
  const sample = process.env['SERAT_ALL'] === undefined ? all.filter((_, i) => i % 4 === 0) : all
  const caught: Caught[] = []
  for (const mutant of sample) caught.push(await hunt(mutant, checkers[mutant.platform], false))
  console.log(figures(caught))
  expect(caught.filter(({ readBack, checker, mutant }) => readBack === undefined && checker === undefined && survivors[mutant.id] === undefined).map(({ mutant }) => mutant.id)).toEqual([])
  expect(rateOf(caught)).toBeGreaterThanOrEqual(0.95)
})
