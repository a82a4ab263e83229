import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startOf } from '../targets/alive.ts'
import { purposeOfRun } from './purpose.ts'

const usual = process.env['TMPDIR']
const address = '127.0.0.1:40001'
/** No process has it: numbers end below. */
const nobody = 4_194_304
let folder = ''
let runs = ''

beforeEach(() => {
  folder = mkdtempSync(join(usual ?? tmpdir(), 'serat-purpose-'))
  process.env['TMPDIR'] = folder
  runs = join(folder, `serat-runs-${userInfo().uid}`)
})
afterEach(() => {
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
  rmSync(folder, { recursive: true })
})

it('is known to both processes of one engine, and to no other engine', () => {
  purposeOfRun({ processId: process.pid, address }).tell('up')
  expect(purposeOfRun({ processId: process.pid, address }).told()).toBe('up')
  expect(purposeOfRun({ processId: process.ppid, address }).told()).toBeUndefined()
  expect(purposeOfRun({ processId: process.pid, address: '127.0.0.1:40002' }).told()).toBeUndefined()
})

it('is the last that was said, and nothing where nothing was', () => {
  const run = purposeOfRun({ processId: process.pid, address })
  expect(run.told()).toBeUndefined()
  run.tell('up')
  run.tell('preview')
  expect(run.told()).toBe('preview')
  run.tell('up')
  run.tell(undefined)
  expect(run.told()).toBeUndefined()
})

it('of an engine that was killed says nothing to another of its number and its port', () => {
  mkdirSync(runs, { mode: 0o700 })
  for (const started of ['', '1', String(Number(startOf(process.pid)) - 1)])
    writeFileSync(join(runs, `${process.pid}-${started}-127.0.0.1-40001`), 'up')
  expect(purposeOfRun({ processId: process.pid, address }).told()).toBeUndefined()
})

it('takes away after a day what engines left that are gone, and nothing of one that runs', () => {
  mkdirSync(runs, { mode: 0o700 })
  const [left, young, running] = [`${nobody}-7-a`, `${nobody}-8-a`, `${process.ppid}-9-a`]
  for (const name of [left, young, running]) writeFileSync(join(runs, name), 'up')
  const longAgo = new Date(Date.now() - 48 * 60 * 60 * 1000)
  for (const name of [left, running]) utimesSync(join(runs, name), longAgo, longAgo)
  purposeOfRun({ processId: process.pid, address }).tell(undefined)
  expect(readdirSync(runs).sort()).toEqual([young, running].sort())
})

it('is kept in no folder that another may write to', () => {
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync(join(folder, 'elsewhere'), runs)
  const run = purposeOfRun({ processId: process.pid, address })
  expect(() => run.tell('up')).toThrow(/no folder of this account alone/)
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
  rmSync(runs)
  mkdirSync(runs)
  chmodSync(runs, 0o777)
  expect(() => run.told()).toThrow(/no folder of this account alone/)
})
