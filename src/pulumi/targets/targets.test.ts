import { execFileSync } from 'node:child_process'
import {
  mkdtempSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  statSync,
  readFileSync,
  readdirSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Secrets } from '../secrets/template.ts'
import { archive } from './archive.ts'
import { fileTarget } from './file.ts'
import { frrLive } from './frr-text.ts'
import { placeInside } from './paths.ts'
import type { Unit } from './target.ts'

const noSecrets: Secrets = { of: () => 'kunci', all: () => new Map() }
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'serat-target-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('paths', () => {
  it.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', 'a/./b', '', 'a\\b', 'a\nb', '.serat/journal', 'C:x'])(
    'refuses %j',
    path => {
      expect(() => placeInside(root, path)).toThrow(/refused/)
    },
  )

  it('refuses a way out through a symbolic link', () => {
    symlinkSync('/etc', join(root, 'routers'))
    expect(() => placeInside(root, 'routers/a/b')).toThrow(/symbolic link/)
    expect(placeInside(root, 'other/a')).toBe(join(root, 'other/a'))
  })
})

describe('files', () => {
  const unit: Unit = {
    name: 'a',
    folder: 'routers/a',
    files: new Map([
      ['a.rsc', { text: 'x "<secret:k>"\n', forms: ['routeros'] }],
      ['plain.txt', { text: 'y\n', forms: [] }],
    ]),
    binaries: new Map([['b.bin', 'AAEC']]),
    address: undefined,
  }

  it('are written closed where they hold secrets, read back, and taken away with their folders', async () => {
    const target = fileTarget({ root })
    await target.apply(unit, undefined, noSecrets)
    expect(readFileSync(join(root, 'routers/a/a.rsc'), 'utf8')).toBe('x "kunci"\n')
    expect([
      statSync(join(root, 'routers/a/a.rsc')).mode & 0o777,
      statSync(join(root, 'routers/a/plain.txt')).mode & 0o777,
    ]).toEqual([0o600, 0o644])
    expect(readdirSync(join(root, '.serat/tmp'))).toEqual([])
    expect(await target.read(unit, noSecrets)).toEqual({
      kind: 'there',
      files: new Map([
        ['a.rsc', 'x "<secret:k>"\n'],
        ['plain.txt', 'y\n'],
      ]),
      binaries: new Map([['b.bin', 'AAEC']]),
    })
    await target.remove(unit)
    expect(readdirSync(root)).toEqual(['.serat'])
    expect(await target.read(unit, noSecrets)).toEqual({ kind: 'gone' })
  })

  it('stay as they are where a secret is missing', async () => {
    const target = fileTarget({ root })
    await expect(target.apply(unit, undefined, { of: () => undefined, all: () => new Map() })).rejects.toThrow(
      /^routers\/a\/a\.rsc: .*not in the secret store: k/,
    )
    expect(readdirSync(root)).toEqual([])
  })
})

describe('an FRR configuration that runs', () => {
  const template = {
    text: 'interface a\n description x\n ip ospf message-digest-key 1 md5 <secret:k>\nexit\nrouter ospf\nexit\n',
    forms: ['frr:16'],
  }

  it('equals the declared one in whatever order', () => {
    expect(
      frrLive(
        template,
        'Building configuration...\n!\nrouter ospf\nexit\n!\ninterface a\n ip ospf message-digest-key 1 md5 kunci\n description x\nexit\n',
        noSecrets,
      ),
    ).toBe(template.text)
  })

  it('lacks what does not run and has what nobody declared, in its block and without secrets', () => {
    const live = frrLive(
      template,
      'interface a\n ip ospf cost 7\n ip ospf message-digest-key 1 md5 lain\nexit\nrouter ospf\nexit\nip route 10.0.0.0/8 blackhole\n',
      noSecrets,
    )
    expect(live).toBe(
      'interface a\n ip ospf cost 7\n ip ospf message-digest-key 1 md5 <secret:k, nilai lain / another value>\nexit\nrouter ospf\nexit\nip route 10.0.0.0/8 blackhole\n',
    )
  })
})

it('an archive is one that tar unpacks', () => {
  const folder = join(root, 'unpacked')
  mkdirSync(folder)
  writeFileSync(
    join(root, 'x.tar'),
    archive([
      { name: 'agent', text: 'satu\n' },
      { name: 'new/networkd/10-lo.network', text: 'dua'.repeat(400) },
    ]),
  )
  execFileSync('tar', ['-x', '-f', join(root, 'x.tar'), '-C', folder])
  expect(readFileSync(join(folder, 'agent'), 'utf8')).toBe('satu\n')
  expect(readFileSync(join(folder, 'new/networkd/10-lo.network'), 'utf8')).toBe('dua'.repeat(400))
  expect(statSync(join(folder, 'agent')).mode & 0o777).toBe(0o600)
})
