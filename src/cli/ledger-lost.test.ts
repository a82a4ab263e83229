import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { heard, type Heard } from './heard.fixture.ts'

/** A network that has lived never gets fresh numbers unasked; a new one starts in one command. */

const address = '10.0.0.77'
let home = ''
let ledger = ''

const serat = (...args: string[]): Promise<Heard> => heard({ cwd: home }, ...args)

function git(...args: string[]): void {
  const author = ['-c', 'user.name=penguji', '-c', 'user.email=penguji@contoh.example']
  execFileSync('git', [...author, ...args], { cwd: home, stdio: 'pipe' })
}

function commit(): void {
  git('add', '-A', 'sites')
  git('commit', '-q', '-m', 'x')
}

function layOut(): void {
  cpSync(join(import.meta.dirname, '../testing/contoh'), join(home, 'sites'), { recursive: true })
  ledger = join(home, 'sites/allocations.lock.yaml')
}

const text = (): string => readFileSync(ledger, 'utf8')

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'serat-lost-'))
  layOut()
})
afterEach(() => rmSync(home, { recursive: true }))

test('a new network starts in one command, in a repository too', async () => {
  git('init', '-q')
  commit()
  expect((await serat('build')).code).toBe(0)
  expect(text()).toContain('network/contoh/ula: ')
})

describe('with a history in Git', () => {
  let before = ''
  let lived = ''
  beforeAll(async () => {
    lived = mkdtempSync(join(tmpdir(), 'serat-lived-'))
    home = lived
    layOut()
    git('init', '-q')
    await serat('build')
    // An address that nobody would find again: it was decided by a person.
    writeFileSync(ledger, text().replace(/^router\/utara\/loopback: .*$/m, `router/utara/loopback: ${address}`))
    expect((await serat('build')).code).toBe(0)
    commit()
    before = text()
    expect(before).toContain(`loopback: ${address}\n`)
    rmSync(join(home, 'out'), { recursive: true })
  })
  beforeEach(() => {
    rmSync(home, { recursive: true })
    cpSync(lived, home, { recursive: true })
  })
  afterAll(() => rmSync(lived, { recursive: true }))

  const kept = (): string => before.split('\n').slice(0, 8).join('\n')
  const half = (): string =>
    before
      .split('\n')
      .filter((line, i) => i < 2 || line.includes('/ula') || (i % 2 === 0 && !line.includes(address)))
      .join('\n')
  const foreign = 'format: 1\nnetwork/lain/ula: fd99:1:2::/48\nrouter/utara/as: 4200000999\n'
  const committed = (damage: () => void) => (): void => {
    damage()
    commit()
  }
  test.each<[string, () => void, RegExp]>([
    ['deleted', () => rmSync(ledger), /LOD033.*missing or empty.*Git has \d+ allocations at/],
    ['empty', () => writeFileSync(ledger, ''), /LOD033/],
    ['emptied to its heading', () => writeFileSync(ledger, 'format: 1\n'), /LOD033/],
    ['cut off', () => writeFileSync(ledger, `${kept()}\n`), /LOD034/],
    ['half of its lines', () => writeFileSync(ledger, `${half()}\n`), /LOD034.*has lost \d+ lines? in use/],
    ["another network's", () => writeFileSync(ledger, foreign), /LOD034.*belongs to network lain/],
    ['deleted, and that was committed', committed(() => rmSync(ledger)), /LOD033/],
    ['half of its lines, and that was committed', committed(() => writeFileSync(ledger, `${half()}\n`)), /LOD034/],
  ])('a ledger that is %s stops build and check, with the command that brings it back', async (_, damage, finding) => {
    damage()
    const damaged = existsSync(ledger) ? text() : undefined
    for (const command of [['check', '--frozen'], ['build']]) {
      const { code, said } = await serat(...command)
      expect(code).toBe(1)
      expect(said).toMatch(finding)
      expect(said).not.toContain('commit that file')
    }
    expect(existsSync(ledger) ? text() : undefined).toBe(damaged)
    const { said } = await serat('check')
    const [, command = ''] = /Take it back: (git checkout \S+ -- \S+\.yaml)/.exec(said) ?? []
    git(...command.split(' ').slice(1))
    expect(text()).toBe(before)
    expect((await serat('build')).code).toBe(0)
    expect(text()).toBe(before)
  })

  test('begins anew where that is asked for', async () => {
    rmSync(ledger)
    expect((await serat('build', '--new-ledger')).code).toBe(0)
    expect(text()).not.toBe(before)
  })

  test('what a person releases is no loss: in use, and retired', async () => {
    const key = 'segment/utara/data/v4'
    expect(await serat('release', '--in-use', key)).toMatchObject({ code: 0, said: `${key}\n` })
    expect(text()).toContain(`${key}: released\n`)
    expect((await serat('build')).code).toBe(0)
    expect(text()).toMatch(new RegExp(`^${key}: 10`, 'm'))
    expect(text()).not.toContain('released\n')
  })
})

