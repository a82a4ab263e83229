import { expect, test } from 'vitest'
import { affectedRouters } from '../../change/affected.ts'
import { compare } from '../../change/compare.ts'
import type { Network } from '../../model/network.ts'
import { atLength } from '../at-length.ts'
import { randomFrom } from '../generate/random.ts'
import { changeOf } from './change.ts'
import { compiled, configurations, errorsOf, readKlaten } from './inventory.ts'
import { samplesOf } from './provenance.ts'
import { sampled } from './sampled.ts'
import { scalarAt } from './scalar.ts'

/** Needs no peer; it is here since each change is a compilation of its own. */
const many = atLength(40, 150)

test(`${many} random changes of one scalar: a changed configuration has a changed thing or number, and its router is foretold`, () => {
  const files = readKlaten()
  const before = compiled(files)
  const faults: string[] = []
  let routersChanged = 0
  for (const { line } of sampled(randomFrom(12), samplesOf(configurations(before)), many)) {
    const [place] = line.from
    const scalar = place && scalarAt(place)
    if (place === undefined || scalar === undefined) continue
    const { strategy, tries } = changeOf(files, place, scalar)
    for (const tried of tries) {
      const after = compiled(tried)
      if (errorsOf(after).length > 0) continue
      const { things, numbers, routers } = compare(before, after)
      const wanted = affectedRouters(
        { before: before.network as Network, after: after.network as Network },
        things,
        numbers,
      )
      const missed = routers.map(({ router }) => router).filter(router => wanted?.has(router) === false)
      const at = `${place.source.path} ${place.path.join('.')}, ${strategy}`
      if (missed.length > 0) faults.push(`${at}: ${missed.join()} not foretold`)
      if (routers.length > 0 && things.length + numbers.length === 0) faults.push(`${at}: nothing declared is changed`)
      routersChanged += routers.length
      break
    }
  }
  console.log(`${routersChanged} configurations changed by ${many} changes`)
  expect(faults).toEqual([])
  expect(routersChanged).toBeGreaterThan(many / 2)
})
