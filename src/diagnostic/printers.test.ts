import { describe, expect, test } from 'vitest'
import { inside, keyInside, type Place, type Source } from '../source/source.ts'
import { concise } from './concise.ts'
import type { Diagnostic } from './diagnostic.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { coloured } from './paint.ts'
import { pretty } from './pretty.ts'
import { sarif } from './sarif.ts'
import { sortDiagnostics } from './sort.ts'
import type { Report } from './spot.ts'

const plant: Source = {
  path: 'plant/utara.yaml',
  text: 'plant: utara\nname: Utara\nstructures:\n  - { id: t-0418, kind: pole, at: [110.7241, -7.6892] }\n',
}
const other: Source = { path: 'plant/timur.yaml', text: 'plant: timur\nname: Timur\n' }
const root = (source: Source): Place => ({ source, path: [] })

const twice: Diagnostic = {
  code: 'LOD021',
  severity: 'error',
  at: inside(root(plant), 'structures', 0, 'id'),
  message: { id: 'dua struktur bernama `t-0418`', en: 'two structures are named `t-0418`' },
  help: { id: 'beri nama lain', en: 'give one another name' },
  related: [{ at: inside(root(other), 'plant'), message: { id: 'yang pertama', en: 'the first one' } }],
}
const unknown: Diagnostic = {
  code: 'LOD010',
  severity: 'warning',
  at: keyInside(root(other), 'name'),
  message: { id: 'kunci aneh', en: 'odd key' },
}
const report: Report = { diagnostics: [twice, unknown], language: 'en', base: 'sites' }

/** Where a word stands in a text that no parser would read. */
function wrongIn({ text }: Source): readonly [number, number] {
  const at = text.indexOf('wrong')
  return [at, at + 5]
}

describe('pretty', () => {
  test('shows the line, a caret under the value, the other party and what to do', () => {
    expect(pretty(report)).toBe(`error[LOD021]: two structures are named \`t-0418\`
 --> sites/plant/utara.yaml:4:11
  |
4 |   - { id: t-0418, kind: pole, at: [110.7241, -7.6892] }
  |           ^^^^^^
 ::: sites/plant/timur.yaml:1:8
  |
1 | plant: timur
  |        ----- the first one
 help: give one another name

warning[LOD010]: odd key
 --> sites/plant/timur.yaml:2:1
  |
2 | name: Timur
  | ^^^^

1 error, 1 warning
`)
  })

  test('speaks Indonesian', () => {
    const text = pretty({ ...report, language: 'id' })
    expect(text).toContain('galat[LOD021]: dua struktur bernama `t-0418`\n')
    expect(text).toContain(' saran: beri nama lain\n')
    expect(text).toMatch(/1 galat, 1 peringatan\n$/)
  })

  test('colours only when it is given a paint', () => {
    expect(pretty(report)).not.toContain('\u001b')
    expect(pretty(report, coloured)).toContain('\u001b[1;31merror[LOD021]\u001b[0m')
  })

  test('keeps the words of a confidential line to itself', () => {
    const text = pretty({ ...report, diagnostics: [{ ...unknown, confidential: true }] })
    expect(text).toContain('--> sites/plant/timur.yaml:2:1\n')
    expect(text).not.toContain('Timur')
  })

  test('puts the caret under the value behind wide characters, combining marks and tabs', () => {
    const source: Source = { path: 'a.yaml', text: 'a: { name: "\u7db2\u7d61 e\u0301\t\u001b[2J", b: wrong }\n' }
    const [, , , line = '', marks = ''] = pretty({
      ...report,
      base: '',
      diagnostics: [{ ...unknown, at: { ...root(source), offsets: wrongIn(source) } }],
    }).split('\n')
    expect(line).toBe('1 | a: { name: "\u7db2\u7d61 e\u0301 \u241b[2J", b: wrong }')
    // Two wide characters are two cells more than their number, the accent one less.
    expect(marks.indexOf('^')).toBe(line.indexOf('wrong') + 2 - 1)
  })

  test('cuts a very long line around the caret', () => {
    const source: Source = { path: 'a.yaml', text: `a: { x: ${'y'.repeat(5000)}, b: wrong }\n` }
    const [, , , line = '', marks = ''] = pretty({
      ...report,
      base: '',
      diagnostics: [{ ...unknown, at: inside(root(source), 'a', 'b') }],
    }).split('\n')
    expect(line.length).toBeLessThan(200)
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('wrong')
  })

  test('says nothing where there is nothing', () => {
    expect(pretty({ ...report, diagnostics: [] })).toBe('')
  })
})

