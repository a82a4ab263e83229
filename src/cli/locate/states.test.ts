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

test('what last answered before the latest fault began is stale', () => {
  expect(parseStates('a,down,90\nb,down,30\nc,up,29\nd,up,30\ne,up', 'x.csv')).toEqual([
    { word: 'a', state: 'down' },
    { word: 'b', state: 'down' },
    { word: 'c', state: 'up' },
    { word: 'd', state: 'stale' },
    { word: 'e', state: 'up' },
  ])
})

test.each(['a', 'a,sakit', ',down', 'a,down,-3', 'a,constructor', 'a,__proto__'])(
  '`%s` is refused at its line',
  line => {
    const refused = parseStates(`b,up\n${line}`, 'x.csv')
    expect(isRefusal(refused) && refused.refused.en).toMatch(/^x\.csv:2: write `name,state\[,seconds\]`/)
  },
)
