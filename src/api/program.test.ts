import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { readInventory } from '../source/read.ts'
import { places } from '../load/kinds.ts'
import { addressText } from '../model/ip.ts'
import { compile as compileProgram, readInventory as readInProgram, Site } from './index.ts'
import { writtenAt } from './written-at.ts'

const folder = mkdtempSync(join(tmpdir(), 'serat-api-'))
const contoh = join(import.meta.dirname, '../testing/contoh')
const program = join(import.meta.dirname, 'program.fixture.ts')
const lines = readFileSync(program, 'utf8').split('\n')

beforeAll(() => {
  cpSync(contoh, folder, { recursive: true })
  for (const path of ['opd/bukit', 'opd/timur', 'opd/utara', 'routes/ring', 'circuits/bukit'])
    rmSync(join(folder, `${path}.yaml`))
})

afterAll(() => rmSync(folder, { recursive: true }))

interface Said {
  readonly report: string
  readonly places: readonly (readonly [string, string, number])[]
  readonly loopback?: string
  readonly vlan?: number
  readonly metres?: number
  readonly ledger: string
  readonly outputs: readonly string[]
}

function run(fault = ''): Said {
  const { stdout, stderr } = spawnSync(process.execPath, [program, folder, fault], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Said
}

test('three sites, routes and a circuit in code are decided as the files that say the same', () => {
  const { sources, ledger } = readInventory(contoh, places)
  const { plan, artifacts } = compile({ sources, ledger, today: '2026-06-15', entropy: new Uint8Array(16) })
  const said = run()
  expect(said.report).toBe('')
  const utara = plan?.routers.get('utara')
  expect(said.loopback).toBe(utara === undefined ? 'none' : addressText(utara.loopbackV4))
  expect(said.vlan).toBe(1001)
  expect(said.metres).toBeCloseTo(plan?.plant.routes.get('ring-1')?.drawnM ?? 0, 6)
  expect(said.ledger).toContain('router/utara/loopback')
  expect(said.outputs).toEqual([...artifacts].map(({ path }) => path))
})

test.each([
  ['name', 'LOD020', "tenants: fault === 'name'"],
  ['core', 'LOD020', "fault === 'core'"],
  ['negative', 'LOD013', 'bandwidthMbps'],
  ['far', 'GEO010', 'location: {'],
  ['twice', 'LOD021', "new Site('utara'"],
])('a wrong value (%s) is %s at its line of the program', (fault, code, text) => {
  const { places: found, report } = run(fault)
  const line = lines.findIndex(each => each.includes(text)) + 1
  expect(line).toBeGreaterThan(0)
  expect(found).toContainEqual([code, expect.stringMatching(/api\/program\.fixture\.ts$/), line])
  expect(report).toContain(lines[line - 1])
})

test('what a program declares can be laid down as files, which say the same and give way to the program', () => {
  const today = '2026-06-15'
  const timur = new Site('timur', {
    name: 'Dinas Kesehatan',
    class: 'opd',
    kecamatan: '33.99.01',
    location: { lat: -7.71, lon: 110.6, quality: 'sourced' },
    tenants: ['dinkes'],
    router: { platform: 'routeros', model: 'CCR2004-16G-2S+PC', version: '7.22' },
    segments: { data: 40 },
  })
  const inventory = readInProgram(folder)
  const first = compileProgram({ inventory, things: [timur], today })
  expect(first.files.map(({ path }) => path)).toEqual(['opd/program/timur.yaml'])
  const laid = { ...inventory, ledger: first.ledger, files: [...inventory.files, ...first.files] }
  const byFiles = compileProgram({ inventory: laid, today })
  expect(byFiles.ledger).toBe(first.ledger)
  expect(byFiles.findings.map(({ code }) => code)).toEqual(first.findings.map(({ code }) => code))
  const again = compileProgram({ inventory: laid, things: [timur], today })
  expect([again.ledger, again.errors]).toEqual([first.ledger, first.errors])
  const byHand = { path: 'opd/program/timur.yaml', text: (first.files[0]?.text ?? '').replace(/^#.*\n/, '') }
  const twice = compileProgram({ inventory: { ...laid, files: [...inventory.files, byHand] }, things: [timur], today })
  expect(twice.findings.map(({ code }) => code)).toContain('LOD021')
})

test('a value is found whatever stands around it; one that is not written in the call at what holds it', () => {
  const text = `const a = 1
declare(f(')'), new Site(\`x\${1}\`, { // { comment
  'name': "}", router: { ...base, version: pick({ version: 1 }) }, list: [1, [2, 3]], shared, ...rest }))`
  const at = (...path: readonly (string | number)[]): string => {
    const [from, to] = writtenAt(text, text.indexOf('new Site'), path, 'site')
    return text.slice(from, to)
  }
  expect(at('name')).toBe('"}"')
  expect(at('router', 'version')).toBe('pick({ version: 1 })')
  expect(at('router', 'model')).toBe('router')
  expect(at('list', 1, 0)).toBe('2')
  expect(at('shared', 'x')).toBe('shared')
  const name = ['`x$', '{1}`'].join('')
  expect(at('class')).toBe(name)
  expect(at('site')).toBe(name)
  expect(at()).toBe(name)
})
