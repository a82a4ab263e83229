import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { load } from '../load/load.ts'
import { makePlan } from '../plan/make-plan.ts'
import { ledgerPath, parseLedger } from '../plan/ledger.ts'
import type { Source } from '../source/source.ts'
import { locate } from '../source/locate.ts'
import { expectedIn, expectedText } from '../testing/carets.ts'
import { contoh, testPlatforms } from '../testing/contoh.ts'
import { examplesOf, laidOver } from '../testing/rule-page.ts'
import type { AnyRule, Subject } from './define.ts'
import { rules } from './index.ts'
import { runRules } from './run.ts'
import { applyWaivers } from './waivers.ts'
import { waiverUnused } from './waiver/waiver-unused.ts'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/'))
const pages = new Map(
  files.filter(path => path.endsWith('.md')).map(path => [path.replace(/^.*\//, '').replace(/\.md$/, ''), path]),
)
const base = contoh()

test('every page belongs to a rule', () => {
  const names = new Set(rules.map(({ name }) => name))
  expect([...pages.keys()].filter(name => !names.has(name))).toEqual([])
})

test('codes and names are used once, and the list is in order of code', () => {
  const codes = rules.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].sort())
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
})

test('the inventory under the examples has no finding', () => {
  const subject = subjectOf(base)
  const { kept, findings } = applyWaivers(subject.network, runRules(subject), subject.plan.asOf)
  expect([...kept, ...findings].map(shown)).toEqual([])
})

describe.each(rules.map(rule => ({ rule, title: `${rule.code} ${rule.name}` })))('$title', ({ rule }) => {
  const path = pages.get(rule.name)
  const page = path === undefined ? '' : readFileSync(new URL(path, folder), 'utf8')
  const examples = examplesOf(page)

  test('has a page with a reason and examples of both kinds', () => {
    expect(page, `write ${rule.name}.md beside the rule`).not.toBe('')
    expect(page.split('\n')[0]).toBe(`# ${rule.code} ${rule.name}`)
    for (const heading of ['## Why', '## What is reported', '## What is accepted'])
      expect(sectionOf(page, heading), `nothing under ${heading}`).not.toBe('')
    expect(examples.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reported', 'accepted']))
  })

  test.each(examples)('$kind: $title', example => {
    const sources = laidOver(base, example.blocks)
    const found = findingsOf(rule, sources)
    const expected = sources
      .flatMap(({ path: file, text }) => expectedIn(file, text))
      .map(expectedText)
      .sort()
    expect(expected.length > 0, 'a reported example has carets, an accepted one has none').toBe(
      example.kind === 'reported',
    )
    expect(found.map(placed).sort(), found.map(shown).join('\n')).toEqual(expected)
    for (const { message, help } of found) expectWords(message, help)
  })
})

/** What one rule finds, less what the inventory waives. */
function findingsOf(rule: AnyRule, sources: readonly Source[]): readonly Diagnostic[] {
  const subject = subjectOf(sources)
  const { network, plan } = subject
  if (rule === waiverUnused) return applyWaivers(network, runRules(subject), plan.asOf).findings
  return applyWaivers(network, rule.run(subject), plan.asOf).kept
}

function subjectOf(sources: readonly Source[]): Subject {
  const { value: network, diagnostics } = load(
    sources.filter(({ path }) => path !== ledgerPath),
    testPlatforms,
    [],
    { documents: new Map([['bast.pdf', 'a'.repeat(64)]]) },
  )
  expect(diagnostics.map(shown), 'the example loads').toEqual([])
  if (network === undefined) throw new Error('the example has no network')
  const ledger = parseLedger(sources.find(({ path }) => path === ledgerPath)?.text ?? '')
  expect(ledger.diagnostics.map(shown), 'the ledger of the example can be read').toEqual([])
  return {
    network,
    plan: makePlan({
      network,
      ledger: ledger.value,
      asOf: network.declared.asOf ?? '2026-06-15',
      entropy: new Uint8Array(5),
    }),
  }
}

function expectWords(...texts: readonly (Diagnostic['message'] | undefined)[]): void {
  for (const text of texts) {
    for (const words of [text?.id ?? '', text?.en ?? '']) {
      expect(words).not.toMatch(/undefined|NaN|Infinity|\[object|^\s*$/)
    }
  }
}

function placed({ code, at }: Diagnostic): string {
  const { line, column } = locate(at)
  return expectedText({ path: at.source.path, line, column, code })
}

function shown(diagnostic: Diagnostic): string {
  return `${placed(diagnostic)} ${diagnostic.message.en}`
}

function sectionOf(page: string, heading: string): string {
  return (page.split(`${heading}\n`)[1] ?? '').split(/^##/m)[0]?.trim() ?? ''
}
