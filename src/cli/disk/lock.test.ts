import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isRefusal } from '../shell/refusal.ts'
import { identityOf, readOrNothing } from './holder.ts'
import { created, takeLock, type Lock } from './lock.ts'

let folder = ''
let path = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

function taken(): Lock {
  const lock = takeLock(path)
  if (isRefusal(lock)) throw new Error(lock.refused.en)
  return lock
}

test('one at a time', () => {
  const lock = taken()
  const second = takeLock(path)
  expect(isRefusal(second) && second.refused.en).toContain(`process ${process.pid}`)
  lock.release()
  expect(readdirSync(folder)).toEqual([])
  taken().release()
})

test('a lock whose process is gone is taken over', () => {
  writeFileSync(path, '999999999 1 x\n')
  taken().release()
  expect(readdirSync(folder)).toEqual([])
})

test.runIf(process.platform === 'linux')('a lock whose number now belongs to another process is taken over', () => {
  const lock = taken()
  const [pid, started, ...rest] = readFileSync(path, 'utf8').split(' ')
  lock.release()
  writeFileSync(path, [pid, Number(started) - 5, ...rest].join(' '))
  taken().release()
  expect(readdirSync(folder)).toEqual([])
})

test('a torn lock is taken over, an empty one once it is no longer being written', () => {
  writeFileSync(path, 'torn')
  taken().release()
  writeFileSync(path, '')
  utimesSync(path, new Date(0), new Date(0))
  taken().release()
})

test.runIf(process.platform === 'linux')('a process that is dead and that nobody reaped holds nothing', async () => {
  // Its parent, which sleeps on, never asks how it ended.
  const child = spawn('sh', ['-c', 'sh -c "echo $$; exit 0" & exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await new Promise(resolve => child.stdout.once('data', resolve))
    const zombie = await zombieBelow(child.pid ?? 0)
    writeFileSync(path, identityOf(zombie))
    expect(readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z ')
    taken().release()
  } finally {
    child.kill('SIGKILL')
  }
})

async function zombieBelow(parent: number): Promise<number> {
  for (let i = 0; i < 200; i++) {
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      const [state, above] = (readOrNothing(`/proc/${pid}/stat`) ?? '').split(') ').at(-1)?.split(' ') ?? []
      if (state === 'Z' && Number(above) === parent) return Number(pid)
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('no zombie')
}

describe.runIf(process.platform === 'linux')('of another machine or container', () => {
  const from = (change: (parts: string[]) => void): string => {
    const parts = identityOf(process.pid).trim().split(' ')
    change(parts)
    return `${parts.join(' ')}\n`
  }
  const elsewhere = from(parts => parts.splice(2, 4, 'other-boot', 'pid:[1]', 'other-machine', 'kantor-2'))
  const container = from(parts => parts.splice(3, 1, 'pid:[1]'))

  test.each([elsewhere, container])(
    'it is held while it gives signs of life, and the refusal says by whom: %s',
    lock => {
      writeFileSync(path, lock)
      const refusal = takeLock(path)
      expect(isRefusal(refusal) && refusal.refused.en).toMatch(
        /process \d+ on \S+, another machine or container.*last sign of life was 0 minutes ago/,
      )
      expect(readFileSync(path, 'utf8')).toBe(lock)
      expect(readdirSync(folder)).toEqual(['lock'])
      const old = new Date(Date.now() - 16 * 60_000)
      utimesSync(path, old, old)
      taken().release()
    },
  )

  test('of this machine before it was started again it holds nothing', () => {
    writeFileSync(
      path,
      from(parts => parts.splice(2, 3, 'other-boot', 'pid:[1]', 'm'.repeat(32))),
    )
    expect(isRefusal(takeLock(path))).toBe(true)
    writeFileSync(
      path,
      from(parts => parts.splice(2, 2, 'other-boot', 'pid:[1]')),
    )
    const taking = takeLock(path)
    expect(isRefusal(taking)).toBe(identityOf(process.pid).split(' ')[4] === '-')
  })
})

test('without hard links one of two gets it', () => {
  expect([created(path, 'a'), created(path, 'b'), readFileSync(path, 'utf8')]).toEqual([true, false, 'a'])
})

test('drafts of killed processes are swept, those of living ones stay', () => {
  writeFileSync(`${path}.999999999.tmp`, identityOf(process.pid).replace(/^\d+/, '999999999'))
  writeFileSync(`${path}.999999998.stale.tmp`, '')
  writeFileSync(`${path}.1.tmp`, identityOf(1))
  taken().release()
  expect(readdirSync(folder)).toEqual(process.platform === 'linux' ? ['lock.1.tmp'] : [])
})

test('a killed process leaves a lock that the next one takes over', async () => {
  const script = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}; takeLock(${JSON.stringify(path)}); console.log('has it'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise(resolve => child.stdout.once('data', resolve))
  expect(isRefusal(takeLock(path))).toBe(true)
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('exit', resolve))
  expect(existsSync(path)).toBe(true)
  taken().release()
})
