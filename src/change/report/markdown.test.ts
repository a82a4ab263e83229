import { expect, test } from 'vitest'
import { between, pick, randomFrom, type Random } from '../../testing/generate/random.ts'
import { githubRoom, markdownReport } from './markdown.ts'
import type { Report, Section } from './report.ts'

/** Names of somebody who would like a comment to say something else. */
const hostile: readonly [string, ...string[]] = [
  '</details><h1>merged</h1>',
  '```\n# approved',
  '| a | b |\n| --- | --- |',
  '<!-- serat:diff -->',
  '[here](https://example.com)',
  '~~~',
  '\u2028```',
  '<script>alert(1)</script>',
  '<details open>',
  '@everyone',
  '|||',
  '\\|\\',
]

function textOf(random: Random): string {
  return random() < 0.2 ? pick(random, hostile) : 'x'.repeat(between(random, 1, 300))
}

function many<T>(random: Random, most: number, make: () => T): T[] {
  return Array.from({ length: random() < 0.2 ? between(random, 0, most) : between(random, 0, 4) }, make)
}

function randomSection(random: Random, key: string): Section {
  const columns = many(random, 4, () => ({ title: textOf(random) }))
  return {
    key,
    title: `title-${key}`,
    notes: many(random, 200, () => textOf(random)),
    columns,
    rows: columns.length === 0 ? [] : many(random, 3000, () => columns.map(() => textOf(random))),
    details: many(random, 400, () => ({
      title: textOf(random),
      lines: many(random, 400, () => `${pick(random, ['@', '-', '+', '~'])} ${textOf(random)}`),
    })),
  }
}

function randomReport(random: Random, language: Report['language']): Report {
  return {
    language,
    weight: pick(random, ['nothing', 'notice', 'alarm', 'blocked']),
    verdict: textOf(random),
    lead: many(random, 3, () => textOf(random)),
    sections: many(random, 7, () => randomSection(random, String(between(random, 0, 9)))),
  }
}

/** Lines outside of fences. A fence ends where a line begins with three of its signs. */
function outside(text: string): { readonly lines: readonly string[]; readonly isClosed: boolean } {
  const lines: string[] = []
  let open = false
  for (const line of text.split('\n')) {
    if (/^ {0,3}(```|~~~)/.test(line)) open = !open
    else if (!open) lines.push(line)
  }
  return { lines, isClosed: !open }
}

test('no comment is over the limit, every fence and fold is closed, nothing is cut unsaid', () => {
  let cut = 0
  for (let seed = 0; seed < 300; seed++) {
    const random = randomFrom(seed)
    const reports = [randomReport(random, 'id'), randomReport(random, 'en')].slice(0, between(random, 1, 2))
    const text = markdownReport(reports, { head: '<!-- serat:diff -->\n', subject: textOf(random) }, githubRoom)
    expect(text.length, `seed ${seed}`).toBeLessThanOrEqual(65_536)
    expect(Buffer.byteLength(text), `seed ${seed}`).toBeLessThanOrEqual(262_144)
    const { lines, isClosed } = outside(text)
    const all = lines.join('\n')
    expect(isClosed, `seed ${seed}`).toBe(true)
    expect(all.split('<details>').length, `seed ${seed}`).toBe(all.split('</details>').length)
    expect(all.match(/<(?!\/?(details|summary)>)[a-z/!]/gi) ?? [], `seed ${seed}`).toEqual(['<!'])
    const whole = markdownReport(reports, { head: '<!-- serat:diff -->\n', subject: '' })
    if (whole.length > 65_536) {
      expect(text, `seed ${seed}`).toMatch(/✂/)
      cut++
    }
  }
  expect(cut).toBeGreaterThan(50)
})

test('a section with one row and one with many are written alike, and what has no room is counted', () => {
  const section = (count: number): Section => ({
    key: 'things',
    title: 'Yang disentuh',
    notes: [],
    columns: [{ title: 'Apa' }, { title: 'Rp', isNumber: true }],
    rows: Array.from({ length: count }, (_, i) => [`baris ${i}`, '1']),
  })
  const text = (count: number, characters: number): string =>
    markdownReport(
      [{ language: 'id', weight: 'notice', verdict: 'v', lead: [], sections: [section(count)] }],
      { head: '', subject: 's' },
      { characters, bytes: 1e6 },
    )
  expect(text(1, 1e6)).toBe('### 🟡 v\n\ns\n\n**Yang disentuh**\n\n| Apa | Rp |\n| --- | ---: |\n| baris 0 | 1 |\n')
  expect(text(2, 1e6)).toBe(`${text(1, 1e6)}| baris 1 | 1 |\n`)
  expect(text(1000, 2200)).toMatch(/\n✂ Tidak muat, lihat laporan lengkap: Yang disentuh 99\d\n$/)
})
