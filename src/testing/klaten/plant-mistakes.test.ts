import { expect, test } from 'vitest'
import { locate } from '../../source/locate.ts'
import { compiled, edited, readKlaten, textOf, type Files } from './inventory.ts'

const files = readKlaten()

/** Findings as `code file:line`. */
function findings(changed: Files): string[] {
  return compiled(changed).diagnostics.map(({ code, at }) => `${code} ${at.source.path}:${locate(at).line}`)
}

const usual = findings(files)

function after(file: string, from: RegExp, to: string): { readonly found: string[]; readonly line: number } {
  const text = textOf(files, file)
  const at = from.exec(text)
  if (at === null) throw new Error(`${file} does not say that`)
  const found = findings(edited(files, file, whole => whole.replace(from, to)))
  return { found: found.filter(finding => !usual.includes(finding)), line: text.slice(0, at.index).split('\n').length }
}

const pole = /(id: p-selatan-050, kind: pole, at: )\[110\.589112, -7\.720779\]/
const run = /along: \[odf-kec-klaten-selatan, p-selatan-047\.\.p-selatan-053\]/

test.each([
  ['a pole 0.1 degree off', pole, '$1[110.589112, -7.620779]', 'GEO010'],
  ['a pole 0.01 degree off', pole, '$1[110.589112, -7.730779]', 'GEO010'],
  ['one digit of a pole wrong by 200 m', pole, '$1[110.587112, -7.720779]', 'GEO011'],
  ['the sign of a latitude lost', pole, '$1[110.589112, 7.720779]', 'GEO008'],
  [
    'two poles in the wrong order',
    run,
    'along: [odf-kec-klaten-selatan, p-selatan-047..p-selatan-048, p-selatan-050, p-selatan-049, p-selatan-051..p-selatan-053]',
    'GEO011',
  ],
  [
    'a stretch of poles backwards',
    run,
    'along: [odf-kec-klaten-selatan, p-selatan-047, p-selatan-052..p-selatan-048, p-selatan-053]',
    'GEO011',
  ],
])('a mistake in one line of the plant is one finding at that line: %s', (_, from, to, code) => {
  const { found, line } = after('plant/selatan.yaml', from, to)
  expect(found).toEqual([`${code} plant/selatan.yaml:${line}`])
})
