import { expect, test } from 'vitest'
import { compareNetwork } from './compare.fixture.ts'
import { compareProtection } from './compare-protection.fixture.ts'
import { isCaught, isPlantable, mutants } from './mutants.fixture.ts'

/** A tenth of what the system tier does: 20 of 200 networks, 2 of the planted bugs. */
test('every failure of one component: the analysis and brute force agree on states and on all equal paths', () => {
  const compared = Array.from({ length: 20 }, (_, seed) => compareNetwork(seed))
  expect(compared.flatMap(({ differences }) => differences)).toEqual([])
  expect(compared.reduce((sum, { failures }) => sum + failures, 0)).toBeGreaterThan(2000)
})

test('lost protection, broken states and batteries: the analysis and brute force agree', () => {
  expect([0, 1, 15].map(seed => compareProtection(seed, 2)).flatMap(({ differences }) => differences)).toEqual([])
})

test('every planted bug still has its place in the source', () => {
  expect(mutants.filter(mutant => !isPlantable(mutant))).toEqual([])
})

test.each(mutants.filter((_, i) => i % 8 === 3))('a planted bug is caught ($name)', mutant => {
  expect(isCaught(mutant, [0, 20])).toBe(true)
})
