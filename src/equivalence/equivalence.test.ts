import { expect, it } from 'vitest'
import { printed, reportOn } from './equivalence.check.ts'

/** A core, a ring site with a circuit as backup, a leased site, the site with most zones, one of the old dialect; the system tier takes all. */
const sample = ['core-2', 'bpbd', 'kec-bayat', 'pemkab', 'kec-ceper']

it('says one thing in four languages', () => {
  const report = reportOn(sample)
  console.log(printed(report))
  expect(report.differences.slice(0, 40)).toEqual([])
})
