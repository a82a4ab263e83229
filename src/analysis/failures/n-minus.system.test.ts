import { expect, test } from 'vitest'
import { analysisOf } from '../analysis.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { nMinusTwo } from './n-minus.ts'

test('Klaten: every failure of two links, routers or cables, with the time that it takes', () => {
  const plan = klaten()
  analysisOf(plan)
  const start = performance.now()
  let pairs = 0
  let worst = { isolated: 0, names: '' }
  for (const { failed, changes } of nMinusTwo(plan)) {
    pairs++
    const isolated = changes.filter(({ after }) => after.state === 'isolated').length
    if (isolated > worst.isolated && isolated < 45)
      worst = { isolated, names: failed.map(({ components }) => components[0]?.name).join(' + ') }
  }
  console.log(
    `N-2: ${pairs} pairs of classes in ${(performance.now() - start).toFixed(0)} ms (bound: 10,000 ms); worst short of all: ${worst.isolated} sites by ${worst.names}`,
  )
  expect(pairs).toBeGreaterThan(5000)
})
