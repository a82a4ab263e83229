import { expect, test } from 'vitest'
import { between, randomFrom } from '../../testing/generate/random.ts'
import { analysisOf } from '../analysis.ts'
import { exhaustively, expanded } from '../../testing/analysis/exhaustive.fixture.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { drawn, missedOf, partly, seenWithout } from '../../testing/analysis/locate-cases.fixture.ts'
import { locate } from './locate.ts'
import { randomPlan } from '../../testing/analysis/random-network.fixture.ts'

test('Klaten: 400 random pairs and triples each, seen whole and in part', () => {
  const analysis = analysisOf(klaten())
  for (const size of [2, 3]) {
    for (const unknown of [
      { nodes: 0, links: 0 },
      { nodes: 0.2, links: 0.2 },
      { nodes: 0, links: 1 },
    ]) {
      const { missed, slowestMs, asked } = missedOf(analysis, 400, size, unknown, 7 * size)
      console.log(
        `${asked} sets of ${size}, unknown: ${unknown.nodes * 100} % of nodes, ${unknown.links * 100} % of links; slowest ${slowestMs.toFixed(0)} ms`,
      )
      expect(missed).toEqual([])
    }
  }
})

test('100 random networks: exactly the sets that trying all of them finds, up to three faults', () => {
  const random = randomFrom(99)
  const sizes = [0, 0, 0, 0]
  for (let seed = 0; seed < 100; seed++) {
    const analysis = analysisOf(randomPlan(seed))
    const most = analysis.classes.length < 45 ? 3 : 2
    for (const unknown of [
      { nodes: 0, links: 0 },
      { nodes: 0, links: 1 },
      { nodes: 0.3, links: 0.4 },
    ]) {
      const observation = partly(
        seenWithout(analysis, ...drawn(analysis, random, between(random, 1, most))),
        random,
        unknown,
      )
      const expected = exhaustively(analysis, observation, most)
      const { faults, explanations } = locate(analysis, observation)
      if (expected.faults === undefined && most === 2) continue
      expect(faults, `seed ${seed}`).toBe(expected.faults)
      expect(expanded(explanations), `seed ${seed}`).toEqual(expected.sets)
      sizes[expected.faults as number] = (sizes[expected.faults as number] ?? 0) + 1
    }
  }
  console.log(`observations explained by none, one, two, three faults: ${sizes.join(', ')}`)
})
