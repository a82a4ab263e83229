import { expect, test } from 'vitest'
import { randomPlan } from '../../testing/analysis/random-network.fixture.ts'
import { analysisOf } from '../analysis.ts'
import { askAfter, routingWithout } from '../graph/failure.ts'

/** Every router's first fellow on its island, whatever an island is called; itself where it is dead. */
function fellows(islands: Int32Array): number[] {
  return [...islands].map((island, router) => (island === -1 ? router : islands.indexOf(island)))
}

test.each([0, 1, 2, 3, 4, 5])(
  'islands after every two failures are those that a walk from nothing finds (%i)',
  seed => {
    const { elements, classes, whole } = analysisOf(randomPlan(seed))
    const differing = classes.flatMap((one, i) =>
      classes.slice(i).flatMap(other => {
        const down = [one.elements, other.elements]
        const told = askAfter(whole.routing, down, ({ islands }) => islands.slice())
        const walked = routingWithout(elements, ...down).islands
        const same =
          `${fellows(told)}` === `${fellows(walked)}` &&
          `${[...told].map(Math.sign)}` === `${[...walked].map(Math.sign)}`
        return same ? [] : [`${one.components[0]?.name} and ${other.components[0]?.name}`]
      }),
    )
    expect(differing).toEqual([])
  },
)
