import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../testing/generate/random.ts'
import { heard, type Heard } from './heard.fixture.ts'

/** An audit as an office makes it and an auditor proves it. */

let home = ''
let audit = ''

const serat = (cwd: string, ...args: string[]): Promise<Heard> => heard({ cwd, today: '2026-07-01' }, ...args)

function git(...args: readonly string[]): string {
  const signed = ['-c', 'user.name=Petugas', '-c', 'user.email=petugas@contoh.example', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...signed, ...args], { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'serat-audit-'))
  audit = join(home, 'audit-2026')
  cpSync(join(import.meta.dirname, '../testing/contoh'), join(home, 'sites'), { recursive: true })
  mkdirSync(join(home, 'sites/documents/lama'), { recursive: true })
  // Names that a person gave: neither may stop an audit.
  writeFileSync(join(home, 'sites/documents/kontrak é (1).pdf'), 'kontrak')
  writeFileSync(join(home, 'sites/documents/lama/BAST.pdf'), 'bast')
  writeFileSync(join(home, '.gitignore'), 'audit-*\n')
  await serat(home, 'build')
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '-m', 'Keadaan awal', '-m', 'Approved-by: Kepala Bidang Infrastruktur TIK')
  const made = await serat(home, 'audit', '--year', '2026')
  if (made.code !== 0) throw new Error(made.out + made.err)
})
afterAll(() => rmSync(home, { recursive: true }))

const read = (path: string): string => readFileSync(join(audit, path), 'utf8')
const digest = (): string => hash('sha256', readFileSync(join(audit, 'manifest.json')), 'hex')

test('holds the inventory byte for byte, its evidence, and who approved it as Git knows it', () => {
  expect(read('inventory/network.yaml')).toBe(readFileSync(join(home, 'sites/network.yaml'), 'utf8'))
  const evidence = readdirSync(join(audit, 'documents'), { recursive: true, encoding: 'utf8' })
  expect(
    evidence
      .filter(name => name.endsWith('.pdf'))
      .map(name => read(`documents/${name}`))
      .sort(),
  ).toEqual(['bast', 'kontrak'])
  const { commit, commits, uncommitted } = JSON.parse(read('approvals.json'))
  expect(commit).toBe(git('rev-parse', 'HEAD').trim())
  expect(uncommitted).toEqual([])
  expect(
    commits.map(({ subject, signature, trailers }: Record<string, unknown>) => [subject, signature, trailers]),
  ).toEqual([['Keadaan awal', 'N', ['Approved-by: Kepala Bidang Infrastruktur TIK']]])
})

test('is proved without the inventory: one changed byte in any file is named, untouched it is whole', async () => {
  renameSync(join(home, 'sites'), join(home, 'elsewhere'))
  const random = randomFrom(13)
  const files = readdirSync(audit, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(audit.length + 1))
  expect(files.length).toBeGreaterThan(40)
  try {
    for (const file of files) {
      const before = readFileSync(join(audit, file))
      if (before.length === 0) continue
      const bytes = Buffer.from(before)
      const i = Math.floor(random() * bytes.length)
      bytes[i] = (bytes[i] ?? 0) ^ (1 << Math.floor(random() * 8))
      writeFileSync(join(audit, file), bytes)
      const { code, out } = await serat(home, 'audit', 'verify', 'audit-2026')
      expect([code, out]).toEqual([1, `${file} was changed\n`])
      writeFileSync(join(audit, file), before)
    }
    const whole = await serat(home, 'audit', 'verify', 'audit-2026')
    expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('consistent in itself, not proved')])
    const proved = await serat(home, 'audit', 'verify', 'audit-2026', '--digest', digest())
    expect([proved.code, proved.out]).toEqual([0, expect.stringContaining('proved against the SHA-256')])
    const other = await serat(home, 'audit', 'verify', 'audit-2026', '--digest', 'a'.repeat(64))
    expect([other.code, other.out]).toEqual([1, 'manifest.json was changed\n'])
  } finally {
    renameSync(join(home, 'elsewhere'), join(home, 'sites'))
  }
})

describe('a tag proves what it was signed for', () => {
  const hasKeys = existsSync('/usr/bin/ssh-keygen')

  test('one that nobody signed, and one that is not there, prove nothing', async () => {
    git('tag', '-a', 'polos', '-m', `manifest.json ${digest()}`)
    for (const [tag, words] of [
      ['polos', 'does not accept its signature'],
      ['tidak-ada', 'no annotated tag'],
      ['--upload-pack=x', 'needs a value'],
    ] as const) {
      const { code, err } = await serat(home, 'audit', 'verify', 'audit-2026', '--tag', tag)
      expect([code, err]).toEqual([2, expect.stringContaining(words)])
    }
  })

  test.runIf(hasKeys)('a signed one does, until the folder changes', async () => {
    const key = join(home, 'key')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'ppk', '-f', key])
    writeFileSync(join(home, 'signers'), `petugas@contoh.example ${readFileSync(`${key}.pub`, 'utf8')}`)
    for (const [name, value] of [
      ['gpg.format', 'ssh'],
      ['user.signingkey', key],
      ['gpg.ssh.allowedSignersFile', join(home, 'signers')],
    ] as const)
      git('config', name, value)
    git('tag', '-s', 'audit-2026', '-m', `Audit 2026\n\nmanifest.json ${digest()}`)
    const proved = await serat(home, 'verify', 'audit-2026', '--tag', 'audit-2026')
    expect([proved.code, proved.out]).toEqual([0, expect.stringContaining('proved against the signed tag audit-2026')])
    await serat(home, 'audit', '--year', '2026', '--as-of', '2026-06-30')
    const other = await serat(home, 'verify', 'audit-2026', '--tag', 'audit-2026')
    expect([other.code, other.out]).toEqual([1, 'manifest.json was changed\n'])
  })
})

test('what nobody has committed is told, and a revision says what it said', async () => {
  const file = join(home, 'sites/network.yaml')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace(/^name: .*$/m, 'name: Kabupaten Baru'))
  const now = await serat(home, 'audit', '--year', '2026', '--out', 'audit-kini')
  expect(now.err).toContain('1 files of the inventory differ from their commit')
  const then = await serat(home, 'audit', '--year', '2026', '--rev', 'HEAD', '--out', 'audit-lalu')
  writeFileSync(file, before)
  expect(then.err).not.toContain('differ')
  expect(readFileSync(join(home, 'audit-lalu/inventory/network.yaml'), 'utf8')).toBe(before)
  expect(readFileSync(join(home, 'audit-kini/README.md'), 'utf8')).toContain('Kabupaten Baru')
  const documents = readdirSync(join(home, 'audit-lalu/documents'), { recursive: true, encoding: 'utf8' })
  expect(documents.filter(name => name.endsWith('.pdf'))).toHaveLength(2)
})

test('a secret in clear text is handed to no auditor', async () => {
  const file = join(home, 'sites/network.yaml')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace(/bgp_key: .*/, 'bgp_key: hunter2'))
  const { code, err } = await serat(home, 'audit', '--year', '2026', '--out', 'audit-rahasia')
  writeFileSync(file, before)
  expect([code, err]).toEqual([2, expect.stringContaining('LOD015')])
  expect(existsSync(join(home, 'audit-rahasia'))).toBe(false)
})
