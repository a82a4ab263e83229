import { expect, test } from 'vitest'
import { plainText, shortTexts } from './values.ts'

const start = 'Jaringan Intra Pemerintah Kabupaten Klaten, hanya untuk petugas yang berwenang'

test('what is short stands as it is', () => {
  expect(shortTexts({ before: 'lama', after: 'baru' })).toEqual({ before: 'lama', after: 'baru' })
})

test.each([
  [`${start}, dicatat`, `${start}, direkam`],
  [start, `${start} dan tamu`],
  [`${start} dan tamu`, start],
  [start, 'baru'],
  ['baru', start],
  [`😀${start}😀`, `😀${start}😁`],
  [`${start}${start}`, `${start}x${start}`],
])('two long values never look alike: %s, %s', (before, after) => {
  const texts = shortTexts({ before, after })
  expect(texts.before).not.toBe(texts.after)
  for (const text of Object.values(texts)) {
    expect([...text].length).toBeLessThanOrEqual(62)
    expect(text).not.toMatch(/\p{Surrogate}/u)
  }
})

test('lists and entries in one line, keys as files spell them', () => {
  expect(plainText(['voice', 'services'])).toBe('[voice, services]')
  expect(plainText([{ speedMbps: 10, ports: [{ router: 'core-1' }], note: undefined }])).toBe(
    '[{speed_mbps: 10, ports: [{router: core-1}]}]',
  )
})
