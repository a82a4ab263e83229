import { expect, test } from 'vitest'
import { dotLabel, dotString, markdownText, withoutFormula, xmlText } from './escape.ts'

test('XML text opens no tag, no attribute and no entity, and holds nothing that XML refuses', () => {
  expect(xmlText(`<a b="c" d='e'>&amp;`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;')
  expect(xmlText('a\u0000b\u001bc\ud800d\ufffee')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde')
  expect(xmlText('emoji 😀 stays')).toBe('emoji 😀 stays')
})

test('Markdown text stays in its cell and its line', () => {
  expect(markdownText('a|b\nc')).toBe('a\\|b c')
  expect(markdownText('[x](y) `z` *w* <b> &lt; \\')).toBe('\\[x\\](y) \\`z\\` \\*w\\* &lt;b&gt; &amp;lt; \\\\')
})

test('a spreadsheet formula gets an apostrophe', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r']) expect(withoutFormula(`${sign}1`)).toBe(`'${sign}1`)
  expect(withoutFormula('a=1')).toBe('a=1')
})

test('DOT strings hold no escape of their own', () => {
  expect(dotString('a"b\\N&lt;')).toBe('"a\\"b\\\\N&amp;lt;"')
  expect(dotLabel(['one', 'two\nthree'])).toBe('"one\\ntwo three"')
})
