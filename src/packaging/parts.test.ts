import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let ground = ''
let cache = ''

beforeEach(() => {
  ground = mkdtempSync(join(tmpdir(), 'serat-parts-'))
  cache = join(ground, 'cache')
  mkdirSync(cache)
  writeFileSync(join(ground, 'first.cjs'), "const { sum } = require('./second.cjs')\nconsole.log(sum(2, 3))\n")
  writeFileSync(
    join(ground, 'second.cjs'),
    `const { basename } = require('node:path')
exports.sum = (a, b) => { if (basename(__filename) !== 'second.cjs') throw new Error(__filename); return a + b }
exports.seldom = () => require('./first.cjs')
`,
  )
  writeFileSync(
    join(ground, 'program.mjs'),
    `const { partsFrom } = await import(${JSON.stringify(new URL('./parts.ts', import.meta.url).href)})
process.exitCode = Number(process.argv[3] ?? 0)
partsFrom(${JSON.stringify(ground)}, process.argv[2], 'check')('./first.cjs')
`,
  )
})

afterEach(() => {
  rmSync(ground, { recursive: true, force: true })
})

function run(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ground, 'program.mjs'), ...args], { encoding: 'utf8' })
  return stdout + stderr
}

function written(): string {
  return join(cache, readdirSync(cache).find(name => name.startsWith('serat-check-second.cjs')) ?? 'none')
}

test('three runs write down what they compiled, and no other', () => {
  const seen = Array.from({ length: 5 }, () => {
    expect(run(cache)).toBe('5\n')
    return statSync(written()).ino
  })
  expect(new Set(seen.slice(2)).size).toBe(1)
  expect(readFileSync(written()).at(-1)).toBe(3)
  expect(readdirSync(cache)).toHaveLength(2)
})

test('bytecode that is spoilt, cut off or empty is made anew', () => {
  run(cache)
  const whole = readFileSync(written())
  const spoilt = Buffer.from(whole)
  for (let i = 40; i < 400; i += 1) spoilt[i] = 90 ^ (spoilt[i] ?? 0)
  for (const bytes of [spoilt, whole.subarray(0, 200), Buffer.alloc(0), Buffer.alloc(33)]) {
    writeFileSync(written(), bytes)
    expect(run(cache)).toBe('5\n')
    expect(readFileSync(written()).at(-1)).toBe(1)
    expect(readFileSync(written()).length).toBeGreaterThan(400)
  }
})

test('bytecode of another text is refused', () => {
  run(cache)
  const path = join(ground, 'second.cjs')
  writeFileSync(path, readFileSync(path, 'utf8').replace('a + b', '(a + b) * 100'))
  expect(run(cache)).toBe('500\n')
  expect(readFileSync(written()).at(-1)).toBe(1)
})

test('a run that was refused, or has nowhere to write, writes nothing and says nothing of it', () => {
  expect(run(cache, '2')).toBe('5\n')
  expect(readdirSync(cache)).toEqual([])
  expect(run(join(ground, 'nowhere'))).toBe('5\n')
})
