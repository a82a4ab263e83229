import { describe, expect, it, vi } from 'vitest'
import { randomFrom } from '../../generate/random.ts'
import { practices } from '../../../intent/practice.ts'
import { compiled, configurations, readKlaten } from '../../klaten/inventory.ts'
import { faultsOf, placeText, samplesOf, verdictsOf } from '../../klaten/provenance.ts'
import { sampled } from '../../klaten/sampled.ts'
import { scalarAt } from '../../klaten/scalar.ts'

// Klaten is compiled a dozen times: seconds alone, a minute beside other work.
vi.setConfig({ testTimeout: 180_000 })

const files = readKlaten()
const configs = configurations(compiled(files))
const lines = [...configs].flatMap(([path, lines]) => lines.map((line, i) => ({ at: `${path}:${i + 1}`, line })))

describe(`each of the ${lines.length} lines of Klaten's configurations`, () => {
  it('names places or a practice of the closed list, with its reason in both languages', () => {
    expect(
      lines.filter(({ line }) => line.from.length === 0 && line.practice === undefined).map(({ at }) => at),
    ).toEqual([])
    for (const practice of new Set(lines.flatMap(({ line }) => line.practice ?? []))) {
      expect(practices[practice].id.length).toBeGreaterThan(10)
      expect(practices[practice].en.length).toBeGreaterThan(10)
    }
  })

  it('names a place first whose scalar stands in a file of the inventory', () => {
    const lost = new Set(
      lines.flatMap(
        ({
          line: {
            from: [first],
          },
        }) => (first === undefined || scalarAt(first) !== undefined ? [] : [placeText(first)]),
      ),
    )
    expect([...lost]).toEqual([])
  })
})

it('at least 60 % of the lines name a place', () => {
  const share = lines.filter(({ line }) => line.from.length > 0).length / lines.length
  console.log(`${(share * 100).toFixed(1)} % of ${lines.length} lines name a place`)
  expect(share).toBeGreaterThanOrEqual(0.6)
})

// 200 lines, and one of each kind, are in the system tier.
it('changing the one scalar that a random line names changes that line, and leaves nine tenths of the file', () => {
  const verdicts = verdictsOf(files, configs, sampled(randomFrom(20_261_102), samplesOf(configs), 12))
  expect(faultsOf(verdicts)).toEqual([])
})
