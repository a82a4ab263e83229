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

const routers = analysis.components.filter(({ kind }) => kind === 'router')

test('whatever carries and is named down, alone and by its id, is explained by itself with nothing against it', () => {
  expect(carriers.length).toBeGreaterThan(60)
  // The hub is among them: it asks all others, and nobody who names it alone says that they answer.
  expect(routers.map(({ id }) => id)).toContain(analysis.elements.plan.network.hub.router.id)
  for (const { id, kind, name } of [...carriers, ...routers]) {
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