describe('without Git and output folders', () => {
  const store = (): string => join(home, 'secrets.yaml')
  const others = (): void => {
    rmSync(ledger)
    rmSync(join(home, 'out'), { recursive: true })
  }
  const stack = (file: string, key = 'storeFile'): void => {
    mkdirSync(join(home, 'stacks'), { recursive: true })
    writeFileSync(join(home, 'stacks/Pulumi.contoh.yaml'), `config:\n  serat:${key}: ${file}\n`)
  }

  test('tunnel keys in the store that a stack names show that a network has lived', async () => {
    expect((await serat('build')).code).toBe(0)
    expect((await serat('keys', '--secrets', store())).code).toBe(0)
    others()
    expect((await serat('check', '--frozen')).said).not.toContain('LOD033')
    for (const [key, ...command] of [
      ['storeFile', 'check', '--frozen'],
      ['secretsFile', 'build'],
    ]) {
      stack('secrets.yaml', key)
      const { code, said } = await serat(...command)
      expect(code).toBe(1)
      expect(said).toMatch(/LOD033.*the secret store \S+secrets.yaml holds the tunnel keys of \d of its routers/)
    }
    expect(existsSync(ledger)).toBe(false)
    expect((await serat('build', '--new-ledger')).code).toBe(0)
  })

  test.each(['deleted', 'empty'])('whoever asks for keys first makes none: %s', async how => {
    expect((await serat('build')).code).toBe(0)
    expect((await serat('keys', '--secrets', store())).code).toBe(0)
    const [before, kept] = [text(), readFileSync(store(), 'utf8')]
    others()
    if (how === 'empty') writeFileSync(ledger, '')
    const { code, said } = await serat('keys', '--secrets', store())
    expect(code).toBe(1)
    expect(said).toMatch(/LOD033.*the secret store \S+secrets.yaml holds the tunnel keys of \d of its routers/)
    expect(said).toMatch(/Take allocations.lock.yaml back from Git or a backup.*serat build --new-ledger/)
    expect([existsSync(ledger) ? text() : '', readFileSync(store(), 'utf8')]).toEqual(['', kept])
    writeFileSync(ledger, before)
    expect((await serat('keys', '--secrets', store())).code).toBe(0)
    expect(text()).toBe(before)
  })

  test('begun anew on purpose, a network takes the keys of its store', async () => {
    expect((await serat('keys', '--secrets', store())).code).toBe(0)
    rmSync(ledger)
    expect((await serat('build', '--new-ledger')).code).toBe(0)
    expect((await serat('keys', '--secrets', store())).out).toContain('was in the store')
  })

  test('keys that were made before the first build show nothing', async () => {
    stack('secrets.yaml')
    expect((await serat('keys', '--secrets', store())).code).toBe(0)
    expect((await serat('build')).code).toBe(0)
  })

  test('the mark in network.yaml does', async () => {
    const file = join(home, 'sites/network.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}in_service_since: 2026-01-05\n`)
    expect((await serat('build')).said).toMatch(/LOD033.*in service since 2026-01-05/)
  })
})

test('a ledger that would change is a remark of its own on GitHub', async () => {
  expect((await serat('build')).code).toBe(0)
  writeFileSync(ledger, text().replace(/^segment\/utara\/data\/v4: .*\n/m, ''))
  const { code, said } = await serat('check', '--frozen', '--format', 'github')
  expect(code).toBe(1)
  expect(said).toMatch(
    /^::error file=sites\/allocations\.lock\.yaml,line=1,title=serat::sites\/allocations\.lock\.yaml would change/m,
  )
})

test('a network that is renamed keeps its ledger, and gets no other', async () => {
  expect((await serat('build')).code).toBe(0)
  const before = text()
  const file = join(home, 'sites/network.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('network: contoh', 'network: teladan'))
  for (const command of [['check', '--frozen'], ['build']]) {
    const { code, said } = await serat(...command)
    expect(code).toBe(1)
    expect(said).toMatch(/LOD034.*belongs to network contoh, not to teladan/)
  }
  expect(text()).toBe(before)
  rmSync(ledger)
  expect((await serat('build')).said).toMatch(/LOD033.*out was made from it/)
})

test('without Git an output folder shows that a network has lived', async () => {
  expect((await serat('build')).code).toBe(0)
  rmSync(ledger)
  const { code, said } = await serat('build')
  expect(code).toBe(1)
  expect(said).toMatch(/LOD033.*out was made from it on 2026-06-15/)
  expect((await serat('check', '--frozen')).said).toContain('LOD033')
})
