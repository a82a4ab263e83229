import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { plain } from '../../diagnostic/paint.ts'
import { isStoreFault, readStoreText, type StoreFile } from '../../secrets/store-file.ts'
import { secretStore } from '../../secrets/store.ts'
import { isRefusal, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { openStore, storePath, storeText } from './store.ts'

let folder = ''
let file = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'serat-store-')))
  file = join(folder, 'secrets.yaml')
  mkdirSync(join(folder, 'sites'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const shell = (): Shell => ({
  language: 'en',
  cwd: folder,
  today: '2026-06-15',
  paint: plain,
  print: () => {},
  note: () => {},
})
const pathOf = (asked: string): string | Refusal => storePath(shell(), asked, join(folder, 'sites'))
const reasonOf = (found: unknown): string => (isRefusal(found) ? found.refused.en : 'taken')

function stored(text: string, mode = 0o600): StoreFile | Refusal {
  writeFileSync(file, text)
  chmodSync(file, mode)
  return openStore(file, 'secrets.yaml')
}

function withEntries(text: string, entries: Readonly<Record<string, string>>): string {
  const content = readStoreText(text)
  if (isStoreFault(content)) throw new Error(content.fault)
  return storeText(content, new Map(Object.entries(entries)))
}

describe('where it may be', () => {
  test('outside of repositories and the inventory, in a folder that exists', () => {
    expect(pathOf('secrets.yaml')).toBe(file)
    expect(reasonOf(pathOf('nowhere/secrets.yaml'))).toContain('no such folder')
    expect(reasonOf(pathOf('sites/secrets.yaml'))).toContain('lies in the inventory')
    mkdirSync(join(folder, 'repository/.git'), { recursive: true })
    mkdirSync(join(folder, 'repository/deep/er'), { recursive: true })
    expect(reasonOf(pathOf('repository/deep/er/secrets.yaml'))).toContain('in a Git repository')
    mkdirSync(join(folder, 'worktree'))
    writeFileSync(join(folder, 'worktree/.git'), 'gitdir: elsewhere\n')
    expect(reasonOf(pathOf('worktree/secrets.yaml'))).toContain('in a Git repository')
  })

  test('symbolic links count as what they lead to', () => {
    mkdirSync(join(folder, 'repository/.git'), { recursive: true })
    writeFileSync(join(folder, 'repository/secrets.yaml'), '')
    symlinkSync(join(folder, 'repository/secrets.yaml'), join(folder, 'inside.yaml'))
    expect(reasonOf(pathOf('inside.yaml'))).toContain('in a Git repository')
    symlinkSync(join(folder, 'sites'), join(folder, 'innocent'))
    expect(reasonOf(pathOf('innocent/secrets.yaml'))).toContain('lies in the inventory')
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'broken.yaml'))
    expect(reasonOf(pathOf('broken.yaml'))).toContain('leads nowhere')
    symlinkSync(file, join(folder, 'repository/link.yaml'))
    writeFileSync(file, '')
    expect(pathOf('repository/link.yaml')).toBe(file)
    symlinkSync('round.yaml', join(folder, 'round.yaml'))
    expect(reasonOf(pathOf('round.yaml'))).toContain('leads nowhere')
  })
})

describe('what it must be', () => {
  test.each([0o644, 0o640, 0o660, 0o604, 0o610, 0o666])('mode %o is refused', mode => {
    expect(reasonOf(stored('a: "b"\n', mode))).toContain('others can read it; run: chmod 600 secrets.yaml')
  })

  test.each([
    ['- a\n', 'one `name: value` a line'],
    ['text\n', 'one `name: value` a line'],
    ['a: [\n', 'no YAML'],
    ['a: "1"\n---\nb: "2"\n', 'no YAML'],
    ['a: 1\n', 'value of a'],
    ['a:\n', 'value of a'],
    ['a: { b: "c" }\n', 'value of a'],
    ['a: "x"\na: "y"\n', 'name a stands there twice'],
    ['? [a]\n: "x"\n', 'one `name: value` a line'],
    ['a: &x "k"\nb: *x\n', 'aliases'],
    ['a: !!binary "aGVtYXQ="\n', 'value of a'],
    ['<<: { a: "b" }\n', 'value of <<'],
  ])('%j is refused, without a value', (text, reason) => {
    expect(reasonOf(stored(text))).toContain(reason)
  })

  test.each(['[', 'a: ', '{"a":', '- '])('two megabytes of `%s` are refused before anything is built', piece => {
    expect(reasonOf(stored(piece.repeat(2_000_000 / piece.length)))).toContain(
      'it holds too much, or is nested too deep',
    )
  })

  test('a folder is refused; what is empty or only a comment is an empty store', () => {
    mkdirSync(file)
    expect(reasonOf(openStore(file, 'secrets.yaml'))).toMatch(/cannot be read as a file/)
    rmSync(file, { recursive: true })
    for (const text of ['', '# notes\n', '\n\n', '{}\n']) expect(stored(text)).toMatchObject({ values: new Map() })
  })

  test.runIf(process.getuid?.() === 0)(
    'a file of another user is refused: replacing it would take it from them',
    async () => {
      const { chownSync } = await import('node:fs')
      writeFileSync(file, '', { mode: 0o600 })
      chownSync(file, 12_345, 12_345)
      expect(reasonOf(openStore(file, 'secrets.yaml'))).toContain('belongs to another user')
    },
  )
})

