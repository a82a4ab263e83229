import { expect, test } from 'vitest'
import { atLength } from '../at-length.ts'
import { compareNetwork, compareSeveral } from './compare.fixture.ts'
import { compareProtection } from './compare-protection.fixture.ts'
import { isCaught, kindOf, mutants } from './mutants.fixture.ts'

const networks = atLength(80, 200)

test(`${networks} random networks, every failure of one component: the same states and the same equal paths by brute force`, () => {
  const compared = Array.from({ length: networks }, (_, seed) => compareNetwork(seed))
  expect(compared.flatMap(({ differences }) => differences)).toEqual([])
  const sum = (of: (one: (typeof compared)[number]) => number): number =>
    compared.reduce((total, one) => total + of(one), 0)
  console.log(
    `${sum(({ failures }) => failures)} failures of ${networks} networks compared, ${sum(({ distinct }) => distinct)} of them with an effect of their own`,
  )
})

test(`several failures at one time, up to five: the same by brute force, 20 draws on each of ${networks} networks`, () => {
  expect(
    Array.from({ length: networks }, (_, seed) => compareSeveral(seed, 20)).flatMap(({ differences }) => differences),
  ).toEqual([])
})

test(`lost protection, broken states, batteries: the same by brute force, 5 draws and all N-1 on each of ${networks / 2} networks`, () => {
  expect(
    Array.from({ length: networks / 2 }, (_, seed) => compareProtection(seed, 5)).flatMap(
      ({ differences }) => differences,
    ),
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
