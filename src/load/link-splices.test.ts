import { expect, test } from 'vitest'
import { diagnosedWith, plannedWith } from '../plan/plant/plant.fixture.ts'
import { workedPlant, workedRoute } from '../plan/plant/worked-example.fixture.ts'

const bySplice = (lines: string): string => workedPlant.replace(/splices:\n[\s\S]*$/, `splices:\n${lines}`)
const trays = '{ id: jc-01, kind: closure, at_structure: v-3900, trays: 4, splices_per_tray: 5 }'
const route = workedRoute('bx20-d', 'bx20-u')

test('a range is as many splices as it has cores, laid from the first tray on', () => {
  const plant = bySplice('  - { closure: jc-01, tray: 2, a: c-1/13..24, b: c-2/1..12, loss_db: 0.05 }\n').replace(
    /\{ id: jc-01[^}]*\}/,
    trays,
  )
  const { splices } = plannedWith(plant, route).network
  expect(splices.map(({ declared: { a, b, tray } }) => `${tray}: ${a} ${b}`).sort()).toEqual([
    '2: c-1/13 c-2/1',
    '2: c-1/14 c-2/2',
    '2: c-1/15 c-2/3',
    '2: c-1/16 c-2/4',
    '2: c-1/17 c-2/5',
    '3: c-1/18 c-2/6',
    '3: c-1/19 c-2/7',
    '3: c-1/20 c-2/8',
    '3: c-1/21 c-2/9',
    '3: c-1/22 c-2/10',
    '4: c-1/23 c-2/11',
    '4: c-1/24 c-2/12',
  ])
  expect(splices.every(({ declared }) => declared.lossDb === 0.05)).toBe(true)
})

test('a falling range joins the other way round', () => {
  const { splices } = plannedWith(bySplice('  - { closure: jc-01, a: c-1/1..3, b: c-2/3..1 }\n'), route).network
  expect(splices.map(({ id }) => id)).toEqual(['c-1/1--c-2/3', 'c-1/2--c-2/2', 'c-1/3--c-2/1'])
})

test('two ranges of different length are one finding at the second', () => {
  const found = diagnosedWith(bySplice('  - { closure: jc-01, a: c-1/13..24, b: c-2/1..11 }\n'), route)
  expect(found.map(({ code, at, message }) => [code, at?.path.join('.'), message.en])).toEqual([
    ['LOD013', 'splices.0.b', 'c-1/13..24 are 12 cores, and c-2/1..11 are 11'],
  ])
})
