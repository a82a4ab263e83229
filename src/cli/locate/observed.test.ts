import { expect, test } from 'vitest'
import { analysisOf } from '../../analysis/analysis.ts'
import { answerTo } from '../../analysis/locate/answer.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { isRefusal } from '../shell/refusal.ts'
import { observed } from './observed.ts'

const analysis = analysisOf(klaten())
const carriers = analysis.components.filter(
  ({ kind, elements }) => ['route', 'circuit', 'uplink', 'tunnel'].includes(kind) && elements.length > 0,
)

test('whatever carries and is named down, alone and by its id, is explained by itself with nothing against it', () => {
  expect(carriers.length).toBeGreaterThan(60)
  for (const { id, kind, name } of carriers) {
    const typed = kind === 'tunnel' ? name : id
    const seen = observed(analysis, { down: [typed], up: [], unknown: [], links: [] }, undefined)
    if (isRefusal(seen)) throw new Error(seen.refused.en)
    const { exact } = answerTo(analysis, seen.observation)
    expect(exact.faults, name).toBe(1)
    const named = exact.explanations.flatMap(({ members }) =>
      members.flatMap(one => one.components.map(each => each.name)),
    )
    expect(named, name).toContain(name)
  }
})
