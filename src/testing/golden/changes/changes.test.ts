import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compare } from '../../../change/compare.ts'
import { markdownReport } from '../../../change/report/markdown.ts'
import { reportOf } from '../../../change/report/report.ts'
import { compile, type Compilation } from '../../../compile.ts'
import type { Source } from '../../../source/source.ts'
import { readSites } from '../../reference-intents.ts'
import { recordedChanges, withChange } from './changes.fixture.ts'

/** What a reviewer reads of each recorded change of the reference network, in both languages; `SERAT_UPDATE=1` writes it. */
const { sources, ledger } = readSites()
const before = compiled(sources)
const folder = join(import.meta.dirname, 'expected')

function compiled(files: readonly Source[]): Compilation {
  const { drafts, ...rest } = compile({
    sources: files,
    ledger,
    today: '2026-11-02',
    asOf: '2026-11-02',
    entropy: new Uint8Array(16).fill(7),
  })
  return { ...rest, drafts: [...drafts] }
}

test.each(recordedChanges)('$name', change => {
  const value = compare(before, compiled(withChange(sources, change)))
  const reports = (['id', 'en'] as const).map(language => reportOf(value, language))
  const text = markdownReport(reports, { head: '', subject: 'sites → sites' })
  const file = join(folder, `${change.name}.md`)
  if (process.env['SERAT_UPDATE'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
})
