import { expect, test } from 'vitest'
import { compile, type Compilation } from '../../compile.ts'
import { edited, readKlaten, type Files } from '../klaten/inventory.ts'
import { brokenCases } from './broken-cases.ts'
import { shown } from './lives.ts'

const files = readKlaten()
/** What lies in `documents/`: one file, which no contract names until a case does. */
const documents = new Map([['bast/ktr-2026-03.pdf', 'f'.repeat(64)]])

function checked({ sources, ledger }: Files, today: string): Compilation {
  return compile({ sources, ledger, today, documents, entropy: new Uint8Array(16) })
}

const known = new Set(checked(files, '2026-11-02').diagnostics.map(shown))

test('there are as many as auditors ask for', () => {
  expect(brokenCases.length).toBeGreaterThanOrEqual(45)
  expect(new Set(brokenCases.map(({ what }) => what)).size).toBe(brokenCases.length)
})

test.each(brokenCases)('$what: one finding, where it was typed, in both languages', ({ edits, finding, today }) => {
  const broken = edits.reduce(
    (state, [path, before, after]) =>
      edited(state, path, text => {
        expect(text).toContain(before)
        return text.replace(before, () => after)
      }),
    files,
  )
  const news = checked(broken, today ?? '2026-11-02').diagnostics.filter(each => !known.has(shown(each)))
  expect(news.map(shown)).toEqual([finding])
  for (const { message, help } of news) {
    expect(message.id).not.toBe(message.en)
    expect(help?.id).not.toBe(help?.en)
    for (const text of [message.id, message.en, help?.id ?? '', help?.en ?? ''])
      expect(text).not.toMatch(/undefined|NaN|\[object|^$/)
  }
})

test('a law that changes in mid-contract is no fault where each part has its own', () => {
  const [{ edits, finding } = { edits: [], finding: '' }] = brokenCases.filter(({ what }) =>
    what.includes('law changed'),
  )
  expect(finding).toContain('1542840000')
  const right = edits.reduce(
    (state, [path, before, after]) =>
      edited(state, path, text => text.replace(before, () => after.replace('1542840000', '1531800000'))),
    files,
  )
  expect(
    checked(right, '2026-11-02')
      .diagnostics.filter(each => !known.has(shown(each)))
      .map(shown),
  ).toEqual([])
})
