import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { realDisk, type Disk } from '../disk/disk.ts'
import { healFile } from '../disk/write-whole.ts'
import { makeKeys } from '../keys/make-keys.ts'
import { ground } from './ground.fixture.ts'
import { jobOf, expectWhole, filesBelow, keys, publicKeysOf, secretsOf } from './keys.fixture.ts'

const main = join(import.meta.dirname, '../main.ts')

/** A disk on which from some step on nothing happens any more (a kill), or one step fails and the others work. */
function stopping(at: number, kind: 'killed' | 'failing'): { readonly disk: Disk; readonly steps: () => number } {
  let done = 0
  const step =
    <A extends unknown[]>(work: (...args: A) => void) =>
    (...args: A): void => {
      done++
      if (kind === 'killed' ? done > at : done === at + 1)
        throw Object.assign(new Error('stopped'), { code: 'ENOSPC', syscall: 'write' })
      work(...args)
    }
  const { write, sync, rename, remove } = realDisk
  return {
    disk: { ...realDisk, write: step(write), sync: step(sync), rename: step(rename), remove: step(remove) },
    steps: () => done,
  }
}

describe.each(['killed', 'failing'] as const)('%s at any step', kind => {
  test.each([false, true])('leaves nothing that the next run does not make whole (renewing: %s)', async renew => {
    const where = ground(`${kind}-${renew}`)
    const untouched = { 'ospf/backbone': 'kunci' }
    let between = 0
    for (let at = 0; ; at++) {
      writeFileSync(where.store, 'ospf/backbone: "kunci" # tetap\n', { mode: 0o600 })
      rmSync(where.ledger, { force: true })
      if (renew) await keys(where)
      const [publicBefore, secretsBefore] = [publicKeysOf(where), secretsOf(where)]
      const { disk, steps } = stopping(at, kind)
      let stopped = false
      try {
        makeKeys({ ...jobOf(where, disk), renew }, disk)
      } catch {
        stopped = true
      }
      // Each file is the old one or the new one, and the ledger never is ahead of the store.
      const [secrets, publicKeys] = [secretsOf(where), publicKeysOf(where)]
      expect(secrets).toMatchObject(untouched)
      const isOld = JSON.stringify(secrets) === JSON.stringify(secretsBefore)
      if (isOld) expect(publicKeys).toEqual(publicBefore)
      else if (JSON.stringify(publicKeys) === JSON.stringify(publicBefore)) between++
      else expectWhole(where)
      for (const path of filesBelow(join(where.folder, 'private'))) expect(lstatSync(path).mode & 0o077).toBe(0)
      expect(await keys(where)).toMatchObject({ code: 0 })
      expectWhole(where)
      if (!isOld) expect(secretsOf(where)).toEqual(secrets)
      expect(readFileSync(where.store, 'utf8')).toContain('ospf/backbone: "kunci" # tetap\n')
      expect(readdirSync(join(where.folder, 'private'))).toEqual(['secrets.yaml'])
      if (!stopped) {
        expect(steps()).toBeGreaterThan(6)
        break
      }
    }
    expect(between).toBeGreaterThan(0)
  })
})

test('a killed process leaves what the next one takes over', async () => {
  const where = ground('sigkill')
  for (const wait of [150, 220, 260, 300, 350, 420]) {
    rmSync(where.store, { force: true })
    rmSync(where.ledger, { force: true })
    const child = spawn(process.execPath, [main, 'keys', '--secrets', 'private/secrets.yaml'], {
      cwd: where.folder,
      stdio: 'ignore',
    })
    const ended = new Promise(resolve => child.once('exit', resolve))
    await new Promise(resolve => setTimeout(resolve, wait))
    child.kill('SIGKILL')
    await ended
    expect(await keys(where)).toMatchObject({ code: 0 })
    expectWhole(where)
    expect(readdirSync(join(where.folder, 'private'))).toEqual(['secrets.yaml'])
    expect(readdirSync(join(where.folder, 'sites')).filter(name => name.startsWith('.'))).toEqual([])
  }
}, 180_000)

test('several at once: those that work end with one whole set of pairs', async () => {
  const where = ground('several')
  const codes = await Promise.all(
    [1, 2, 3, 4].map(
      () =>
        new Promise<number | null>(resolve => {
          spawn(process.execPath, [main, 'keys', '--secrets', 'private/secrets.yaml'], {
            cwd: where.folder,
            stdio: 'ignore',
          }).once('exit', resolve)
        }),
    ),
  )
  expect(codes).toContain(0)
  expect(codes.filter(code => code !== 0 && code !== 2)).toEqual([])
  expectWhole(where)
}, 180_000)

test('who holds the inventory or the store is named, and nothing is written', async () => {
  const where = ground('held')
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, '../disk/lock.ts'))}; takeLock(process.argv[1]); console.log('has it'); setInterval(() => {}, 1000)`,
      join(where.folder, 'private/.serat-keys-lock.tmp'),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise(resolve => holder.stdout.once('data', resolve))
  expect(await keys(where)).toMatchObject({ code: 2, err: expect.stringContaining(`process ${holder.pid}`) })
  expect([existsSync(where.store), existsSync(where.ledger)]).toEqual([false, false])
  holder.kill('SIGKILL')
  await new Promise(resolve => holder.once('exit', resolve))
  expect(await keys(where)).toMatchObject({ code: 0 })
  expectWhole(where)
})

test('a link to the store stays a link, and no link in the way of its temporary file is followed', async () => {
  const where = ground('links')
  mkdirSync(join(where.folder, 'vault'))
  writeFileSync(join(where.folder, 'vault/real.yaml'), 'a: "rahasia"\n', { mode: 0o600 })
  symlinkSync('../vault/real.yaml', where.store)
  writeFileSync(join(where.folder, 'trap'), '')
  symlinkSync(join(where.folder, 'trap'), join(where.folder, `vault/.real.yaml.${process.pid}.tmp`))
  expect(await keys(where)).toMatchObject({ code: 0 })
  expectWhole(where)
  expect([lstatSync(where.store).isSymbolicLink(), readFileSync(join(where.folder, 'trap'), 'utf8')]).toEqual([
    true,
    '',
  ])
  expect(readdirSync(join(where.folder, 'vault'))).toEqual(['real.yaml'])
})

test('a temporary file of a killed run is cleared away: it holds private halves', async () => {
  const where = ground('remains')
  writeFileSync(join(where.folder, 'private/.secrets.yaml.12345.tmp'), 'tunnel/bukit: "x"\n', { mode: 0o600 })
  await keys(where)
  expect(readdirSync(join(where.folder, 'private'))).toEqual(['secrets.yaml'])
  healFile(where.store)
  expectWhole(where)
})

test.runIf(process.getuid?.() !== 0)('a folder without permission is a clear refusal', async () => {
  const where = ground('closed')
  chmodSync(join(where.folder, 'private'), 0o500)
  expect(await keys(where)).toMatchObject({ code: 2, err: expect.stringContaining('permission denied') })
  chmodSync(join(where.folder, 'private'), 0o700)
})
