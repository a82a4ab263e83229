import { expect, test } from 'vitest'
import { expectedIn, expectedText } from './carets.ts'

test('carets name line and column of the token above them', () => {
  const text = [
    'site: dishub',
    '#<^^^ LOD021',
    'zones: [a, b]',
    '#       ^ SEC001 SEC002',
    '#          ^ SEC001',
    '# no caret here',
    'x: 1',
    '',
  ].join('\n')
  expect(expectedIn('a.yaml', text).map(expectedText)).toEqual([
    'a.yaml:1:1 LOD021',
    'a.yaml:3:9 SEC001',
    'a.yaml:3:9 SEC002',
    'a.yaml:3:12 SEC001',
  ])
})
