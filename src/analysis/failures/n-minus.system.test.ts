import { expect, test } from 'vitest'
import { analysisOf } from '../analysis.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import type { Plan } from '../../plan/plan.ts'
import type { ComponentKind } from '../graph/component.ts'
import { changesWithout, type ClassOutcome } from './n-minus.ts'

const pairKinds: ReadonlySet<ComponentKind> = new Set(['route', 'circuit', 'tunnel', 'uplink', 'router', 'cable'])

/** Every pair of different classes of links (owned and leased), routers and cables, one after the other. */
function* nMinusTwo(plan: Plan): Generator<ClassOutcome> {
  const analysis = analysisOf(plan)
  const classes = analysis.classes.filter(
    ({ components, elements }) => elements.length > 0 && components.some(({ kind }) => pairKinds.has(kind)),
  )
  for (const [i, first] of classes.entries()) {
    for (const second of classes.slice(i + 1))
      yield { failed: [first, second], changes: changesWithout(analysis, [first, second]) }
  }
}

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
