/**
 * `npm run test:locate`: 2,000 single and 2,000 double faults on the reference network and nine random ones, with a
 * tenth of the states late, a tenth unknown and one router flapping. Prints how often the truth, as its class of equal
 * impact on what is known, comes first or among the first three, sizes and times; fails below 99 % of singles and 95 %
 * of doubles first, 99 % among three, or above a median of 100 ms.
 */
import { noisyNetworks, noisyScore, type Score } from './noisy.fixture.ts'

const [asked = '2000', seed = '2026'] = process.argv.slice(2)
const networks = noisyNetworks(9)
const perNetwork = Math.ceil(Number(asked) / networks.length)
const scores = networks.map((analysis, i) => noisyScore(analysis, perNetwork, Number(seed) + i))

let failed = false
for (const size of [1, 2] as const) {
  const own = scores.map(score => score[size])
  const total = (key: 'asked' | 'first' | 'firstThree' | 'strangers'): number =>
    own.reduce((sum, one) => sum + one[key], 0)
  const share = (key: 'first' | 'firstThree'): number => total(key) / total('asked')
  const figures = {
    faults: size,
    cases: total('asked'),
    firstPercent: percent(share('first')),
    firstThreePercent: percent(share('firstThree')),
    membersOutsideTheClass: total('strangers'),
    componentsInGroup: quantiles(own, 'sizes'),
    milliseconds: quantiles(own, 'times'),
  }
  console.log(JSON.stringify(figures))
  const isShort = share('first') < (size === 1 ? 0.99 : 0.95) || share('firstThree') < 0.99
  if (isShort || figures.milliseconds.median > 100 || figures.membersOutsideTheClass > 0) failed = true
}
process.exitCode = failed ? 1 : 0

function percent(share: number): number {
  return Math.round(share * 10_000) / 100
}

function quantiles(scores: readonly Score[], key: 'sizes' | 'times'): { median: number; p95: number; most: number } {
  const sorted = scores.flatMap(score => score[key]).sort((a, b) => a - b)
  const at = (share: number): number => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10
  return { median: at(0.5), p95: at(0.95), most: at(1) }
}
