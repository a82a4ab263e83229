import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everydayYaml, unread } from './everyday-yaml.ts'
import { parseAnyYaml } from './yaml.ts'

const folders = ['../../sites', '../testing/contoh', '../testing/golden'].map(folder =>
  join(import.meta.dirname, folder),
)
/** What an engineer wrote; the golden cases are there to be broken. */
const sound = folders
  .slice(0, 2)
  .flatMap(folder => yamlBelow(folder))
  .map(path => readFileSync(path, 'utf8'))
const texts = folders.flatMap(folder => yamlBelow(folder)).map(path => readFileSync(path, 'utf8'))

function yamlBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml') && !entry.name.endsWith('.lock.yaml'))
    .map(entry => join(entry.parentPath, entry.name))
}

/** Whatever is read is what the library reads, and the library finds no fault in it. */
function agrees(text: string): boolean {
  const data = everydayYaml(text)
  if (data === unread) return false
  expect({ data, faults: [] }).toEqual(parseAnyYaml({ path: 'x.yaml', text }))
  return true
}

describe('everyday YAML', () => {
  it('reads every file of the reference inventory as the library does', () => {
    for (const path of yamlBelow(folders[0] as string)) expect(agrees(readFileSync(path, 'utf8')), path).toBe(true)
  })

  it('reads nothing in another way than the library', () => {
    for (const text of texts) agrees(text)
  })

  const sign = fc.constantFrom(
    ...'\n -:#{}[],&*!|>\'"%@`?~.+0x1e\\\t\r=<',
    '  ',
    '\n  ',
    '\n- ',
    ': ',
    ' #',
    '---',
    '...',
    '""',
    "''",
    '\u2028',
    'é',
  )
  const edit = fc.record({
    at: fc.nat(),
    gone: fc.integer({ min: 0, max: 3 }),
    signs: fc.array(sign, { maxLength: 3 }),
  })

  it('agrees with the library on files that somebody damaged', () => {
    const small = sound.filter(({ length }) => length < 1500)
    let read = 0
    fc.assert(
      fc.property(fc.constantFrom(...small), fc.array(edit, { minLength: 1, maxLength: 2 }), (text, edits) => {
        if (agrees(edits.reduce(edited, text))) read++
      }),
      { numRuns: 3000, seed: 7 },
    )
    expect(read).toBeGreaterThan(1000)
  })

  function edited(
    text: string,
    { at, gone, signs }: { readonly at: number; readonly gone: number; readonly signs: readonly string[] },
  ): string {
    const place = at % (text.length + 1)
    return text.slice(0, place) + signs.join('') + text.slice(place + gone)
  }

  const word = fc.constantFrom(
    'a',
    'b1',
    'x_y',
    '-',
    '- ',
    ': ',
    ':',
    '1',
    '-2.5',
    '1e3',
    '0x1f',
    '.5',
    '"q"',
    "'s'",
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n    ',
    '# c',
    ' #',
    'null',
    '~',
    'true',
    '&',
    '*',
    '!',
    '|',
    '>',
    '?',
    '%',
    '@',
  )

  it('agrees with the library on what is hardly YAML', () => {
    let read = 0
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), words => {
        if (agrees(words.join(''))) read++
      }),
      { numRuns: 6000, seed: 7 },
    )
    expect(read).toBeGreaterThan(50)
  })

  it.each([
    ['a: 1\nb:\n  - c: d\n    e: [1, x, "y"]\n  - f\n', { a: 1, b: [{ c: 'd', e: [1, 'x', 'y'] }, 'f'] }],
    ['a_b: { c_d: 2026-01-01, e: {} } # why\n', { aB: { cD: '2026-01-01', e: {} } }],
    ['a:\n- 1\n- 2\n', { a: [1, 2] }],
  ])('reads %j', (text, data) => expect(JSON.parse(JSON.stringify(everydayYaml(text)))).toEqual(data))

  it.each([
    'a: |\n  x\n',
    'a: &x 1\n',
    'a: 1\na: 2\n',
    '',
    '# c\n',
    'a\n',
    'a: b\n  c\n',
    'a: "x\\ty"\n',
    '\ta: 1\n',
    'a: b: c\n',
    '--- \na: 1\n',
  ])('leaves %j to the library', text => {
    expect(everydayYaml(text)).toBe(unread)
  })
})
