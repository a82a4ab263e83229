import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesUnder } from './engine.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import type { Secrets } from './secrets/template.ts'
import { knownAs, makeKeys, powerless, powerlessId, startSshHost, type SshHost } from './ssh-host.fixture.ts'
import { sftpSettings } from './targets/sftp-settings.ts'
import { sftpTarget } from './targets/sftp.ts'
import type { Target, Unit } from './targets/target.ts'

const value = 'nilai-rahasia-uji'
const secrets: Secrets = { of: () => value, all: () => new Map([['snmp/uji', value]]) }

function unit(files: Readonly<Record<string, string>>, name = 'dishub'): Unit {
  return {
    name,
    folder: `routers/${name}`,
    files: new Map(
      Object.entries(files).map(([file, text]) => [
        file,
        { text, forms: [...text.matchAll(/<secret:/g)].map(() => 'routeros') },
      ]),
    ),
    binaries: new Map(),
    address: undefined,
  }
}

const first = unit({ 'dishub.rsc': '/snmp set password="<secret:snmp/uji>"\n', 'notes.txt': 'satu\n' })

describeWithPulumi('a folder on a host, by SFTP', ['root', 'SSH server'], () => {
  let folder = ''
  let served = ''
  let host: SshHost

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'serat-sftp-'))
    served = join(folder, 'served')
    makeKeys(folder)
    mkdirSync(served)
    host = await startSshHost(folder)
  })
  afterEach(async () => {
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  function reach(own: Readonly<Record<string, string>> = {}, stack = 'serat/uji'): Target {
    const settings = sftpSettings.parse({
      host: '127.0.0.1',
      port: host.port,
      user: 'root',
      folder: served,
      identityFile: join(folder, 'identity'),
      knownHostsFile: knownAs(folder, 'host', host.port),
      connectSeconds: 20,
      ...own,
    })
    return sftpTarget({ stack, sftp: settings })
  }
  const paths = (): string[] => [...filesUnder(served).keys()]
  const modeOf = (path: string): string => (statSync(join(served, path)).mode & 0o777).toString(8)

  it('is given files whole, those with secrets for its account alone, and shows them by names', async () => {
    const target = reach()
    expect(await target.read(first, secrets)).toEqual({ kind: 'gone' })
    await target.apply(first, undefined, secrets)
    expect(paths()).toEqual(['routers/dishub/dishub.rsc', 'routers/dishub/notes.txt'])
    expect(readFileSync(join(served, 'routers/dishub/dishub.rsc'), 'utf8')).toBe(`/snmp set password="${value}"\n`)
    expect(paths().map(modeOf)).toEqual(['600', '644'])
    const found = await target.read(first, secrets)
    expect(found).toMatchObject({ kind: 'there' })
    expect(found.kind === 'there' ? [...found.files] : []).toEqual(
      [...first.files].map(([name, { text }]) => [name, text]),
    )
    await reach({ mode: '640' }).apply(first, first, secrets)
    expect(modeOf('routers/dishub/dishub.rsc')).toBe('640')
  })

  it('shows what was changed by hand, and heals it; what the next one lacks goes, and its folder with the last', async () => {
    const target = reach()
    await target.apply(first, undefined, secrets)
    writeFileSync(join(served, 'routers/dishub/notes.txt'), 'tangan\n')
    writeFileSync(join(served, 'routers/orang.txt'), 'milik orang\n')
    expect(await target.read(first, secrets)).toMatchObject({
      files: new Map([
        ['dishub.rsc', expect.any(String)],
        ['notes.txt', 'tangan\n'],
      ]),
    })
    const next = unit({ 'notes.txt': 'dua\n' })
    await target.apply(next, first, secrets)
    expect(paths()).toEqual(['routers/dishub/notes.txt', 'routers/orang.txt'])
    expect(readFileSync(join(served, 'routers/dishub/notes.txt'), 'utf8')).toBe('dua\n')
    await target.remove(next)
    expect(paths()).toEqual(['routers/orang.txt'])
    expect(() => statSync(join(served, 'routers/dishub'))).toThrow(/ENOENT/)
  })

  it('keeps every old file where the sending of one fails', async () => {
    chownSync(served, powerlessId, powerlessId)
    const target = reach({ user: powerless })
    const other = unit({ 'notes.txt': 'lama\n' })
    await target.apply(other, undefined, secrets)
    const next = unit({ 'notes.txt': 'baru\n', 'sub/lain.txt': 'x\n' })
    mkdirSync(join(served, 'routers/dishub/sub'))
    chmodSync(join(served, 'routers/dishub/sub'), 0o755)
    await expect(target.apply(next, other, secrets)).rejects.toThrow(/[Pp]ermission denied/)
    expect(paths()).toEqual(['routers/dishub/notes.txt'])
    expect(readFileSync(join(served, 'routers/dishub/notes.txt'), 'utf8')).toBe('lama\n')
    rmSync(join(served, 'routers/dishub/sub'), { recursive: true })
    await target.apply(next, other, secrets)
    expect(paths()).toEqual(['routers/dishub/notes.txt', 'routers/dishub/sub/lain.txt'])
  })

  it('belongs to one stack, and has to be there', async () => {
    await reach().apply(first, undefined, secrets)
    const other = reach({}, 'serat/lain')
    await expect(other.apply(unit({ 'a.txt': 'a\n' }, 'a'), undefined, secrets)).rejects.toThrow(
      /belongs to the stack serat\/uji/,
    )
    expect(await other.read(first, secrets)).toMatchObject({ kind: 'unknown' })
    const absent = reach({ folder: join(folder, 'absent') })
    await expect(absent.apply(first, undefined, secrets)).rejects.toThrow(/absent/)
    expect(await absent.read(first, secrets)).toMatchObject({ kind: 'unknown' })
    expect(paths()).toEqual(['routers/dishub/dishub.rsc', 'routers/dishub/notes.txt'])
  })

  it('is left as it was where a file cannot take its place', async () => {
    const target = reach()
    await target.apply(first, undefined, secrets)
    rmSync(join(served, 'routers/dishub/notes.txt'))
    mkdirSync(join(served, 'routers/dishub/notes.txt/x'), { recursive: true })
    await expect(target.apply(first, first, secrets)).rejects.toThrow(/routers\/dishub\/notes\.txt/)
    expect(readdirSync(join(served, 'routers/dishub'))).toEqual(['dishub.rsc', 'notes.txt'])
  })

  it('loses what a session that broke off left, and follows no link out of a file’s place', async () => {
    const target = reach()
    await target.apply(first, undefined, secrets)
    writeFileSync(join(served, 'routers/dishub/.serat-new-notes.txt'), 'half')
    writeFileSync(join(folder, 'elsewhere'), 'stays')
    rmSync(join(served, 'routers/dishub/notes.txt'))
    symlinkSync(join(folder, 'elsewhere'), join(served, 'routers/dishub/notes.txt'))
    await target.apply(first, first, secrets)
    expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('stays')
    expect(readFileSync(join(served, 'routers/dishub/notes.txt'), 'utf8')).toBe('satu\n')
    expect(readdirSync(join(served, 'routers/dishub'))).toEqual(['dishub.rsc', 'notes.txt'])
  })

  it('is given many routers at once, and is asked once whose it is', async () => {
    const target = reach()
    const units = Array.from({ length: 4 }, (_, i) => unit({ 'a.rsc': `# ${i}\n` }, `r-${i}`))
    await Promise.all(units.map(each => target.apply(each, undefined, secrets)))
    expect(paths().length).toBe(4)
    // The claim is two sessions.
    expect(host.asked().length).toBe(6)
  })
})
