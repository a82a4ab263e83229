import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { affectedRouters } from '../../../change/affected.ts'
import type { Sides } from '../../../change/parts.ts'
import type { Network } from '../../../model/network.ts'
import { compare } from '../../../change/compare.ts'
import { markdownReport } from '../../../change/report/markdown.ts'
import { reportOf } from '../../../change/report/report.ts'
import { compile, type Compilation } from '../../../compile.ts'
import type { Source } from '../../../source/source.ts'
import { readSites } from '../../reference-intents.ts'
import { recordedChanges, withChange } from './changes.fixture.ts'

/**
 * What a reviewer reads of each recorded change of the reference network, in both languages; `SERAT_UPDATE=1` writes
 * it.
 */
const { sources, ledger } = readSites()
const before = compiled(sources)
const folder = join(import.meta.dirname, 'expected')

function compiled(files: readonly Source[]): Compilation {
  return compile({
    sources: files,
    ledger,
    today: '2026-11-02',
    asOf: '2026-11-02',
    entropy: new Uint8Array(16).fill(7),
  })
}

function networksOf(old: Compilation, now: Compilation): Sides<Network> {
  const network = (old.network ?? now.network) as Network
  return { before: network, after: now.network ?? network }
}

test.each(recordedChanges)('$name', change => {
  const after = compiled(withChange(sources, change))
  const value = compare(before, after)
  // What a large network does not write down, because it cannot change, does not change here either.
  const affected = affectedRouters(networksOf(before, after), value.things, value.numbers)
  expect(value.routers.map(({ router }) => router).filter(router => affected?.has(router) === false)).toEqual([])
  const reports = (['id', 'en'] as const).map(language => reportOf(value, language))
  const text = markdownReport(reports, { head: '', subject: 'sites → sites' })
  const file = join(folder, `${change.name}.md`)
  if (process.env['SERAT_UPDATE'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
})
