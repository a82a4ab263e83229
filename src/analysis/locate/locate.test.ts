import { expect, test } from 'vitest'
import { between, randomFrom } from '../../testing/generate/random.ts'
import { analysisOf } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { exhaustively, expanded } from '../../testing/analysis/exhaustive.fixture.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { drawn, missedOf, partly, seenWithout } from '../../testing/analysis/locate-cases.fixture.ts'
import { locate } from './locate.ts'
import type { Observation } from './observation.ts'
import { randomPlan } from '../../testing/analysis/random-network.fixture.ts'

const analysis = analysisOf(klaten())
const seen = new Map(analysis.classes.map(one => [one, seenWithout(analysis, one)]))
const texts = new Map([...seen].map(([one, observation]) => [one, text(observation)]))
const nothing = text(seenWithout(analysis))

function text({ nodes, links }: Observation): string {
  return JSON.stringify([[...nodes], links])
}

function names(classes: readonly ComponentClass[]): string[] {
  return classes.flatMap(({ components }) => components.map(({ name }) => name)).sort()
}

test('every component of Klaten whose failure can be seen: the first group is exactly what looks the same', () => {
  let asked = 0
  for (const [one, observation] of seen) {
    if (texts.get(one) === nothing) continue
    asked += one.components.length
    const same = analysis.classes.filter(other => texts.get(other) === texts.get(one))
    const { faults, explanations } = locate(analysis, observation)
    expect(faults, one.components[0]?.name).toBe(1)
    expect(explanations[0]?.members[0]?.components.map(({ name }) => name).sort(), one.components[0]?.name).toEqual(
      names(same),
    )
  }
  expect(asked).toBeGreaterThan(1700)
})

test('with a fifth of the nodes and links unknown the group is what looks the same in the rest', () => {
  const random = randomFrom(2026)
  for (const observation of seen.values()) {
    const known = partly(observation, random, { nodes: 0.2, links: 0.2 })
    const { faults, explanations } = locate(analysis, known)
    if (faults === 0) continue
    // Where a node is not known a link may be seen by fewer; so compare by what each failure would do to the elements themselves.
    const same = analysis.classes.filter(other => agrees(seen.get(other) as Observation, other, known))
    expect(explanations).toHaveLength(1)
    expect(explanations[0]?.members[0]?.components.map(({ name }) => name).sort()).toEqual(names(same))
  }
})

function agrees({ nodes }: Observation, { elements }: ComponentClass, known: Observation): boolean {
  const down = new Set(elements)
  return (
    [...known.nodes].every(([router, up]) => nodes.get(router) === up) &&
    known.links.every(link => link.elements.some(element => !down.has(element)) === link.up)
  )
}

test('random pairs and triples: the true set is among the smallest, or a smaller one explains as much', () => {
  for (const size of [2, 3]) {
    for (const unknown of [
      { nodes: 0, links: 0 },
      { nodes: 0.2, links: 0.2 },
    ])
      expect(missedOf(analysis, 40, size, unknown, 31 * size).missed).toEqual([])
  }
})

test('no set of the smallest size is missed, and none is made up: all sets tried, on random networks', () => {
  const random = randomFrom(77)
  for (let seed = 0; seed < 12; seed++) {
    const small = analysisOf(randomPlan(seed))
    for (const unknown of [
      { nodes: 0, links: 1 },
      { nodes: 0.3, links: 0.4 },
    ]) {
      const observation = partly(seenWithout(small, ...drawn(small, random, between(random, 1, 2))), random, unknown)
      const expected = exhaustively(small, observation, 2)
      const { faults, explanations } = locate(small, observation)
      expect(faults, `seed ${seed}`).toBe(expected.faults)
      expect(expanded(explanations), `seed ${seed}`).toEqual(expected.sets)
    }
  }
})

test('what contradicts itself is explained by nothing', () => {
  const node = (id: string): number => analysis.elements.routerOf.get(id) as number
  const nodes = new Map(['core-1', 'core-2', 'bpkd', 'pemkab'].map(id => [node(id), true]))
  const link = analysis.elements.routers.length
  const { faults } = locate(analysis, {
    nodes,
    links: [
      { elements: [link], up: true },
      { elements: [link], up: false },
    ],
  })
  expect(faults).toBeUndefined()
})
