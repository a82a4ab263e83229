import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** The reference network with works of every kind, asked before they begin. */

const golden = join(import.meta.dirname, '../../testing/golden/notice')
let folder = ''

const common = 'ticket: CHG-1, approved_by: Kepala Bidang, announced_on: 2026-11-03, reason: Uji'
const works = `
- { work: bentang, components: { cables: [c-inspektorat] }, from: "2026-12-05 22:00", until: "2026-12-06 02:00", ${common} }
- { work: gedung, components: { structures: [gd-setda] }, from: "2026-12-12 22:00", until: "2026-12-13 02:00", ${common} }
- { work: penyedia, components: { providers: [penyedia-b] }, from: "2026-12-19 22:00", until: "2026-12-20 02:00", ${common} }
- { work: cincin, components: { spans: [sp-utara-012] }, from: "2026-12-26 22:00", until: "2026-12-27 02:00", ${common} }
- { work: cincin-2, components: { spans: [sp-utara-200] }, from: "2026-12-27 01:00", until: "2026-12-27 03:00", ${common} }
- { work: sebelum, components: { spans: [sp-utara-200] }, from: "2026-12-26 20:00", until: "2026-12-26 22:00", ${common} }
- { work: penyulang, components: { feeders: [KLT-01] }, from: "2027-01-02 22:00", until: "2027-01-02 22:10", ${common} }
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-notice-'))
  cpSync(join(import.meta.dirname, '../../../sites'), folder, { recursive: true })
  writeFileSync(join(folder, 'works/uji.yaml'), works)
})
afterAll(() => rmSync(folder, { recursive: true }))

const notice = (language: 'id' | 'en', ...args: string[]): Promise<Heard> => said('notice', language, args)

const said = (command: string, language: 'id' | 'en', args: readonly string[]): Promise<Heard> =>
  heard({ cwd: folder, today: '2026-11-02', language }, command, '--inventory', folder, ...args)

describe('a letter to each agency', () => {
  test.each(['bentang', 'gedung', 'penyedia'])('%s: as the office sends it, in both languages', async work => {
    for (const language of ['id', 'en'] as const) {
      const { code, out, err } = await notice(language, work, '--format', 'markdown', '--number', '005/12/2026')
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const file = join(golden, `${work}.${language}.md`)
      if (process.env['SERAT_UPDATE'] === '1') writeFileSync(file, out)
      expect(out, 'SERAT_UPDATE=1 writes it').toBe(readFileSync(file, 'utf8'))
    }
  })

  test('on paper each begins a page, in its own language', async () => {
    const { out } = await notice('en', 'penyedia', '--format', 'html')
    expect(out).toContain('<html lang="en">')
    expect(out.match(/<h1>/g)).toHaveLength(8)
  })

  test('nobody is written to about what takes nothing from him', async () => {
    expect(await notice('en', 'penyedia', '--format', 'html', '--agency', 'inspektorat')).toMatchObject({ code: 2 })
    expect(await notice('en', 'sebelum', '--format', 'html')).toMatchObject({ code: 2 })
  })
})

test('who loses what, for how long, and what is left', async () => {
  const { code, out } = await notice('en', 'bentang')
  expect(code).toBe(0)
  expect(out).toContain('inspektorat: isolated, 240 minutes at most; no other way; Inspektorat')
  expect((await notice('en', 'sebelum')).out).toContain('In service, on one way only: bkppd')
})

test('a silence is of the alerts that the work explains, in UTC', async () => {
  const [silence] = JSON.parse((await notice('en', 'bentang', '--format', 'silence')).out) as {
    matchers: { value: string }[]
  }[]
  expect(silence).toMatchObject({ startsAt: '2026-12-05T15:00:00.000Z', endsAt: '2026-12-05T19:00:00.000Z' })
  const pattern = new RegExp(`^(?:${silence?.matchers[0]?.value})$`)
  expect(pattern.test('router:inspektorat')).toBe(true)
  expect(pattern.test('router:dishub')).toBe(false)
  expect(pattern.test('cause:router:inspektorat')).toBe(false)
})

test('refused where the ring is open already in its window, by a work or by what is down now', async () => {
  const refused = await notice('en', 'cincin')
  expect(refused.code).toBe(1)
  expect(refused.out).toBe('')
  expect(refused.err).toContain('work:cincin-2 weakens the same sites already: bkppd')
  expect((await notice('en', 'cincin-2')).code).toBe(1)
  expect((await notice('en', 'sebelum')).code).toBe(0)
  expect((await notice('en', 'sebelum', '--given', 'span:sp-utara-020')).code).toBe(1)
  expect((await notice('en', 'sebelum', '--given', 'span:sp-selatan-012')).code).toBe(0)
  // What the work takes down itself is not beside it.
  expect((await notice('en', 'sebelum', '--given', 'span:sp-utara-200')).code).toBe(0)
})

test('a site whose circuit begins before the work is told of, with the day that counts it', async () => {
  const path = join(folder, 'circuits/penyedia-b.yaml')
  const before = readFileSync(path, 'utf8')
  const change = '  changes: [{ from: 2026-12-10, status: active }]\n'
  writeFileSync(path, before.replace(/(- circuit: ckt-kec-cawas\n)/, `$1  status: planned\n${change}`))
  try {
    const { code, out, err } = await notice('en', 'penyedia')
    expect([code, out.includes('kec-cawas:')]).toEqual([0, false])
    expect(err).toContain('for kec-cawas this work does something else; serat notice penyedia --as-of 2026-12-19')
    expect((await notice('en', 'penyedia', '--as-of', '2026-12-19')).out).toContain('kec-cawas: isolated')
  } finally {
    writeFileSync(path, before)
  }
})

test('misuse is told apart from refusal', async () => {
  expect(await notice('en', 'bentan')).toMatchObject({ code: 2, err: expect.stringContaining('bentang') as string })
  expect((await notice('en', 'bentang', '--date', 'besok')).code).toBe(2)
  expect((await notice('en', 'bentang', '--given', 'span:tidak-ada')).code).toBe(2)
})

describe('a cable is cut', () => {
  const cut = [
    'c-timur-1',
    '--at',
    'p-timur-003,p-timur-004',
    '--begins',
    '2026-11-02 13:00',
    '--since',
    '2026-11-02 11:40',
  ]

  test.each(['text', 'markdown'])('its order and its letters, in both languages: %s', async format => {
    for (const language of ['id', 'en'] as const) {
      const { code, out, err } = await said('repair-order', language, [...cut, '--format', format])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const file = join(golden, `repair-order.${language}.${format === 'text' ? 'txt' : 'md'}`)
      if (process.env['SERAT_UPDATE'] === '1') writeFileSync(file, out)
      expect(out, 'SERAT_UPDATE=1 writes it').toBe(readFileSync(file, 'utf8'))
    }
  })

  test('one agency alone, and none that loses nothing', async () => {
    const { out } = await said('repair-order', 'en', [...cut, '--format', 'markdown', '--agency', 'dispermasdes'])
    expect(out.match(/^# /gm)).toHaveLength(1)
    expect(await said('repair-order', 'en', [...cut, '--format', 'html', '--agency', 'dlhk'])).toMatchObject({
      code: 2,
    })
  })

  test.each([
    [['c-timur-9'], 'unknown cable `c-timur-9`'],
    [['df-selatan-4'], 'df-selatan-4 is rented: penyedia-serat splices it'],
    [['c-timur-1', '--at', 'p-utara-003'], 'cable c-timur-1 does not pass p-utara-003'],
    [['c-timur-1', '--begins', '2026-02-30 08:00'], "write '2026-11-02 13:00'"],
    [['c-timur-1', '--begins', '2026-11-02 08:00', '--since', '2026-11-02 09:00'], 'it is after the crew begins'],
    [['c-timur-1', '--splice', 'lama'], 'not a number of minutes'],
  ])('%j: what is wrong with it', async (args, why) => {
    const { code, err } = await said('repair-order', 'en', args)
    expect(code).toBe(2)
    expect(err).toContain(why)
  })
})
