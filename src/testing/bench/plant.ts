import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ran } from './process.ts'

/**
 * `npm run bench:plant [SITES] [COMMIT]`: what the plant of an inventory takes now, and what it took at the last commit
 * before repairs, splitters, rented fibre, ducts and measurements. The inventory is one that has none of them, written
 * by that commit's generator. Processor milliseconds of each stage, medians of rounds in which the two take turns, each
 * time in a process of its own.
 */
const [, , sites = '10000', before = '28b9861b'] = process.argv
const rounds = 3
const mostGrowth = 1.1
const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'serat-bench-'))
const [then, inventory] = [join(folder, 'then'), join(folder, 'sites')]

try {
  git('worktree', 'add', '--quiet', '--detach', then, before)
  symlinkSync(join(root, 'node_modules'), join(then, 'node_modules'))
  const { status, stderr } = spawnSync(process.execPath, ['src/testing/generate/generate.ts', sites, inventory], {
    cwd: then,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const all = Array.from({ length: rounds }, () => [stages(then), stages(root)] as const)
  print(
    all.map(([old]) => old),
    all.map(([, now]) => now),
  )
} finally {
  git('worktree', 'remove', '--force', then)
  rmSync(folder, { recursive: true, force: true })
}

type Stages = Readonly<Record<string, number>>

function stages(checkout: string): Stages {
  const node = ['--expose-gc', '--max-old-space-size=4096', '--max-semi-space-size=64']
  return JSON.parse(ran('src/testing/bench/plant-stages.ts', [checkout, inventory], { node }).stdout) as Stages
}

function print(old: readonly Stages[], now: readonly Stages[]): void {
  const names = Object.keys(now[0] ?? {})
  const median = (of: readonly Stages[], name: string): number =>
    of.map(each => each[name] ?? 0).sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
  const row = (name: string, took: number, takes: number): void => {
    process.stdout.write(
      `${name.padEnd(28)} ${took.toFixed(0).padStart(7)} ${takes.toFixed(0).padStart(7)} ${(took === 0 ? 0 : takes / took).toFixed(2).padStart(6)}\n`,
    )
  }
  for (const name of names) row(name, median(old, name), median(now, name))
  const sum = (of: readonly Stages[], wanted: (name: string) => boolean): number =>
    names.filter(wanted).reduce((total, name) => total + median(of, name), 0)
  const isPlant = (name: string): boolean => !name.includes('everything')
  const [took, takes] = [sum(old, isPlant), sum(now, isPlant)]
  const [tookAll, takesAll] = [sum(old, () => true), sum(now, () => true)]
  row('plant', took, takes)
  const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`
  process.stdout.write(`share of the plant: ${share(took, tookAll)} before, ${share(takes, takesAll)} now\n`)
  const isMet = takes <= took * mostGrowth
  process.stdout.write(`at most ${((mostGrowth - 1) * 100).toFixed(0)} % more: ${isMet ? 'met' : 'MISSED'}\n`)
  if (!isMet) process.exitCode = 1
}

function git(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
