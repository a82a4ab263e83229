import { expect, test } from 'vitest'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { drawn, seenWithout } from '../../testing/analysis/locate-cases.fixture.ts'
import { noisyScore, noisyNetworks } from '../../testing/analysis/noisy.fixture.ts'
import { randomFrom } from '../../testing/generate/random.ts'
import { analysisOf } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { answerTo } from './answer.ts'
import { likely, type Likely } from './likely.ts'
import type { Observation } from './observation.ts'

const analysis = analysisOf(klaten())

function downWithout(...set: readonly ComponentClass[]): number[] {
  return [...seenWithout(analysis, ...set).nodes].flatMap(([router, up]) => (up ? [] : [router]))
}

/** What is not named as down counts as up, as on the command line. */
function seenDown(down: readonly number[]): Observation {
  return { nodes: new Map(analysis.elements.routers.map((_, router) => [router, !down.includes(router)])), links: [] }
}

function isOf(classes: readonly ComponentClass[], { explanation: { members } }: Likely): boolean {
  return members.length === 1 && (members[0]?.classes ?? []).some(one => classes.includes(one))
}

test('each outage of two or more routers, minus one of them: its cause is among the first three, with that one against it', () => {
  const outages = Map.groupBy(analysis.classes, one => downWithout(one).join())
  let asked = 0
  for (const [key, classes] of outages) {
    const down = key.split(',').map(Number)
    if (key === '' || down.length < 2) continue
    for (const late of down.filter((_, i) => i % 3 === 0)) {
      const { ranked } = answerTo(analysis, seenDown(down.filter(router => router !== late)))
      const rank = ranked.findIndex(one => isOf(classes, one))
      const name = `${classes[0]?.components[0]?.name} without ${late}`
      expect(rank, name).toBeOneOf([0, 1, 2])
      expect(ranked[rank]?.seenUp, name).toEqual([`router:${analysis.elements.routers[late]?.router.id}`])
      expect(ranked.length, `${name}: never a wrong cause alone`).toBeGreaterThan(rank === 0 ? 0 : 1)
      asked++
    }
  }
  expect(asked).toBeGreaterThan(40)
})

test('alarms that arrive one after the other end at the exact answer', () => {
  const random = randomFrom(17)
  const providers = analysis.classes.filter(({ components: [first] }) => first?.kind === 'provider')
  for (const provider of providers) {
    const down = downWithout(provider).sort(() => random() - 0.5)
    if (down.length < 2) continue
    for (let seen = 1; seen <= down.length; seen++) {
      const { ranked } = answerTo(analysis, seenDown(down.slice(0, seen)))
      if (seen >= down.length - 1) expect(ranked.slice(0, 3).some(one => isOf([provider], one))).toBe(true)
      if (seen === down.length) expect(ranked[0]?.seenUp).toEqual([])
    }
  }
})

test('a tenth late, a tenth unknown, one flapping: the class of the truth comes first, or nearly', () => {
  const scores = noisyNetworks(3).map(one => noisyScore(one, 40, 2026))
  for (const size of [1, 2] as const) {
    const [asked, first, three] = (['asked', 'first', 'firstThree'] as const).map(key =>
      scores.reduce((sum, score) => sum + score[size][key], 0),
    ) as [number, number, number]
    expect(asked).toBeGreaterThan(100)
    expect(first / asked).toBeGreaterThanOrEqual(size === 1 ? 0.99 : 0.95)
    expect(three / asked).toBeGreaterThanOrEqual(0.99)
  }
})

test('a storm of independent leased sites is answered, not exactly, with what they have in common', () => {
  const random = randomFrom(4)
  const leased = analysis.elements.sites.filter(({ primary }) => primary !== undefined)
  for (const size of [4, 7, 12]) {
    const down = [...leased]
      .sort(() => random() - 0.5)
      .slice(0, size)
      .map(({ router }) => router)
    const { exact, storm } = answerTo(analysis, seenDown(down))
    expect(exact.faults).toBeUndefined()
    expect(storm?.sites).toHaveLength(size)
    expect(storm?.unexplained).toEqual([])
    expect(storm?.withinKm).toBeGreaterThan(1)
    const explained = new Set(storm?.members.flatMap(({ classes }) => downWithout(...classes)))
    expect(down.every(router => explained.has(router))).toBe(true)
  }
})

test('what nothing contradicts costs its faults alone, and comes first', () => {
  const random = randomFrom(8)
  for (let i = 0; i < 30; i++) {
    const set = drawn(analysis, random, 2)
    const { likely: found } = likely(analysis, seenWithout(analysis, ...set))
    const exact = found.filter(({ seenUp, seenDown: wrong }) => seenUp.length + wrong.length === 0)
    expect(exact.length, set.map(({ components }) => components[0]?.name).join(' + ')).toBeGreaterThan(0)
    expect(exact[0]?.explanation.members.length).toBeLessThanOrEqual(2)
  }
})
