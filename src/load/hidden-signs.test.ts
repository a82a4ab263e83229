import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { locate } from '../source/locate.ts'
import { readInventory } from '../source/read.ts'
import { contoh } from '../testing/contoh.ts'
import { places } from './kinds.ts'

const path = 'opd/utara.yaml'

/** Findings of the small network with one file's text changed: code, line, column and sentence. */
function findings(edit: (text: string) => string): string[] {
  const sources = contoh().map(source => (source.path === path ? { path, text: edit(source.text) } : source))
  const { diagnostics } = compile({ sources, ledger: '', today: '2026-06-15', entropy: new Uint8Array(5) })
  return diagnostics.map(({ code, at, message }) => {
    const { line, column } = locate(at)
    return `${at.source.path}:${line}:${column} ${code} ${message.en}`
  })
}

const signs: readonly (readonly [string, string])[] = [
  ['\u0000', 'U+0000 NULL'],
  ['\u001b', 'U+001B ESCAPE'],
  ['\u009b', 'U+009B CONTROL SEQUENCE INTRODUCER'],
  ['\u00a0', 'U+00A0 NO-BREAK SPACE'],
  ['\u00ad', 'U+00AD SOFT HYPHEN'],
  ['\u034f', 'U+034F COMBINING GRAPHEME JOINER'],
  ['\u061c', 'U+061C ARABIC LETTER MARK'],
  ['\u115f', 'U+115F HANGUL CHOSEONG FILLER'],
  ['\u180e', 'U+180E MONGOLIAN VOWEL SEPARATOR'],
  ['\u200b', 'U+200B ZERO WIDTH SPACE'],
  ['\u200d', 'U+200D ZERO WIDTH JOINER'],
  ['\u202e', 'U+202E RIGHT-TO-LEFT OVERRIDE'],
  ['\u2028', 'U+2028 LINE SEPARATOR'],
  ['\u2060', 'U+2060 WORD JOINER'],
  ['\u2067', 'U+2067 RIGHT-TO-LEFT ISOLATE'],
  ['\u206a', 'U+206A INVISIBLE SIGN'],
  ['\u2800', 'U+2800 BRAILLE PATTERN BLANK'],
  ['\u3164', 'U+3164 HANGUL FILLER'],
  ['\ufe0f', 'U+FE0F VARIATION SELECTOR-16'],
  ['\ufeff', 'U+FEFF ZERO WIDTH NO-BREAK SPACE'],
  ['\uffa0', 'U+FFA0 HALFWIDTH HANGUL FILLER'],
  ['\ufff9', 'U+FFF9 INTERLINEAR ANNOTATION ANCHOR'],
  ['\uffff', 'U+FFFF NONCHARACTER'],
  ['\ue000', 'U+E000 PRIVATE USE'],
  ['\u{e0041}', 'U+E0041 TAG A'],
  ['\u{e0100}', 'U+E0100 VARIATION SELECTOR-17'],
]

test.each(signs)('%j is refused by name and place: in a value, in a key, in a comment', (sign, name) => {
  const sentence = `LOD016 a sign that nobody sees, or that looks like another, stands here: ${name}`
  expect(findings(text => text.replace(/^name: .*$/m, `name: Dinas${sign} Kota`))).toEqual([`${path}:2:12 ${sentence}`])
  expect(findings(text => text.replace(/^name:/m, `na${sign}me:`))).toEqual([`${path}:2:3 ${sentence}`])
  expect(findings(text => text.replace(/^name:.*$/m, `$& # a${sign}b`))[0]).toContain(sentence)
})

test.each(['\\u202e', '\\ud800', '\\u3164', '\\e[2J'])('%s as an escape is refused as well', written => {
  const [finding, ...others] = findings(text => text.replace(/^name: .*$/m, `name: "Dinas ${written}"`))
  expect(finding).toContain(`${path}:2:7 LOD016`)
  expect(others).toEqual([])
})

test.each([
  'Kantor Kecamatan Bayat',
  'Café Ñandú – “Balai” Désa',
  'ꦏꦧꦸꦥꦠꦺꦤ꧀ꦏ꧀ꦭꦛꦺꦤ꧀',
  'ديوان المحافظة',
  '区役所 네트워크',
  'Balai 😀 Desa',
])('%s is an ordinary name', name => {
  expect(findings(text => text.replace(/^name: .*$/m, `name: ${name}`))).toEqual([])
})

test('a file with such a sign in its name is not read, and the sign is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-signs-'))
  try {
    mkdirSync(join(folder, 'opd'))
    writeFileSync(join(folder, 'opd', 'dis\u200bhub.yaml'), 'site: dishub\n')
    const { sources, diagnostics } = readInventory(folder, places)
    expect(sources).toEqual([])
    expect(diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
      'LOD016 the name of this file holds a sign that nobody sees: U+200B ZERO WIDTH SPACE',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  ['a mark without a letter', '\u0301'],
  ['a name that begins with a mark', '\u0301Dinas'],
  ['marks in a heap', `Dinas a${'\u0301'.repeat(9)}`],
])('%s is no name', (_, name) => {
  const found = findings(text => text.replace(/^name: .*$/m, `name: "${name}"`))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^opd\/utara\.yaml:2:7 LOD013 /)
})

test('marks on letters are letters', () => {
  for (const name of ['Aceh \u00e9', 'e\u0301', 'क्षि', 'กี่', 'ꦱꦶꦠꦶ'])
    expect(
      findings(text => text.replace(/^name: .*$/m, `name: "${name}"`)),
      name,
    ).toEqual([])
})
