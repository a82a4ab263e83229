import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type Compilation } from '../../compile.ts'
import { github } from '../../diagnostic/github.ts'
import { hasErrors } from '../../diagnostic/diagnostic.ts'
import { concise } from '../../diagnostic/concise.ts'
import { kindOf, kindOfFile } from '../../load/kinds.ts'
import { hasSteps } from '../../load/schema-walk.ts'
import { shape } from '../../load/shape.ts'
import type { Source, Step } from '../../source/source.ts'
import { parseYaml } from '../../source/yaml.ts'
import { hasHiddenSign } from '../../text/signs.ts'
import { contoh } from '../contoh.ts'

/** Random texts in every field of every kind of file. `npm run test:damage` tries two million. */

const texts = Number(process.env['SERAT_TEXTS'] ?? 5_000)
const seed = Number(process.env['SERAT_SEED'] ?? 3310)
const untilDone = 24 * 3_600_000

interface Field {
  readonly source: Source
  readonly thing: unknown
  readonly at: readonly Step[]
  readonly path: readonly Step[]
}

const fields = contoh().flatMap(source => {
  const { data } = parseYaml(source)
  const things = Array.isArray(data) ? data.map((thing: unknown, i) => ({ thing, at: [i] })) : [{ thing: data, at: [] }]
  return things.flatMap(({ thing, at }) => leavesOf(thing).map((path): Field => ({ source, thing, at, path })))
})

function leavesOf(data: unknown, above: readonly Step[] = []): (readonly Step[])[] {
  if (!hasSteps(data)) return [above]
  return Object.keys(data).flatMap(step => leavesOf(data[step], [...above, step]))
}

/** Pieces that mean something to a router, a shell, a spreadsheet, a page, a path or a terminal. */
const piece = fc.constantFrom(
  ...[
    '\n',
    '\r',
    '\t',
    '\0',
    '\u001b[2J',
    '\u202e',
    '\u2028',
    '\ud800',
    '"',
    "'",
    '\\',
    '`',
    '$(reboot)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: hostile text is what this is
    '${x}',
    '%0a',
    '#',
    ';',
    '|',
  ],
  ...[
    '=1+1',
    '@SUM(A1)',
    '<script>',
    '</script>',
    ']]>',
    '&amp;',
    '../',
    '/etc/passwd',
    'C:',
    'con',
    '<secret:x>',
    '{{x}}',
    '::error::x',
  ],
  ...[
    'a',
    'dishub',
    '10.0.0.1',
    '2026-02-30',
    '0',
    '-1',
    '1e999',
    'NaN',
    'constructor',
    '__proto__',
    ' ',
    'é',
    'ꦏ',
    '😀',
    'x'.repeat(300),
  ],
)
const text = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
)

test(
  'a random text in any field is refused in one line, or is what it says',
  () => {
    const accepted: { readonly field: Field; readonly text: string }[] = []
    // What the model takes goes through all passes, one of many.
    const most = Math.ceil(texts / 200)
    let [refused, taken] = [0, 0]
    fc.assert(
      fc.property(fc.constantFrom(...fields), text, (field, value) => {
        const { diagnostics } = shaped(field, value)
        if (diagnostics.length === 0) {
          taken++
          if (accepted.length < most) accepted.push({ field, text: value })
          expect(hasHiddenSign(value), JSON.stringify(value)).toBe(false)
          return
        }
        refused++
        expectOneLineEach(diagnostics)
      }),
      { numRuns: texts, seed, endOnFailure: true },
    )
    expect(refused).toBeGreaterThan(texts / 2)
    expect(taken).toBeGreaterThan(texts / 1000)
    for (const { field, text: value } of accepted) expectSound(compiledWith(field, value))
  },
  untilDone,
)

function shaped({ source, thing, at, path }: Field, value: string): Pick<Compilation, 'diagnostics'> {
  const kind = kindOf(source.path, thing)
  if (kind === undefined) throw new Error(`${source.path} is of no kind`)
  return shape(kindOfFile(kind).schema, withText(thing, path, value), { source, path: at })
}

/** The same with a text in one place; what is not on the way to it is shared. */
function withText(data: unknown, [step, ...rest]: readonly Step[], value: string): unknown {
  if (step === undefined || !hasSteps(data)) return value
  const put = withText(data[step], rest, value)
  return Array.isArray(data)
    ? data.map((each: unknown, i) => (String(i) === String(step) ? put : each))
    : { ...data, [step]: put }
}

function compiledWith({ source, at, path }: Field, value: string): Compilation {
  const written = JSON.stringify(withText(parseYaml(source).data, [...at, ...path], value))
  const sources = contoh().map(one => (one.path === source.path ? { path: one.path, text: written } : one))
  return compile({ sources, ledger: '', today: '2026-06-15', entropy: new Uint8Array(5) })
}

function expectSound({ diagnostics, artifacts }: Compilation): void {
  expectOneLineEach(diagnostics)
  const paths = [...artifacts].map(({ path }) => path)
  expect(paths.length > 0).toBe(!hasErrors(diagnostics))
  for (const path of paths) expect(path).toMatch(/^[a-z0-9][A-Za-z0-9/._@-]*$/)
}

function expectOneLineEach(diagnostics: Compilation['diagnostics']): void {
  for (const language of ['id', 'en'] as const) {
    const report = { diagnostics, language, base: '' }
    const lines = concise(report)
    expect(lines.split('\n')).toHaveLength(diagnostics.length + 1)
    expect(github(report).split('\n')).toHaveLength(diagnostics.length + 1)
    expect(lines).not.toMatch(/undefined|\[object|[\0\u001b\u202e\u2028]/)
  }
}
