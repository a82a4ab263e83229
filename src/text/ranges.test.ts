import { expect, test } from 'vitest'
import { asRanges, namesOfRange } from './ranges.ts'

test('numbered names that follow each other become a range, others stay', () => {
  expect(asRanges(['sp-a-003', 'sp-a-001', 'sp-a-002', 'sp-a-005', 'sp-b-004', 'odf-x'])).toEqual([
    'odf-x',
    'sp-a-001..sp-a-003',
    'sp-a-005',
    'sp-b-004',
  ])
  expect(asRanges(['p-08', 'p-09', 'p-10'])).toEqual(['p-08..p-10'])
  expect(asRanges(['c-1/1', 'c-1/2', 'c-1/9', 'c-1/10'])).toEqual(['c-1/1', 'c-1/2', 'c-1/9', 'c-1/10'])
  expect(asRanges([])).toEqual([])
})

test('a range stands for its names', () => {
  expect(namesOfRange('sp-a-009..sp-a-011')).toEqual(['sp-a-009', 'sp-a-010', 'sp-a-011'])
  expect(namesOfRange('sp-a-011..sp-a-009')).toEqual(['sp-a-011', 'sp-a-010', 'sp-a-009'])
  expect(namesOfRange('sp-a-001..sp-b-002')).toEqual(['sp-a-001..sp-b-002'])
  expect(namesOfRange('p-1..p-999999')).toEqual(['p-1..p-999999'])
})
