import { describe, expect, it } from 'vitest'
import { pick, randomFrom } from '../../generate/random.ts'
import { compiled, configurations, readKlaten } from '../../klaten/inventory.ts'
import { classOf, faultsOf, samplesOf, tallyOf, verdictsOf, type Sample } from '../../klaten/provenance.ts'
import { sampled } from '../../klaten/sampled.ts'

/** Needs no peer; it is here since each scalar is a compilation of its own. */

const files = readKlaten()
const configs = configurations(compiled(files))
const samples = samplesOf(configs)
const random = randomFrom(33_10)

describe('changing the one scalar that a line names first changes that line, and leaves nine tenths of the file', () => {
  it(`200 random lines of ${samples.length}`, () => {
    const verdicts = verdictsOf(files, configs, sampled(random, samples, 200))
    console.log(tallyOf(verdicts))
    expect(faultsOf(verdicts)).toEqual([])
  })

  it('a line of every kind', () => {
    const kinds = [...Map.groupBy(samples, classOf).values()].map(group => pick(random, group as [Sample, ...Sample[]]))
    console.log(`${kinds.length} kinds of lines`)
    expect(faultsOf(verdictsOf(files, configs, kinds))).toEqual([])
  })
})
