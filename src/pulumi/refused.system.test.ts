import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesUnder } from './engine.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import type { Secrets } from './secrets/template.ts'
import { knownAs, makeKeys, powerless, startSshHost, type SshHost } from './ssh-host.fixture.ts'
import { frrTarget } from './targets/frr.ts'
import { sftpSettings } from './targets/sftp-settings.ts'
import { sftpTarget } from './targets/sftp.ts'
import { sshSettings } from './targets/ssh-settings.ts'
import type { Target, Unit } from './targets/target.ts'

const value = 'nilai-rahasia-uji'
const secrets: Secrets = { of: () => value, all: () => new Map([['ospf/uji', value]]) }

const unit: Unit = {
  name: 'ujung',
  folder: 'routers/ujung',
  files: new Map([
    ['frr.conf', { text: 'frr defaults traditional\n! <secret:ospf/uji>\n', forms: ['frr:64'] }],
    ['nftables.conf', { text: 'flush ruleset\n', forms: [] }],
  ]),
  binaries: new Map(),
  address: '127.0.0.1',
}

interface Way {
  readonly known?: string
  readonly identity?: string
  readonly user?: string
  readonly readUser?: string
}

/** Row 8, against OpenSSH's own server: what is not whom it was said to be, or may not do it, is sent nothing. */
describeWithPulumi('refused before a byte is sent', ['root', 'SSH server'], () => {
  let folder = ''
  let host: SshHost

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'serat-refused-'))
    makeKeys(folder)
    mkdirSync(join(folder, 'served'))
    host = await startSshHost(folder)
  })
  afterEach(async () => {
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const account = ({ known = 'host', identity = 'identity', user = 'root' }: Way): Record<string, string | number> => ({
    user,
    port: host.port,
    identityFile: join(folder, identity),
    knownHostsFile: knownAs(folder, known, host.port),
    connectSeconds: 20,
  })
  const targets: Readonly<Record<string, (way: Way) => Target>> = {
    frr: way =>
      frrTarget(
        sshSettings.parse({ ...account(way), ...(way.readUser === undefined ? {} : { readUser: way.readUser }) }),
      ),
    sftp: way =>
      sftpTarget({
        stack: 'serat/uji',
        sftp: sftpSettings.parse({ ...account(way), host: '127.0.0.1', folder: join(folder, 'served') }),
      }),
  }
  const served = (): string[] => [...filesUnder(join(folder, 'served')).keys()]

  describe.each(Object.entries(targets))('by the target %s', (_, reach) => {
    it('a host with another key', async () => {
      const target = reach({ known: 'other' })
      await expect(target.apply(unit, undefined, secrets)).rejects.toThrow(/Host key verification failed/)
      expect(await target.read(unit, secrets)).toMatchObject({ kind: 'unknown' })
      expect([host.asked(), host.received(), served()]).toEqual([[], '', []])
    })

    it('a host whose key has changed since', async () => {
      const target = reach({})
      expect(['there', 'gone']).toContain((await target.read(unit, secrets)).kind)
      const before = [host.asked(), host.received()]
      expect(before[0]).not.toEqual([])
      await host.changesKey()
      await expect(target.apply(unit, unit, secrets)).rejects.toThrow(/Host key verification failed/)
      expect(await target.read(unit, secrets)).toMatchObject({ kind: 'unknown' })
      expect([host.asked(), host.received(), served()]).toEqual([...before, []])
    })

    it('whoever has a key that is let in nowhere', async () => {
      const target = reach({ identity: 'stranger' })
      await expect(target.apply(unit, undefined, secrets)).rejects.toThrow(/Permission denied/)
      expect([host.asked(), host.received(), served()]).toEqual([[], '', []])
    })

    it('an account that may not change it', async () => {
      const target = reach({ user: powerless })
      await expect(target.apply(unit, undefined, secrets)).rejects.toThrow(/may not change it|[Pp]ermission denied/)
      expect(host.asked().length).toBeGreaterThan(0)
      expect(host.asked().filter(line => !line.startsWith(`${powerless} `))).toEqual([])
      expect([host.received(), served()]).toEqual(['', []])
    })
  })

  it('a router that was last given the configuration of another, but not its own or that of its former name', async () => {
    const target = targets['frr']?.({})
    writeFileSync(join(host.kept, 'name'), 'lain\n')
    await expect(target?.apply(unit, undefined, secrets)).rejects.toThrow(
      /127\.0\.0\.1 answers a router that was last given the configuration of lain.*nothing was changed/,
    )
    expect([host.asked().length, host.received()]).toEqual([1, ''])
    // The host of this test takes what it is sent and does nothing with it.
    await expect(target?.apply(unit, { ...unit, name: 'lain' }, secrets)).rejects.toThrow(/the change did not begin/)
    writeFileSync(join(host.kept, 'name'), 'ujung\n')
    await expect(target?.apply(unit, undefined, secrets)).rejects.toThrow(/the change did not begin/)
    expect(host.received()).toContain(value)
  })

  it('nothing to an account that only reads: it says what it may not see, and is told no secret', async () => {
    const target = targets['frr']?.({ readUser: powerless })
    const found = await target?.read(unit, secrets)
    expect(found).toMatchObject({ kind: 'there', unread: ['frr.conf', 'nftables.conf'] })
    expect(host.asked()).toEqual([`${powerless} sh -s`])
    expect(host.received()).not.toContain(value)
    // It reads; who changes is still the other.
    await expect(target?.apply(unit, undefined, secrets)).rejects.toThrow(/the change did not begin/)
    expect(
      host
        .asked()
        .slice(1)
        .every(line => line.startsWith('root ')),
    ).toBe(true)
  })
})
