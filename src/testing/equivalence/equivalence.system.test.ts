import { expect, it } from 'vitest'
import { printed, reportOn } from './equivalence.check.ts'
import { movedTo } from './moved.ts'

it('says one thing in four languages, for every router of Klaten', () => {
  const report = reportOn([...movedTo('routeros').intents.keys()])
  console.log(printed(report))
  expect(report.routers).toBe(47)
  expect(report.differences.slice(0, 40)).toEqual([])
})
