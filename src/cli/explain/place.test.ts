import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { heard } from '../heard.fixture.ts'

const cwd = mkdtempSync(join(tmpdir(), 'serat-explain-'))
cpSync(join(import.meta.dirname, '../../testing/contoh'), join(cwd, 'sites'), { recursive: true })
afterAll(() => rmSync(cwd, { recursive: true }))

async function explained(language: 'id' | 'en', ...args: readonly string[]): Promise<string> {
  const { out, said } = await heard({ cwd, language, today: '2026-06-15' }, 'explain', ...args)
  return out + said
}

test.each([
  ['en', 'sites/circuits/bukit.yaml:7', /^Rp 5,000,000\nmonthly_rupiah \(required\)\n/m],
  ['id', 'sites/circuits/bukit.yaml:7', /^Rp 5\.000\.000\nmonthly_rupiah \(wajib\)\n/m],
  ['en', 'sites/circuits/bukit.yaml:2', /\nprovider penyedia-a PT Penyedia Contoh\n/],
  ['en', 'sites/circuits/bukit.yaml:99', /circuits\/bukit\.yaml has no line 99/],
  ['en', 'sites/circuits/tiada.yaml:1', /there is no file circuits\/tiada\.yaml/],
  ['en', 'sites/arsip/x.yaml:1', /there is no sites\/arsip\/x\.yaml/],
] as const)('%s: a line of the inventory says what an editor says of it: %s', async (language, place, words) => {
  expect(await explained(language, place)).toMatch(words)
})

test('lines end as they do in a report: also with CR alone', async () => {
  const text = readFileSync(join(cwd, 'sites/circuits/bukit.yaml'), 'utf8')
  mkdirSync(join(cwd, 'old'))
  cpSync(join(cwd, 'sites'), join(cwd, 'old/sites'), { recursive: true })
  for (const end of ['\r\n', '\r']) {
    writeFileSync(join(cwd, 'old/sites/circuits/bukit.yaml'), text.replaceAll('\n', end))
    const asked = ['old/sites/circuits/bukit.yaml:7', '--inventory', 'old/sites']
    expect(await explained('en', ...asked)).toMatch(/^Rp 5,000,000\n/m)
  }
})

test('as JSON, a word each', async () => {
  const { out } = await heard({ cwd, language: 'en' }, 'explain', 'sites/circuits/bukit.yaml:10', '--format', 'json')
  const words: unknown = JSON.parse(out)
  expect(words).toEqual([
    expect.objectContaining({ word: 'primary', lines: expect.arrayContaining(['role (required)']) }),
  ])
})

test.each([
  ['site', /^site: a file in opd\/\n {2}site +\* name of the site/],
  ['contract.price', /^provider\.contracts\.price \(required\)/],
  ['Bandwidth-Mbps', /^circuit\.bandwidth_mbps \(required\)/],
  ['bandwith', /no key or file bandwith; did you mean bandwidth_mbps\?/],
  ['zone.monthly_rupiah', /there is no key zone\.monthly_rupiah; there are circuit\.monthly_rupiah, /],
])('a key as people say it: %s', async (asked, words) => {
  expect(await explained('en', asked)).toMatch(words)
})
