import { expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import type { Plan } from '../../plan/plan.ts'
import { randomPlan } from '../../testing/analysis/random-network.fixture.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { prefixCount } from './handed-out.ts'
import { isPool } from './row.ts'
import { ipRows } from './rows.ts'

function sameAsShown(plan: Plan): void {
  const shown = ipRows(plan).filter(row => !isPool(row))
  expect(prefixCount(plan)).toBe(new Set(shown.map(({ prefix }) => prefix)).size)
}

test('as many prefixes as the lines of the reference network show', () => {
  const { sources, ledger } = readSites()
  const { plan } = compile({ sources, ledger, today: '2026-06-01', entropy: new Uint8Array(16) })
  if (plan === undefined) throw new Error('no plan')
  sameAsShown(plan)
  expect(prefixCount(plan)).toBeGreaterThan(400)
})

test.each([0, 1, 2, 3, 4, 5])('as many as those of random network %i', seed => sameAsShown(randomPlan(seed)))
