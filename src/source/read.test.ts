import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readInventory } from './read.ts'
import { locate } from './locate.ts'

const places = ['network.yaml', 'opd/', 'circuits/']
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-read-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

function found(): string[] {
  return readInventory(folder, places)
    .diagnostics.map(({ code, at }) => `${code} ${at.source.path}`)
    .sort()
}

test('reads what has a place, sorted by code units, and the ledger apart', () => {
  for (const path of ['opd/b.yaml', 'opd/B.yaml', 'opd/utara/a.yaml', 'network.yaml', 'circuits/x.yaml'])
    put(path, `# ${path}\n`)
  put('allocations.lock.yaml', 'format: 1\n')
  put('README.md', 'for people')
  put('.git/config', 'hidden')
  const { sources, ledger, diagnostics } = readInventory(folder, places)
  expect(sources.map(({ path }) => path)).toEqual([
    'circuits/x.yaml',
    'network.yaml',
    'opd/B.yaml',
    'opd/b.yaml',
    'opd/utara/a.yaml',
  ])
  expect(sources[0]?.text).toBe('# circuits/x.yaml\n')
  expect(ledger).toBe('format: 1\n')
  expect(diagnostics).toEqual([])
})

test('mentions what has no place', () => {
  for (const path of ['opds/a.yaml', 'opd/a.yml', 'notes.txt', 'opd/a.yaml.bak']) put(path, 'x')
  expect(found()).toEqual(['LOD004 notes.txt', 'LOD004 opd/a.yaml.bak', 'LOD004 opd/a.yml', 'LOD004 opds/'])
})

test('a file that is too large is refused without being read', () => {
  put('opd/a.yaml', '')
  truncateSync(join(folder, 'opd/a.yaml'), 50_000_000_000)
  const { sources, diagnostics } = readInventory(folder, places)
  expect(sources).toEqual([])
  expect(diagnostics[0]).toMatchObject({
    code: 'LOD002',
    severity: 'error',
    message: { id: 'berkas ini 50.000 MB; paling besar 2 MB' },
  })
})

test.each([
  ['latin 1', Buffer.from('site: a\nname: caf\xe9 x\n', 'latin1'), [2, 10]],
  [
    'a sequence that is cut off',
    Buffer.concat([Buffer.from('site: \u00e9\nn: \ud83d\ude00'), Buffer.from([0xf0, 0x9f])]),
    [2, 6],
  ],
  ['an overlong slash', Buffer.concat([Buffer.from('a'), Buffer.from([0xc0, 0xaf]), Buffer.from('\n')]), [1, 2]],
] as const)('a file that is not UTF-8 is refused at its first wrong byte: %s', (_, content, [line, column]) => {
  put('opd/a.yaml', content)
  const {
    diagnostics: [finding],
    sources,
  } = readInventory(folder, places)
  expect(sources).toEqual([])
  expect(finding?.code).toBe('LOD003')
  expect(finding && locate(finding.at)).toMatchObject({ line, column })
})

test('links may point at files inside, and nowhere else', () => {
  put('opd/a.yaml', 'site: a\n')
  symlinkSync('a.yaml', join(folder, 'opd/same.yaml'))
  symlinkSync('/etc/hostname', join(folder, 'opd/outside.yaml'))
  symlinkSync('..', join(folder, 'opd/round'))
  symlinkSync('gone.yaml', join(folder, 'opd/dangling.yaml'))
  expect(found()).toEqual(['LOD001 opd/dangling.yaml', 'LOD001 opd/outside.yaml', 'LOD001 opd/round'])
  expect(readInventory(folder, places).sources.map(({ path }) => path)).toEqual(['opd/a.yaml', 'opd/same.yaml'])
})

test('a folder in the place of a file is mentioned', () => {
  mkdirSync(join(folder, 'network.yaml'))
  expect(found()).toEqual(['LOD004 network.yaml/'])
})
