import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sourcesOf } from '../inventory/sources-of.ts'
import { realBuild } from './build.ts'
import { overlapsIn } from './disjoint.ts'
import { ledgerLines } from './ledger-lines.ts'
import { readDeclared } from './neighbours.ts'
import { strayAllocations } from './pools.ts'
import { worldOf, worldShapes } from './world.ts'

const runs = Math.ceil(Number(process.env['SERAT_PROPERTY_RUNS'] ?? 100) / 5)

/** Addresses of interfaces, as the configurations of both platforms write them. */
function addressesIn(text: string): string[] {
  return [...text.matchAll(/^(?:add address=|Address=)([0-9a-f.:]+)\/\d+(?: interface=|$)/gm)].map(
    ([, address = '']) => address,
  )
}

it('no two interfaces share an address, and allocations are disjoint and inside their pools', () => {
  let addresses = 0
  fc.assert(
    fc.property(worldShapes, shape => {
      const world = worldOf(shape)
      const sources = sourcesOf(world)
      const { errors, ledger, routers } = realBuild(sources, '')
      expect(errors).toEqual([])
      const all = [...routers].flatMap(([router, text]) => addressesIn(text).map(address => ({ router, address })))
      const shared = [...Map.groupBy(all, ({ address }) => address)].filter(([, { length }]) => length > 1)
      expect(shared).toEqual([])
      // Each router has a loopback in both families at the least.
      expect(all.length).toBeGreaterThanOrEqual(routers.size * 2)
      addresses += all.length
      const lines = ledgerLines(ledger)
      expect(overlapsIn(lines, readDeclared(sources))).toEqual([])
      expect(strayAllocations(lines, world.network)).toEqual([])
    }),
    { numRuns: runs, seed: 20_260_602 },
  )
  console.log(`${addresses} addresses of interfaces compared`)
}, 600_000)
