import { describe, expect, it } from 'vitest'
import { line, lineText } from '../text/line.ts'
import { extended, option, quote, quoteLines, routerosSecret } from './text.ts'

describe('quote', () => {
  it.each([
    ['plain text', '"plain text"'],
    ['', '""'],
    ['say "yes"', '"say \\"yes\\""'],
    ['C:\\x', '"C:\\\\x"'],
    ['$name', '"\\$name"'],
    ['why?', '"why\\?"'],
    ['a; /system reset-configuration # [find]', '"a; /system reset-configuration # [find]"'],
    ['kafé – 1', '"kaf\\C3\\A9 \\E2\\80\\93 1"'],
  ])('writes %s as %s', (text, quoted) => expect(quote(text).text).toBe(quoted))

  it.each(['a\nb', 'a\rb', 'a\u0000b', 'a\u007fb', 'a\u0085b'])('refuses control characters: %j', text =>
    expect(() => quote(text)).toThrow('control character'),
  )

  it('joins lines within one string', () => expect(quoteLines(['a "b"', 'c']).text).toBe('"a \\"b\\"\\r\\nc"'))
})

describe('routerosSecret', () => {
  it('escapes all that would end the string or be read in it', () =>
    expect(routerosSecret('a"b\\c$d?e')).toBe('a\\"b\\\\c\\$d\\?e'))
  it('writes bytes that are not printable in hexadecimal', () => expect(routerosSecret('é\n')).toBe('\\C3\\A9\\0A'))
})

describe('option', () => {
  it('is nothing without a value', () => expect(option('x', undefined).text).toBe(''))
  it('takes bare words, numbers and quoted text', () => {
    expect(option('x', 'a-b').text + option('y', 1).text + option('z', quote('c d')).text).toBe(' x=a-b y=1 z="c d"')
  })
  it.each(['two words', '', 'a;b', 'a=b'])('refuses %j', text =>
    expect(() => option('x', text)).toThrow('not a bare word'),
  )
  it('refuses what is no number', () => expect(() => option('x', NaN)).toThrow('not a bare word'))
})

it('extends a line without touching its origin', () => {
  const start = line([], 'hardening')`set a=1`
  expect(lineText(extended(start, line([])` b="${{ secret: 's', encode: routerosSecret }}"`))).toBe(
    'set a=1 b="<secret:s>"',
  )
})
