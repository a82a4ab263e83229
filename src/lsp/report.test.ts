import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { json, type JsonReport } from '../diagnostic/json.ts'
import { casesIn, compileCase } from '../testing/golden/inventory-folder.ts'
import { toldByPath } from './report.ts'

/** On every broken inventory the editor tells what `check` tells: the same places, and the same words in both languages. */
const cases = casesIn(join(import.meta.dirname, '../testing/golden/broken'))

describe('broken inventories', () => {
  test('are more than a hundred', () => expect(cases.length).toBeGreaterThan(100))

  test.each(cases)('$name', golden => {
    const compilation = compileCase(golden)
    const open = { folder: '/inventory', typed: new Map(), known: new Map() }
    const report = json({ diagnostics: compilation.diagnostics, language: 'id', base: '' })
    const { diagnostics } = JSON.parse(report) as JsonReport
    for (const language of ['id', 'en'] as const) {
      const told = [...toldByPath(open, { sources: [], compilation }, language)].flatMap(([path, found]) =>
        found.map(({ code, range, message }) => ({
          path,
          code,
          message,
          line: range.start.line + 1,
          column: range.start.character + 1,
        })),
      )
      const checked = diagnostics.map(({ file, code, message, help, line, column }) => ({
        path: file,
        code,
        message: help === undefined ? message[language] : `${message[language]}\n${help[language]}`,
        line,
        column,
      }))
      const order = (list: readonly object[]): string[] => list.map(each => JSON.stringify(each)).sort()
      expect(order(told)).toEqual(order(checked))
    }
  })
})
