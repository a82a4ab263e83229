import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseYaml } from '../source/yaml.ts'

/**
 * Files of strangers in a pull request: two megabytes of anything, through `check`, in a process that may have little
 * memory.
 */

const main = join(import.meta.dirname, 'main.ts')
const size = 1_999_000
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-hostile-'))
  cpSync(join(import.meta.dirname, '../testing/contoh'), folder, { recursive: true })
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function filled(piece: string, before = ''): string {
  return before + piece.repeat(Math.floor((size - before.length) / piece.length))
}

function numbered(count: number, line: (n: number) => string, before = ''): string {
  return before + Array.from({ length: count }, (_, n) => line(n)).join('\n')
}

const site = 'site: x\nname: X\n'
const plant = 'plant: x\nname: X\n'

/** What each file is told; memory and time are the process's own limits. */
const hostile: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  ['brackets', filled('['), /LOD002/],
  ['lists in lists', filled('[a, '), /LOD002/],
  ['deep, and not long', filled('[', 'a: ').slice(0, 100_000), /LOD008/],
  ['maps in maps', filled('a: '), /LOD002|LOD005/],
  ['dashes', filled('- '), /LOD002/],
  ['equal keys', filled('a: 1\n'), /LOD002/],
  ['keys', numbered(180_000, n => `k${n}: 1`), /LOD002/],
  ['unknown keys', numbered(14_000, n => `key_${n}: 1`, site), /LOD010.*and 13,980 more in this file/],
  ['aliases', filled('- *a\n', '- &a b\n'), /LOD002/],
  ['one long line', filled('x', 'a: '), /LOD010/],
  ['a long block', filled('  x\n', 'a: |\n'), /LOD010/],
  ['comments', filled('#\n'), /LOD009/],
  ['documents', filled('---\n'), /LOD002|LOD009/],
  ['tags', filled('- !a b\n'), /LOD002/],
  ['signs that nobody sees', filled('\u202e', 'a: ').slice(0, 600_000), /LOD016/],
  [
    'ranges',
    numbered(19_000, () => '  - { spans: s-0001..s-9999, kind: aerial, along: [p-00001..p-10000] }', `${plant}runs:\n`),
    /LOD002/,
  ],
  ['broken entries', numbered(14_000, n => `  - { id: ${n} }`, `${plant}spans:\n`), /LOD002\]: too many faults here/],
  [
    'broken lists',
    numbered(300, n => `  - { id: c${n}, spans: [${'1,'.repeat(450)}1] }`, `${plant}cables:\n`),
    /LOD002\]: too many faults here/,
  ],
  ['underscores', `${site}"${'a_'.repeat(900_000)}": 1\n`, /LOD010/],
  ['blocks', filled('|\n'), /LOD012/],
]

/** Two at a time: of more long files that are wrong from top to bottom the rest is not looked at. */
const half = hostile.length / 2
const pairs = hostile.slice(0, half).map((one, i) => [one, ...hostile.slice(half + i, half + i + 1)])

test('two megabytes of anything are told in words, by a process with 256 MB for its objects', () => {
  const pathOf = (name: string, text: string): string =>
    `${text.startsWith('plant') ? 'plant' : 'opd'}/${name.replaceAll(/[^a-z]+/g, '-')}.yaml`
  for (const pair of pairs) {
    for (const [name, text] of pair) writeFileSync(join(folder, pathOf(name, text)), text)
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=256', main, 'check', '--inventory', folder, '--lang', 'en', '--format', 'concise'],
      { encoding: 'utf8', timeout: 300_000 },
    )
    expect(stderr).toMatch(/^(compiling \d+ files\n)?(warning: checked for 15 June 2026 .*\n)?$/)
    expect(status).toBe(1)
    for (const [name, text, says] of pair) {
      const lines = stdout.split('\n').filter(line => line.includes(pathOf(name, text)))
      expect(lines.join('\n'), name).toMatch(says)
      expect(lines.length, name).toBeLessThan(50)
      rmSync(join(folder, pathOf(name, text)))
    }
  }
}, 360_000)

test.each(['broken entries', 'broken lists', 'underscores', 'blocks'])('%s take less than 300 MB in all', wanted => {
  const [, text = ''] = hostile.find(([name]) => name === wanted) ?? []
  writeFileSync(join(folder, text.startsWith('plant') ? 'plant' : 'opd', 'x.yaml'), text)
  expectLittleMemory(300)
})

test.each([
  ['lines that nobody wrote', filled('x y\n'), /LOD030.*499,\d{3} more in this file/],
  ['a key again and again', filled('a/b/c: 1\n', 'format: 1\n'), /LOD032.*more in this file/],
])('a ledger of %s takes less than 300 MB in all', (_, text, says) => {
  writeFileSync(join(folder, 'allocations.lock.yaml'), text)
  expect(expectLittleMemory(300)).toMatch(says)
})

test.each(['broken lists', 'unknown keys', 'every shape'])(
  'fifty files of %s take hardly more than one',
  wanted => {
    const shapes = hostile.filter(([name]) => wanted === 'every shape' || name === wanted)
    for (let n = 0; n < 50; n++) {
      const [, text = ''] = shapes[n % shapes.length] ?? []
      writeFileSync(join(folder, text.startsWith('plant') ? 'plant' : 'opd', `x${n}.yaml`), text)
    }
    expect(expectLittleMemory(350)).toMatch(/LOD002\]: too much is wrong in the files before; [\d]+ files from here on/)
  },
  120_000,
)

/** What `check` says in a process of its own, whose peak is measured. */
function expectLittleMemory(mostMegabytes: number): string {
  const peak = join(folder, '.peak')
  const measured = ['--import', new URL('../testing/bench/peak-memory.mjs', import.meta.url).href, main]
  const asked = ['check', '--inventory', folder, '--lang', 'en', '--format', 'concise']
  const { status, stdout } = spawnSync(process.execPath, [...measured, ...asked], {
    encoding: 'utf8',
    env: { ...process.env, SERAT_PEAK_MEMORY: peak },
  })
  expect(status).toBe(1)
  const kilobytes = Number(readFileSync(peak, 'utf8'))
  expect(kilobytes).toBeGreaterThan(50_000)
  expect(kilobytes).toBeLessThan(mostMegabytes * 1000)
  return stdout
}

test('any structure is read or refused; nothing throws, whatever stands inside whatever', () => {
  const piece = fc.constantFrom(
    ...[
      '[',
      ']',
      '{',
      '}',
      ', ',
      ': ',
      '- ',
      '? ',
      '\n',
      '  ',
      'a',
      '"b"',
      "'c'",
      '&x ',
      '*x',
      '!t ',
      '|\n',
      '>\n',
      '# d\n',
      '---\n',
      '...\n',
    ],
    ...['<<: ', '0', '~', 'true', '%YAML 1.2\n', '\t', '\r', 'é'],
  )
  const pattern = fc.record({
    pieces: fc.array(piece, { minLength: 1, maxLength: 6 }),
    times: fc.constantFrom(1, 2, 50, 2000),
  })
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), patterns => {
      const text = patterns.map(({ pieces, times }) => pieces.join('').repeat(times)).join('')
      const { data, faults } = parseYaml({ path: 'opd/x.yaml', text })
      expect(data !== undefined || faults.length > 0).toBe(true)
      expect(faults.length).toBeLessThan(1000)
    }),
    { numRuns: 1500, seed: 3310, endOnFailure: true },
  )
})
