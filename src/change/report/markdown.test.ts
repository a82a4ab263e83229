import { expect, test } from 'vitest'
import { between, pick, randomFrom, type Random } from '../../testing/generate/random.ts'
import { hostileTexts, randomChangeValue } from '../../testing/analysis/random-change-value.fixture.ts'
import { githubRoom, gitlabRoom, markdownReport, summaryRoom, type Room } from './markdown.ts'
import { reportOf, type Report } from './report.ts'
import type { Section } from './section.ts'

function textOf(random: Random): string {
  return random() < 0.2 ? pick(random, hostileTexts) : 'x'.repeat(between(random, 1, 300))
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
    details: many(random, 400, () => {
      const lines = many(random, 400, () => `${pick(random, ['@', '-', '+', '~'])} ${textOf(random)}`)
      return { title: textOf(random), lines: () => lines }
    }),
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

/** `SERAT_REPORTS`: how many random changes, from the seed `SERAT_FIRST` on; the command at length asks for more. */
const wanted = Number(process.env['SERAT_REPORTS'] ?? 30)
const firstSeed = Number(process.env['SERAT_FIRST'] ?? 0)

/** What the hosts take: GitHub's comment, GitLab's note, GitHub's summary of a step. */
const limits: readonly { readonly room: Room; readonly characters: number; readonly bytes: number }[] = [
  { room: githubRoom, characters: 65_536, bytes: 262_144 },
  { room: gitlabRoom, characters: 1_000_000, bytes: 5_000_000 },
  { room: summaryRoom, characters: 1_000_000, bytes: 1_000_000 },
]

test('whatever a change of up to 1,000 sites is: within every limit, closed, nothing cut unsaid, no name is markup', () => {
  const tally = { changes: 0, cut: 0, longest: 0 }
  for (let seed = firstSeed; seed < firstSeed + wanted; seed++) {
    const change = randomChangeValue(randomFrom(seed * 31 + 7))
    const reports = (['id', 'en'] as const).map(language => reportOf(change, language))
    const head = '<!-- serat:diff sites -->\n'
    tally.changes++
    // The two large rooms are slow to fill.
    for (const { room, characters, bytes } of seed % 10 === 0 ? limits : limits.slice(0, 1)) {
      const text = markdownReport(reports, { head, subject: 'main → sites' }, room)
      expect(text.length, `seed ${seed}`).toBeLessThanOrEqual(characters)
      expect(Buffer.byteLength(text), `seed ${seed}`).toBeLessThanOrEqual(bytes)
      expectInert(text, `seed ${seed}`)
      expect(saidToBeCut(text), `seed ${seed}`).toBe(missingFrom(text, reports))
      if (room !== githubRoom) continue
      tally.longest = Math.max(tally.longest, text.length)
      if (text.includes('✂')) tally.cut++
    }
  }
  if (wanted > 30) process.stdout.write(`${JSON.stringify(tally)}\n`)
  if (wanted < 30) return
  expect(tally.cut).toBeGreaterThan(0)
  expect(tally.cut).toBeLessThan(tally.changes)
}, 3_600_000)

/** How many notes, rows and parts the report itself says that it left out. */
function saidToBeCut(text: string): number {
  const said = [...text.matchAll(/^✂ .*$/gm)].map(([line]) => line)
  const counts = said.flatMap(line => [...line.matchAll(/ (\d+)(?=,|$)/g)].map(([, count]) => Number(count)))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** How many are not there: of the language that is read, and without parts of the other. */
function missingFrom(text: string, reports: readonly Report[]): number {
  const { lines } = outside(text)
  const rows = lines.filter(line => line.startsWith('| ') && !/^\| (---|---:)( |$)/.test(line)).length
  const tables = lines.filter(line => /^\| (---|---:)( |$)/.test(line)).length
  const parts = lines.filter(line => line.startsWith('<details>')).length
  const plain = lines.filter(line => line !== '' && !/^(\| |\*\*|<\/?details>|✂ |### |<!--)/.test(line)).length
  const leads = reports.filter(({ lead }) => lead.length > 0).length
  const sections = reports.flatMap(report => report.sections)
  const count = (of: (section: Section) => readonly unknown[]): number =>
    sections.reduce((sum, section) => sum + of(section).length, 0)
  const wantedParts = reports[0]?.sections.reduce((sum, { details = [] }) => sum + details.length, 0) ?? 0
  const there = rows - tables + parts - (reports.length - 1) + plain - leads - 1
  return count(({ rows: all }) => all) + count(({ notes }) => notes) + wantedParts - there
}

/** Fences and folds are closed, and outside of fences no tag stands but ours. */
function expectInert(text: string, why: string): void {
  const { lines, isClosed } = outside(text)
  const all = lines.join('\n')
  expect(isClosed, why).toBe(true)
  expect(all.split('<details>').length, why).toBe(all.split('</details>').length)
  expect(all.match(/<(?!\/?(details|summary)>)[a-z/!]/gi) ?? [], why).toEqual(['<!'])
  // Mentions, references to issues and merge requests, links, and signs that turn the direction of reading.
  expect(all.match(/@\w|#\d|!\d|:\/\/|www\.|[\u202a-\u202e\u2066-\u2069]/i)?.[0], why).toBeUndefined()
}

test('no comment is over the limit, every fence and fold is closed, nothing is cut unsaid', () => {
  let cut = 0
  for (let seed = 0; seed < 50; seed++) {
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
  expect(cut).toBeGreaterThan(8)
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
