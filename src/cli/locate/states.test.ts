import { expect, test } from 'vitest'
import { isRefusal } from '../shell/refusal.ts'
import { parseStates } from './states.ts'

test('names with commas, headings, comments, three line ends, words of both languages', () => {
  expect(
    parseStates('name,state\r\nBadan A, B,mati\rkec-bayat , UP , 4\n# komentar\n\nkec-wedi,kedip\n', 'x.csv'),
  ).toEqual([
    { word: 'Badan A,B', state: 'down' },
    { word: 'kec-bayat', state: 'up' },
    { word: 'kec-wedi', state: 'flapping' },
  ])
})

test('tables of other programs, and a clock that runs a little ahead', () => {
  const expected = [
    { word: 'Badan A, B', state: 'down' },
    { word: 'kec-wedi', state: 'up' },
  ]
  for (const text of [
    '"name";"state"\n"Badan A, B";"mati";"30"\nkec-wedi;hidup;-3',
    'name\tstate\nBadan A, B\tdown\t30\nkec-wedi\tup\t-3.5',
  ])
    expect(parseStates(text, 'x.csv')).toEqual(expected)
})

test('what last answered before the latest fault began is stale', () => {
  expect(parseStates('a,down,90\nb,down,30\nc,up,29\nd,up,30\ne,up', 'x.csv')).toEqual([
    { word: 'a', state: 'down' },
    { word: 'b', state: 'down' },
    { word: 'c', state: 'up' },
    { word: 'd', state: 'stale' },
    { word: 'e', state: 'up' },
  ])
})

test.each(['a', 'a,sakit', ',down', 'a,down,-60', 'a,constructor', 'a,__proto__'])(
  '`%s` is refused at its line',
  line => {
    const refused = parseStates(`b,up\n${line}`, 'x.csv')
    expect(isRefusal(refused) && refused.refused.en).toMatch(/^x\.csv:2: write `name,state\[,seconds\]`/)
  },
)