describe('its text', () => {
  const text = `# Kunci OSPF, dari rapat Juni.
ospf/backbone: 'satu dua'   # 16 bita

# Yang lama:
tunnel/a: lama
snmp/auth: "x\\"y\\\\z: # bukan komentar"
panjang: "${'kata '.repeat(60)}akhir"
banyak: |
  baris satu
  baris dua
`

  test('keeps every other entry, order and comment', () => {
    const made = withEntries(text, { 'tunnel/b': 'baru', 'tunnel/a': 'ganti' })
    const names = ['ospf/backbone', 'tunnel/a', 'snmp/auth', 'panjang', 'banyak', 'tunnel/b']
    expect(Object.keys(parse(made) as object)).toEqual(names)
    expect(parse(made)).toEqual({ ...(parse(text) as object), 'tunnel/a': 'ganti', 'tunnel/b': 'baru' })
    expect(made).toContain(
      "# Kunci OSPF, dari rapat Juni.\nospf/backbone: 'satu dua' # 16 bita\n\n# Yang lama:\ntunnel/a: ganti\n",
    )
    expect(made).toContain('banyak: |\n  baris satu\n  baris dua\n')
    expect(made.split('\n').filter(line => line.startsWith('panjang'))).toHaveLength(1)
    expect(made).toMatch(/^tunnel\/b: "baru"$/m)
    expect(withEntries(made, {})).toBe(made)
  })

  test.each([
    '',
    '# notes\n',
    '{}\n',
    '---\n',
    '{ a: "b" }\n',
    '\ufeffa: "b"\n',
    'a: "b"\r\nc: "d"\r\n',
    '# a\n\n# b\n',
    '%YAML 1.2\n---\na: "b"\n...\n',
  ])('begins from %j', before => {
    const made = withEntries(before, { 'tunnel/a': '12345678901e5' })
    const read = readStoreText(made)
    expect(isStoreFault(read) ? read : read.values.get('tunnel/a')).toBe('12345678901e5')
    for (const [comment] of before.matchAll(/# \w+/g)) expect(made).toContain(comment)
  })

  test.each([
    '__proto__',
    'constructor',
    'null',
    'true',
    '1e3',
    '~',
    '- x',
    'a: b',
    '# x',
    'ü/é',
    '*x',
    '&x',
    '<<',
    '"',
    "'",
    ' spasi ',
  ])('carries the strange name %j', name => {
    const before = withEntries('', { [name]: 'lama' })
    const made = withEntries(before, { 'tunnel/a': 'baru' })
    const read = readStoreText(made)
    expect(isStoreFault(read) ? read : [...read.values]).toEqual([
      [name, 'lama'],
      ['tunnel/a', 'baru'],
    ])
  })

  test('is what a deployment reads', () => {
    writeFileSync(file, withEntries(text, { 'tunnel/b': 'baru' }), { mode: 0o600 })
    const store = secretStore({ file, values: {} })
    expect([store.of('tunnel/b'), store.of('snmp/auth'), store.of('tunnel/c')]).toEqual([
      'baru',
      'x"y\\z: # bukan komentar',
      undefined,
    ])
  })

  test('is what a deployment reads of a renamed router too, until the new name is filed', () => {
    const former = { 'tunnel/c': ['tunnel/never', 'tunnel/b'], 'tunnel/a': ['tunnel/b'] }
    writeFileSync(file, withEntries(text, { 'tunnel/a': 'baru', 'tunnel/b': 'lama' }), { mode: 0o600 })
    const store = secretStore({ file, values: {}, former })
    expect(['tunnel/a', 'tunnel/c', 'tunnel/d', 'constructor'].map(store.of)).toEqual([
      'baru',
      'lama',
      undefined,
      undefined,
    ])
  })

  test('forty thousand entries keep their order, each on its line', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `tunnel/r-${i}: "${i}"\n`).join('')
    const entries = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`tunnel/s-${i}`, String(i)]))
    const lines = withEntries(long, entries).split('\n')
    expect(lines).toHaveLength(40_001)
    expect(lines.slice(0, 20_000).join('\n') + '\n').toBe(long)
  })
})
