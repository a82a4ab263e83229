import fc from 'fast-check'
import { expect, it } from 'vitest'
import { platforms } from '../../compile.ts'
import { randomFrom } from '../generate/random.ts'
import { load } from '../../load/load.ts'
import { clashesOf } from '../../plan/clashes.ts'
import { repairLedger } from '../../plan/ledger.ts'
import type { Source } from '../../source/source.ts'
import { withoutSite } from '../inventory/remove.ts'
import { sourcesOf } from '../inventory/sources-of.ts'
import { realBuild } from './build.ts'
import { changedRouters } from './complaints.ts'
import { ledgerLines } from './ledger-lines.ts'
import { neighboursOf, readDeclared } from './neighbours.ts'
import { operate } from './operations.ts'
import { worldOf, worldShapes } from './world.ts'

const runs = Math.ceil(Number(process.env['SERAT_PROPERTY_RUNS'] ?? 100) / 8)
const insertSite = { kind: 'site', verb: 'insert' } as const

/** What Git makes of two branches that each added lines between others. */
function union(ours: string, theirs: string): string {
  const header = ours.split('\n').filter(line => /^(#|format:|serat:)/.test(line))
  const entries = new Set(
    [ours, theirs].flatMap(text => text.split('\n')).filter(line => line !== '' && !header.includes(line)),
  )
  return [...header, ...[...entries].sort(), ''].join('\n')
}

function mended(merged: string, base: string, sources: readonly Source[]): string {
  const network = load(sources, platforms).value
  if (network === undefined) throw new Error('the merged inventory does not load')
  return repairLedger(merged, base, ledger => clashesOf(network, ledger)).text
}

it('two branches that each add a site merge cleanly, or are repaired so that what the base had stays', () => {
  let [clean, repaired] = [0, 0]
  fc.assert(
    fc.property(worldShapes, shape => {
      const world = worldOf({ ...shape, tight: true })
      const random = randomFrom(shape.seed)
      const first = operate(insertSite, world, random)
      const second = first === undefined ? undefined : operate(insertSite, first.after, random)
      // A site on the other's ring or spur is no work of two branches.
      fc.pre(
        first !== undefined &&
          second !== undefined &&
          !neighboursOf(readDeclared(sourcesOf(second.after)), 'site', first.id).has(second.id),
      )
      const both = sourcesOf(second.after)
      const base = realBuild(sourcesOf(world), '')
      const [ours, theirs] = [
        realBuild(sourcesOf(first.after), base.ledger),
        realBuild(sourcesOf(withoutSite(second.after, first.id)), base.ledger),
      ]
      fc.pre(theirs.errors.length === 0)
      const merged = union(ours.ledger, theirs.ledger)
      const after = realBuild(both, merged)
      const final = after.errors.length === 0 ? after : realBuild(both, mended(merged, base.ledger, both))
      if (after.errors.length === 0) clean++
      else repaired++

      expect(final.errors).toEqual([])
      if (after === final) expect(final.ledger).toBe(merged)
      const lines = ledgerLines(final.ledger)
      for (const [key, line] of ledgerLines(base.ledger)) expect(lines.get(key), key).toEqual(line)
      const declared = readDeclared(both)
      const mayChange = new Set([first.id, second.id].flatMap(id => [...neighboursOf(declared, 'site', id)]))
      expect([...changedRouters(base, final)].filter(router => !mayChange.has(router))).toEqual([])
    }),
    { numRuns: runs, seed: 20_260_601 },
  )
  console.log(`merges: ${clean} clean, ${repaired} repaired`)
  // Pools are tight here, so that both happen; in wide ones a clash is rare.
  expect(clean).toBeGreaterThan(0)
  expect(repaired).toBeGreaterThan(0)
}, 600_000)
