import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { load } from '../../load/load.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import { contoh, testPlatforms } from '../../testing/contoh.ts'
import { page } from './page.ts'

const { value: network } = load(contoh(), testPlatforms)
if (network === undefined) throw new Error('no network')
const plan = makePlan({
  network,
  ledger: parseLedger('').value,
  asOf: '2026-11-02',
  entropy: new Uint8Array(8).fill(7),
})
const finding: Diagnostic = {
  code: 'GEO002',
  severity: 'warning',
  message: { id: 'tiang <di luar>', en: 'pole <outside>' },
  at: network.hub.origin,
}
const html = String(page({ network, plan, diagnostics: [finding], waived: [], asOf: '2026-11-02' }).content())

test('the page stands alone, under a policy that allows its own style and nothing else', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
  expect(html).toContain(
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  expect(/<script|<link|<img|<iframe|@import|url\((?!#)|\son[a-z]+=|\sstyle=/i.exec(html)).toBeNull()
  expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, target]) => target?.startsWith('#'))).toBe(true)
})

test('ids are there once, and every link leads to one', () => {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
})

test('tables have captions, headings scopes, the page its language', () => {
  expect(html).toContain('<html lang="id">')
  expect((html.match(/<table>/g) ?? []).length).toBe((html.match(/<caption>/g) ?? []).length)
  expect(/<th(?! scope)[ >]/.exec(html)).toBeNull()
})

test('it says the date, every site and every finding in both languages', () => {
  expect(html).toContain('Keadaan per 2 November 2026.')
  for (const id of network.sites.keys()) expect(html).toContain(`<code>${id}</code>`)
  expect(html).toContain('<span lang="id">tiang &lt;di luar&gt;</span> <span lang="en">pole &lt;outside&gt;</span>')
})

test('what a page leaves out stands in its tables no more than in what it carries', () => {
  const withApplication = (without: readonly string[]): string => {
    const cargo = {
      headline: { network: 'Klaten', notes: [] },
      overview: undefined,
      files: [],
      ledger: '',
      documents: [],
      reading: [],
      asOf: '2026-11-02',
      daySetBy: 'command' as const,
      without,
      inventoryHash: '0'.repeat(64),
      version: '0',
      commit: undefined,
    }
    const compiled = { network, plan, diagnostics: [], waived: [], asOf: '2026-11-02' }
    return String(page(compiled, { script: '0', style: 'p{}', cargo }).content([]))
  }
  expect(withApplication([])).toContain('Dinas Perhubungan')
  const without = withApplication(['opd/utara.yaml'])
  expect(without).not.toContain('Dinas Perhubungan')
  expect(without).toContain('--page-without')
})
