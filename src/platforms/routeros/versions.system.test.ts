import { describe, expect, it } from 'vitest'
import { atLength } from '../../testing/at-length.ts'
import { routeros } from './platform.ts'
import { klaten, randomNetwork, refusals } from './routeros.versions.ts'
import { skipped, treesAbsent } from './routeros.tree.ts'

const networks = Array.from({ length: atLength(10, 50) }, (_, i) => i + 1)

describe.skipIf(treesAbsent)(`every router of Klaten and of ${networks.length} random networks${skipped}`, () => {
  const intents = [...klaten(), ...networks.flatMap(randomNetwork)]
  it('are many', () => expect(intents.length).toBeGreaterThan(networks.length * 10))
  it.each(routeros.dialects)('is accepted by the command tree of dialect $id', async dialect => {
    const refused = await refusals(intents, dialect)
    console.log(
      `${intents.length} routers of Klaten and ${networks.length} networks, dialect ${dialect.id}: ${refused.length} refusals`,
    )
    expect(refused).toEqual([])
  })
})
