import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Compilation } from '../../compile.ts'
import { hasErrors, type Bilingual, type Diagnostic } from '../../diagnostic/diagnostic.ts'
import { pretty } from '../../diagnostic/pretty.ts'
import { loadCodes } from '../../load/codes.ts'
import { rules } from '../../rules/index.ts'
import type { Place } from '../../source/source.ts'
import { locate } from '../../source/locate.ts'
import { expectedText } from '../carets.ts'
import { contoh } from '../contoh.ts'
import { casesIn, compileCase, noteOf, type Case } from './inventory-folder.ts'
import { marksOf, type Marks } from './marks.ts'

const cases = casesIn(join(import.meta.dirname, 'broken')).map(golden => ({ ...golden, marks: marksOfCase(golden) }))
const base = new Map(contoh().map(({ path, text }) => [path, text]))
const found = new Map<string, Compilation>()

/** Codes that no golden case can have, and why. */
const notInCases: Readonly<Record<string, string>> = {
  RTE001:
    'needs two platforms without a common kind of authentication; RouterOS and Linux have one (its page uses a made-up platform)',
}

describe.each(cases)('$name', golden => {
  test('every fault it contains, none that only follows, at its place', () => {
    const { diagnostics } = compiled(golden)
    expect(
      diagnostics.map(finding => placed(finding.code, finding.at)).sort(),
      diagnostics.map(({ code, message }) => `${code} ${message.en}`).join('\n'),
    ).toEqual(golden.marks.findings)
    expect(
      diagnostics.flatMap(({ code, related = [] }) => related.map(({ at }) => placed(code, at))).sort(),
      'the other party',
    ).toEqual(golden.marks.related)
  })

  test('is told in both languages', () => {
    const { diagnostics } = compiled(golden)
    for (const { code, message, help, related = [] } of diagnostics) {
      expectWords(code, message)
      expectWords(code, help)
      // Of the other party sometimes only its name is told.
      for (const other of related) expectText(code, other.message)
    }
    expectReport(golden, 'id', diagnostics)
    expectReport(golden, 'en', diagnostics)
  })

  test('gives nothing out where there is an error', () => {
    const { diagnostics, artifacts, ledger } = compiled(golden)
    if (!hasErrors(diagnostics)) return
    expect([...artifacts]).toEqual([])
    expect(ledger).toBe(golden.files.get('allocations.lock.yaml')?.toString('utf8') ?? '')
  })

  test('holds no file that says what contoh says already', () => {
    expect(
      [...golden.files].filter(([path, bytes]) => bytes.toString('utf8') === base.get(path)).map(([path]) => path),
    ).toEqual([])
  })
})

test('there are enough of them, and enough with three faults in three files', () => {
  const plant = cases.filter(({ name }) => name.startsWith('plant-'))
  const wide = cases.filter(({ marks }) => new Set(marks.findings.map(fileOf)).size >= 3)
  expect(plant.length).toBeGreaterThanOrEqual(20)
  expect(cases.length - plant.length).toBeGreaterThanOrEqual(40)
  expect(wide.length).toBeGreaterThanOrEqual(15)
  expect(cases.filter(({ marks }) => marks.findings.length === 0).map(({ name }) => name)).toEqual([])
})

test('every code of loading and of the rules occurs', () => {
  const known = [...Object.keys(loadCodes), ...rules.map(({ code }) => code)]
  const occurring = new Set(cases.flatMap(({ marks }) => marks.findings.map(finding => finding.slice(-6))))
  expect(known.filter(code => !occurring.has(code))).toEqual(Object.keys(notInCases))
})

test('no report repeats a secret that stands in clear text', () => {
  for (const golden of cases)
    for (const language of ['id', 'en'])
      expect(noteOf(golden, `report.${language}.txt`)).not.toContain('jangan-terbaca')
})

/** Compiled once for all tests of a case. */
function compiled(golden: Case): Compilation {
  const known = found.get(golden.name)
  if (known !== undefined) return known
  const compilation = compileCase(golden)
  found.set(golden.name, compilation)
  return compilation
}

function marksOfCase(golden: Case): Marks {
  return marksOf(
    new Map([...golden.files].map(([path, bytes]) => [path, bytes.toString('utf8')])),
    noteOf(golden, 'expected.txt'),
  )
}

function placed(code: string, at: Place): string {
  const { line, column } = locate(at)
  return expectedText({ path: at.source.path, line, column, code })
}

function fileOf(finding: string): string {
  return finding.slice(0, finding.indexOf(':'))
}

function expectText(code: string, words: Bilingual | undefined): void {
  for (const text of [words?.id ?? '', words?.en ?? '']) {
    expect(text, code).not.toMatch(/undefined|NaN|Infinity|\[object|^\s*$/)
    expect(text, code).not.toMatch(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
  }
}

function expectWords(code: string, words: Bilingual | undefined): void {
  expectText(code, words)
  expect(words?.id, `${code} says the same in both languages`).not.toBe(words?.en)
}

/** Reports, unlike places, may be written by `SERAT_UPDATE=1`. */
function expectReport(golden: Case, language: 'id' | 'en', diagnostics: readonly Diagnostic[]): void {
  const name = `report.${language}.txt`
  const report = pretty({ diagnostics, language, base: '' })
  if (process.env['SERAT_UPDATE'] === '1') writeFileSync(join(golden.folder, name), report)
  expect(noteOf(golden, name), `${name}; SERAT_UPDATE=1 writes it`).toBe(report)
}
