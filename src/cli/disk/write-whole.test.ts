import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  lstatSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realDisk, type Disk } from './disk.ts'
import { healFile, writeWhole } from './write-whole.ts'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-file-'))
  file = join(folder, 'allocations.lock.yaml')
  writeFileSync(file, 'old')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a kill at any step leaves the old text or the new one', () => {
  const outcomes = new Set<string>()
  for (let steps = 0; steps < 8; steps++) {
    writeFileSync(file, 'old')
    let done = 0
    const step =
      <A extends unknown[]>(change: (...args: A) => void) =>
      (...args: A): void => {
        if (++done > steps) throw new Error('killed')
        change(...args)
      }
    const disk: Disk = {
      ...realDisk,
      write: step(realDisk.write),
      sync: step(realDisk.sync),
      rename: step(realDisk.rename),
      remove: step(realDisk.remove),
    }
    try {
      writeWhole(file, 'new', disk)
    } catch {
      // Killed.
    }
    outcomes.add(readFileSync(file, 'utf8'))
    healFile(file)
    expect(readdirSync(folder)).toEqual(['allocations.lock.yaml'])
  }
  expect(outcomes).toEqual(new Set(['old', 'new']))
})

test('the new text is on the medium before it takes the name', () => {
  const steps: string[] = []
  const noted =
    (name: string, change: (...args: never[]) => void) =>
    (...args: never[]): void => {
      steps.push(name)
      change(...args)
    }
  writeWhole(file, 'new', {
    ...realDisk,
    write: noted('write', realDisk.write),
    sync: noted('sync', realDisk.sync),
    rename: noted('rename', realDisk.rename),
  } as Disk)
  expect(steps).toEqual(['write', 'sync', 'rename', 'sync'])
})

test('through a symbolic link the file behind it is replaced', () => {
  const link = join(folder, 'link.yaml')
  symlinkSync('allocations.lock.yaml', link)
  writeWhole(link, 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
})

test('with a mode nobody else could read it at any time, and no link in the way of the temporary file is followed', () => {
  const seen: number[] = []
  writeWhole(file, 'secret', { ...realDisk, sync: path => void seen.push(statSync(path).mode & 0o777) }, 0o600)
  expect([seen[0], statSync(file).mode & 0o777]).toEqual([0o600, 0o600])
  writeFileSync(join(folder, 'trap'), '')
  symlinkSync('trap', join(folder, `.allocations.lock.yaml.${process.pid}.tmp`))
  expect(() => writeWhole(file, 'new secret', realDisk, 0o600)).toThrow('EEXIST')
  expect([readFileSync(file, 'utf8'), readFileSync(join(folder, 'trap'), 'utf8')]).toEqual(['secret', ''])
})
