import { describe, expect, test } from 'vitest'
import { recompiler } from '../../recompile.ts'
import { contoh } from '../contoh.ts'
import { firstDifference } from './histories.ts'
import { staleMemos } from './stale-memos.ts'

/** A sample; `npm run test:incremental` follows two thousand. */
const histories = 8
const edits = 20

test.each(Array.from({ length: histories }, (_, seed) => seed))(
  'incremental is what fresh is, after every edit of history %i',
  async seed => {
    expect(await firstDifference(seed, edits, recompiler())).toBeUndefined()
  },
)

describe('a stale memo is noticed', () => {
  test.each(Object.entries(staleMemos))('%s', async (_, stale) => {
    for (let seed = 0; seed < 60; seed++) if ((await firstDifference(seed, edits, stale())) !== undefined) return
    expect.fail('no history noticed it')
  })
})

test('an edit that says nothing new compiles nothing: the same plan stands', () => {
  const again = recompiler()
  const input = { sources: contoh(), ledger: '', today: '2026-06-15', entropy: new Uint8Array(16) }
  const first = again(input)
  const sources = input.sources.map(({ path, text }) => ({ path, text: `# catatan\n${text}\n` }))
  const second = again({ ...input, sources })
  expect(second.plan).toBe(first.plan)
  const other = again({
    ...input,
    sources: sources.map(({ path, text }) => ({ path, text: text.replace('60', '61') })),
  })
  expect(other.plan).not.toBe(first.plan)
})