const hostile: Diagnostic = {
  code: 'LOD004',
  severity: 'warning',
  at: root({ path: 'x\u001b[31m,:%\n.yaml', text: '' }),
  message: { id: 'a', en: 'line\none\u009b2J\u202e%::error::x' },
}

test.each([pretty, concise, github, json, sarif])('%o lets no control character of a user through', printer => {
  const text = printer({ ...report, diagnostics: [hostile] })
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
})

test('concise is one line a finding', () => {
  expect(concise(report)).toBe(
    'sites/plant/utara.yaml:4:11: error[LOD021]: two structures are named `t-0418`\nsites/plant/timur.yaml:2:1: warning[LOD010]: odd key\n',
  )
  expect(concise({ ...report, diagnostics: [hostile] }).split('\n')).toHaveLength(2)
})

test('json has the shape of the interface, in both languages', () => {
  expect(JSON.parse(json(report))).toEqual({
    diagnostics: [
      {
        code: 'LOD021',
        severity: 'error',
        message: twice.message,
        file: 'sites/plant/utara.yaml',
        line: 4,
        column: 11,
        end_line: 4,
        end_column: 17,
        related: [
          { file: 'sites/plant/timur.yaml', line: 1, column: 8, message: { id: 'yang pertama', en: 'the first one' } },
        ],
        help: twice.help,
      },
      {
        code: 'LOD010',
        severity: 'warning',
        message: unknown.message,
        file: 'sites/plant/timur.yaml',
        line: 2,
        column: 1,
        end_line: 2,
        end_column: 5,
        related: [],
      },
    ],
    errors: 1,
    warnings: 1,
  })
})

test('sarif names rules, places and the other party', () => {
  const log = JSON.parse(sarif(report, new Map([['LOD021', { id: 'Dua benda', en: 'Two things' }]])))
  expect(log.version).toBe('2.1.0')
  const [run] = log.runs
  expect(run.tool.driver.rules).toEqual([{ id: 'LOD010' }, { id: 'LOD021', shortDescription: { text: 'Two things' } }])
  expect(run.results[0]).toMatchObject({
    ruleId: 'LOD021',
    ruleIndex: 1,
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'sites/plant/utara.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, startColumn: 11, endLine: 4, endColumn: 17 },
        },
      },
    ],
    relatedLocations: [{ id: 0, message: { text: 'the first one' } }],
  })
})

test('github commands cannot be broken out of', () => {
  expect(github(report).split('\n')[0]).toBe(
    '::error file=sites/plant/utara.yaml,line=4,endLine=4,col=11,endColumn=17,title=LOD021::two structures are named `t-0418`%0Agive one another name',
  )
  const lines = github({ ...report, diagnostics: [hostile] }).split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^::warning file=sites\/x\u241b\[31m%2C%3A%25\u240a\.yaml,line=1,/)
})

test('findings are sorted by file, line, column and code', () => {
  const at = (source: Source, ...path: (string | number)[]): Diagnostic => ({
    ...unknown,
    at: inside(root(source), ...path),
  })
  const findings = [
    at(plant, 'structures', 0, 'at'),
    at(plant, 'structures', 0, 'id'),
    { ...at(plant, 'plant'), code: 'ZZZ001' },
    at(plant, 'plant'),
    at(other, 'name'),
  ]
  expect(sortDiagnostics(findings)).toEqual([findings[4], findings[3], findings[2], findings[1], findings[0]])
  expect(sortDiagnostics(findings.toReversed())).toEqual(sortDiagnostics(findings))
})
