import { expect, test } from 'vitest'
import { load } from '../../load/load.ts'
import type { Network } from '../../model/network.ts'
import { linux } from '../../platforms/linux/platform.ts'
import { routeros } from '../../platforms/routeros/platform.ts'
import { between, randomFrom } from '../../testing/generate/random.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { bridgesOf, type Edge } from './bridges.ts'
import { ringsOf } from './rings.ts'

/** The reference network without one route. */
function klatenWithout(route: string): Network {
  const block = new RegExp(`^- route: ${route}\\n(?:(?!- ).*\\n)*`, 'm')
  const sources = readSites().sources.map(({ path, text }) => ({ path, text: text.replace(block, '') }))
  return load(sources, new Map([linux, routeros].map(platform => [platform.id, platform]))).value as Network
}

function openings(network: Network): unknown[] {
  return ringsOf(network).flatMap(({ name, opening }) =>
    opening === undefined ? [] : [[name, opening.ends.toSorted(), opening.sites.map(({ id }) => id).toSorted()]],
  )
}

test('the rings of the reference network are closed by its two cores', () => {
  expect(ringsOf(klatenWithout('none')).map(({ name }) => name)).toEqual(['ring-selatan', 'ring-timur', 'ring-utara'])
  expect(openings(klatenWithout('none'))).toEqual([])
})

test('a ring that loses a route ends at both its ends, and its sites stand on one way', () => {
  const sites = ['dlhk', 'kec-klaten-selatan', 'kesbangpol', 'pemda-2', 'satpol-pp']
  expect(openings(klatenWithout('selatan-3'))).toEqual([['ring-selatan', ['kec-klaten-selatan', 'kesbangpol'], sites]])
  expect(openings(klatenWithout('selatan-1'))).toEqual([['ring-selatan', ['core-2', 'pemda-2'], sites]])
})

test('a bridge is an edge without which its ends are apart, and beyond it lies what the root no longer reaches', () => {
  const random = randomFrom(13)
  for (let round = 0; round < 2000; round++) {
    const nodes = between(random, 1, 9)
    const edges = Array.from(
      { length: between(random, 0, 12) },
      (): Edge => [between(random, 0, nodes - 1), between(random, 0, nodes - 1)],
    )
    const { isBridge, beyond } = bridgesOf(nodes, edges, 0)
    for (const [i, [a, b]] of edges.entries()) {
      const others = edges.filter((_, other) => other !== i)
      expect(isBridge[i]).toBe(!reached(others, a).has(b))
      const [before, after] = [reached(edges, 0), reached(others, 0)]
      expect(beyond(i).toSorted((x, y) => x - y)).toEqual(
        [...before].filter(node => !after.has(node)).sort((x, y) => x - y),
      )
    }
  }
})

function reached(edges: readonly Edge[], from: number): ReadonlySet<number> {
  const found = new Set([from])
  for (const node of found)
    for (const [a, b] of edges) {
      if (a === node) found.add(b)
      if (b === node) found.add(a)
    }
  return found
}
