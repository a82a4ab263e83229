import { expect, test } from 'vitest'
import { compareNetwork, compareSeveral } from './compare.fixture.ts'
import { compareProtection } from './compare-protection.fixture.ts'
import { isCaught, kindOf, mutants } from './mutants.fixture.ts'

test('200 random networks, every failure of one component: the same states and the same equal paths by brute force', () => {
  const compared = Array.from({ length: 200 }, (_, seed) => compareNetwork(seed))
  expect(compared.flatMap(({ differences }) => differences)).toEqual([])
  const sum = (of: (one: (typeof compared)[number]) => number): number =>
    compared.reduce((total, one) => total + of(one), 0)
  console.log(
    `${sum(({ failures }) => failures)} failures of 200 networks compared, ${sum(({ distinct }) => distinct)} of them with an effect of their own`,
  )
})

test('several failures at one time, up to five: the same by brute force, 20 draws on each of 200 networks', () => {
  expect(
    Array.from({ length: 200 }, (_, seed) => compareSeveral(seed, 20)).flatMap(({ differences }) => differences),
  ).toEqual([])
})

test('lost protection, broken states and batteries: the same by brute force, 5 draws and all N-1 on each of 100 networks', () => {
  expect(
    Array.from({ length: 100 }, (_, seed) => compareProtection(seed, 5)).flatMap(({ differences }) => differences),
  ).toEqual([])
})

test('each planted bug is another one of the seven kinds', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(10)
  expect(new Set(mutants.map(({ name }) => kindOf(name)))).toEqual(
    new Set(['routing', 'default', 'redistribution', 'sharing', 'protection', 'given', 'battery']),
  )
})

test.each(mutants)('a planted bug is caught ($name)', mutant => {
  expect(isCaught(mutant, [0, 200])).toBe(true)
})
