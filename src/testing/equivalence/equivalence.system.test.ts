import { expect, it } from 'vitest'
import { generate } from '../generate/generate.ts'
import { printed, reportOn } from './equivalence.check.ts'
import { movedTo } from './moved.ts'
import { releases, triedOn } from './releases.ts'

it('says one thing in four languages, for every router of Klaten', () => {
  const report = reportOn([...movedTo('routeros').intents.keys()])
  console.log(printed(report))
  expect(report.routers).toBe(47)
  expect(report.differences.slice(0, 40)).toEqual([])
})

// All of Klaten and of fifty networks: `npm run test:releases`.
it.each(releases)('a random network in release $dialect of $id says what is meant', async release => {
  const { routers, faults } = await triedOn(release, { sources: generate(5, 11), ledger: '' })
  expect(routers).toBeGreaterThan(5)
  expect(faults).toEqual([])
})
