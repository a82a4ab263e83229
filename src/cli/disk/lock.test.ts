import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRefusal } from '../shell/refusal.ts'
import { takeLock, type Lock } from './lock.ts'

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
  const [pid, started, boot] = readFileSync(path, 'utf8').split(' ')
  lock.release()
  writeFileSync(path, `${pid} ${Number(started) - 5} ${boot}`)
  taken().release()
  writeFileSync(path, `${pid} ${started} another-boot\n`)
  taken().release()
})

test('an empty or torn lock is taken over', () => {
  writeFileSync(path, '')
  taken().release()
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
